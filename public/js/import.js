'use strict'

/* How far an import has come; its page is fetched when it has ended, or when nobody here knows of it. */
;(function () {
  const bar = document.querySelector('[data-import-progress]')
  if (!bar) return

  function look() {
    fetch(bar.dataset.importProgress, { headers: { Accept: 'application/json' } })
      .then((answer) => answer.json())
      .then(({ state, done, total }) => {
        if (state !== 'running') location.assign(bar.dataset.import)
        if (total === undefined) return
        bar.max = Math.max(total, 1)
        bar.value = done
      })
      .catch(() => undefined)
  }

  setInterval(look, 1000)
})()
