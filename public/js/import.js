'use strict'

/* How far an import has come; the page is fetched again when it has ended. */
;(function () {
  const bar = document.querySelector('[data-import-progress]')
  if (!bar) return

  function look() {
    fetch(bar.dataset.importProgress, { headers: { Accept: 'application/json' } })
      .then((answer) => answer.json())
      .then(({ state, done, total }) => {
        if (state !== 'running') location.reload()
        bar.max = Math.max(total, 1)
        bar.value = done
      })
      .catch(() => undefined)
  }

  setInterval(look, 1000)
})()
