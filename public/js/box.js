'use strict'

/* How far the opening of the ballot box has come; the page is fetched again when it is done. */
;(function () {
  const bar = document.querySelector('[data-box-progress]')
  if (!bar) return

  function look() {
    fetch(bar.dataset.boxProgress, { headers: { Accept: 'application/json' } })
      .then((answer) => answer.json())
      .then(({ stage, done, of }) => {
        if (stage === null || stage === 'done' || stage === 'failed') location.reload()
        bar.max = Math.max(of, 1)
        bar.value = done
      })
      .catch(() => undefined)
  }

  setInterval(look, 1000)
})()
