/*
 * Attendance without loading the page anew: a tap is sent in the background, and the lines on top and in the list are
 * taken from the page that comes back. Whatever goes wrong, the same tap is sent as an ordinary form.
 */
'use strict'

let waiting = Promise.resolve()
let taps = 0
/** Taps that have not been sent yet, by the row they belong to. */
const unsent = new Map()

document.addEventListener('submit', tap, true)
window.addEventListener('pagehide', sendTheRest)
document.addEventListener('visibilitychange', lookAgain)

/** Taps are sent one after the other, so that the last one is right. */
function tap(event) {
  const form = event.target
  const button = event.submitter
  if (!button || !form.closest('#fremmoede')) return
  event.preventDefault()
  // Caught before js/app.js, which would hold the button back until the page is loaded anew.
  event.stopPropagation()
  if (button.getAttribute('aria-pressed') === 'true') return
  const fields = new URLSearchParams(new FormData(form))
  fields.set(button.name, button.value)
  press(form, button)
  taps += 1
  const one = { action: form.action, fields, order: taps }
  const row = form.closest('li')
  unsent.set(row, one)
  waiting = waiting.then(() => {
    // Gone where the page was left meanwhile, or where the same row was tapped again.
    if (unsent.get(row) !== one) return undefined
    unsent.delete(row)
    return send(one.action, one.fields, one.order)
  })
}

/** Somebody taps and leaves the page at once: what still stands in line is sent as the page goes. */
function sendTheRest() {
  for (const { action, fields } of unsent.values()) {
    void fetch(action, { method: 'POST', body: fields, keepalive: true })
  }
  unsent.clear()
}

/** The button looks pressed at once; the page that comes back has the last word. */
function press(form, pressed) {
  for (const button of form.querySelectorAll('[aria-pressed]')) {
    button.setAttribute('aria-pressed', String(button === pressed))
  }
}

async function send(action, fields, order) {
  try {
    const headers = { Accept: 'text/html' }
    const answer = await fetch(action, { method: 'POST', body: fields, headers, keepalive: true })
    const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!answer.ok || !page.getElementById('fremmoede')) throw new Error(String(answer.status))
    if (order === taps) show(page)
  } catch {
    sendAsForm(action, fields)
  }
}

function show(page) {
  const focused = whereFocusIs()
  for (const old of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(old.id)
    if (!fresh) continue
    old.className = fresh.className
    if (old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML
  }
  const again = focused && document.querySelector(focused)
  if (again) again.focus({ preventScroll: true })
}

/** Which button has the focus, as a selector: it is a new button after the list is replaced. */
function whereFocusIs() {
  const row = document.activeElement?.closest('#fremmoede li')
  const value = document.activeElement?.value
  return row && value ? `#${row.id} button[value="${value}"]` : undefined
}

function sendAsForm(action, fields) {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  for (const [name, value] of fields) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
}

/** Back from another app: somebody may have tapped on another phone meanwhile. */
function lookAgain() {
  if (document.visibilityState !== 'visible') return
  waiting = waiting.then(async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
      const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html')
      if (answer.ok && page.getElementById('fremmoede')) show(page)
    } catch {
      // No connection: what is on the page stands until the next tap.
    }
  })
}
