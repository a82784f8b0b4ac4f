'use strict'

/* How far the opening of the ballot box, or the entering of papers, has come; the page is fetched again when it is done. */
;(function () {
  const bar = document.querySelector('[data-box-progress]')
  if (!bar) return

  function look() {
    fetch(bar.dataset.boxProgress, { headers: { Accept: 'application/json' } })
      .then((answer) => answer.json())
      .then(({ stage, done, of, mark }) => {
        // Papers are entered by two: whatever changes is shown by the page itself.
        if (bar.dataset.boxMark !== undefined) {
          if (mark !== bar.dataset.boxMark && !isTyped()) location.replace(bar.dataset.boxPage)
          return
        }
        // While slips are waited for, every change is shown by the page itself.
        const waits = bar.dataset.boxWaits !== undefined
        if (
          waits
            ? stage !== 'waiting' || done !== bar.value
            : stage === null || stage === 'done' || stage === 'failed'
        )
          location.reload()
        if (waits) return
        bar.max = Math.max(of, 1)
        bar.value = done
      })
      .catch(() => undefined)
  }

  /* What is being typed is not lost: sending it shows how things stand. */
  function isTyped() {
    return [...document.querySelectorAll('main input, main textarea')].some(
      (field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked,
    )
  }

  setInterval(look, 1000)
})()
