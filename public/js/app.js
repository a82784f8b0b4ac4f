/* Everything here is a convenience: each page works the same with JavaScript switched off. */
'use strict'

document.documentElement.classList.add('js')
focusOnErrors()
document.addEventListener('submit', pressOnce)
window.addEventListener('pageshow', releaseButtons)
showTheDay()

/** A form that came back starts where it says what to put right. */
function focusOnErrors() {
  const summary = document.querySelector('[data-focus]')
  if (summary) summary.focus()
}

/** A picture that is wider than the screen begins where its day is. */
function showTheDay() {
  for (const region of document.querySelectorAll('[data-scroll-to]')) {
    region.scrollLeft = Number(region.dataset.scrollTo) - region.clientWidth / 2
  }
}

/** A second click on the same button is ignored: the server would refuse it too, in words. */
function pressOnce(event) {
  const form = event.target
  if (form.method !== 'post') return
  if (form.dataset.sending !== undefined) {
    event.preventDefault()
    return
  }
  form.dataset.sending = ''
  // The button keeps its name and value for this submission: it is marked, not disabled.
  if (event.submitter) {
    event.submitter.dataset.sending = ''
    event.submitter.setAttribute('aria-disabled', 'true')
  }
  setTimeout(releaseButtons, 10000)
}

/** "Back" in the browser shows the page as it was left, and a lost connection leaves it standing: the buttons must work again. */
function releaseButtons() {
  for (const element of document.querySelectorAll('[data-sending]')) {
    delete element.dataset.sending
    element.removeAttribute('aria-disabled')
  }
}
