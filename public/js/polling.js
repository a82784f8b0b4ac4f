/*
 * The polling table without loading the page anew. What is done is put in a line, kept in the tab, and sent one after the
 * other; while the connection is gone it waits there, and the table goes on working. Each thing has a key of its own, so
 * that the server does it once however often it is sent. With JavaScript off every form here is an ordinary one.
 */
'use strict'

const table = document.getElementById('bord')
const field = document.getElementById('navn')
const LOOK_EVERY_MS = 4000
const TRY_AGAIN_MS = 3000
const UNDO_MS = 10000
/** A second click on the same button within this time is the same click. */
const SAME_CLICK_MS = 800
const KEPT = `bord:${table.dataset.polling}`

/** What waits to be sent, and what the server refused until somebody has seen it. */
const line = readKept()
let connected = true
let signedIn = true
/** Something had to wait, and has not all been sent yet. */
let held = false
/** How many things the server has answered: figures that were asked for before are older. */
let answered = 0
let sending = false
let trouble
let undoTimer
let searchTimer
let searched = ''

document.addEventListener('submit', onSubmit, true)
document.addEventListener('click', onClick)
window.addEventListener('online', () => void send())
window.addEventListener('offline', () => lost())
window.addEventListener('beforeunload', (event) => {
  if (line.waiting.length > 0) event.preventDefault()
})
document.addEventListener('visibilitychange', () => void look())
setInterval(() => void look(), LOOK_EVERY_MS)
if (field) {
  field.addEventListener('input', searchSoon)
  field.closest('section').addEventListener('keydown', moveAmongHits)
  if (!document.querySelector('[data-focus]')) field.focus()
}
showLine()
void send()

/* ---- What is done ---- */

function onSubmit(event) {
  const form = event.target
  if (!table.contains(form) || form.closest('#stemmebokse')) return
  if (form.contains(field)) {
    caught(event)
    void enter(form, event.submitter)
  } else if (form.dataset.table !== undefined) {
    caught(event)
    press(form, event.submitter)
  }
}

/** Before js/app.js, which would hold the button back until the page is loaded anew. */
function caught(event) {
  event.preventDefault()
  event.stopPropagation()
}

/** Puts what a form does in the line, unless the same button was pressed a moment ago. */
function press(form, button) {
  if (form.dataset.pressed !== undefined) return
  form.dataset.pressed = ''
  setTimeout(() => delete form.dataset.pressed, SAME_CLICK_MS)
  const fields = Object.fromEntries(new FormData(form))
  if (button?.name) fields[button.name] = button.value
  form.closest('.table-help')?.removeAttribute('open')
  const words = (button ?? form.querySelector('button')).textContent.trim().replace(/\s+/g, ' ')
  wait(form.getAttribute('action'), fields, form.contains(field) ? `${words} ${fields.name}` : words)
}

/** Puts something in the line under a key of its own. The token is the page's, and goes along when it is sent. */
function wait(action, fields, words) {
  const kept = { ...fields, _once: newKey() }
  delete kept._csrf
  line.waiting.push({ action, fields: kept, words })
  keep()
  clearSearch()
  void send()
}

function newKey() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Enter in the search: hands out to the only one it can mean, and otherwise shows whom to choose among. */
async function enter(form, button) {
  const typed = field.value.trim()
  if (typed === '') return
  if (table.dataset.kind === 'alias') {
    press(form, button ?? form.querySelector('button[name=means]'))
    return
  }
  if (searched !== typed) await search()
  // Somebody types on: the next Enter means what stands there then.
  if (field.value.trim() !== typed) return
  if (searched !== typed) {
    // Nobody can be looked up: the whole name goes along, and the server finds the one it belongs to.
    wait(table.dataset.handOut, { name: typed, means: form.elements.means.value }, typed)
    return
  }
  const hits = [...table.querySelectorAll('#traef .hit')]
  const mark = hits.length === 1 ? hits[0].querySelector('form[data-mark]') : null
  if (mark) {
    press(mark, mark.querySelector('button'))
  } else if (hits.length === 0) {
    say(table.dataset.nobody)
  } else if (hits.length === 1) {
    say(table.dataset.hasVoted.replaceAll('{{name}}', hits[0].querySelector('strong').textContent))
  } else {
    say(table.dataset.choose)
    hits[0].querySelector('button, summary').focus()
  }
}

/* ---- Sending ---- */

async function send() {
  if (sending || line.waiting.length === 0) return
  sending = true
  clearTimeout(trouble)
  try {
    while (line.waiting.length > 0 && (await sendFirst()));
  } finally {
    sending = false
  }
  if (line.waiting.length > 0) trouble = setTimeout(() => void send(), TRY_AGAIN_MS)
  showLine()
}

/** Sends what is first in the line; false where it has to wait. */
async function sendFirst(again = false) {
  const [first] = line.waiting
  const answer = await ask(first.action, { ...first.fields, _csrf: token() }, 'application/json')
  if (!answer || answer.status >= 500) return false
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json')
  if (isJson) {
    signedIn = true
    answered += 1
    line.waiting.shift()
    const told = await answer.json()
    if (told.errors) refused(first, told.errors)
    else done(told)
    keep()
    showFigures(told)
    return true
  }
  if (answer.status === 401 || answer.status === 403) {
    if (!again && (await freshToken())) return sendFirst(true)
    signedIn = false
    return false
  }
  line.waiting.shift()
  refused(first, [])
  keep()
  return true
}

/** The answer of the server; undefined where there is no connection. */
async function ask(address, fields, accept) {
  const options = {
    headers: { Accept: accept },
    signal: window.AbortSignal.timeout(15000),
    cache: 'no-store',
  }
  if (fields) Object.assign(options, { method: 'POST', body: new URLSearchParams(fields) })
  try {
    const answer = await fetch(address, options)
    connected = answer.status < 500
    return answer
  } catch {
    connected = false
    return undefined
  }
}

function token() {
  return document.querySelector('input[name=_csrf]')?.value ?? ''
}

/** After signing in again the page's own token no longer fits: a fresh page has one that does. */
async function freshToken() {
  const page = await pageFrom(table.dataset.polling)
  const fresh = page?.querySelector('#bord') && page.querySelector('input[name=_csrf]')?.value
  if (!fresh || fresh === token()) return false
  for (const input of document.querySelectorAll('input[name=_csrf]')) input.value = fresh
  return true
}

async function pageFrom(address, fields) {
  const answer = await ask(address, fields, 'text/html')
  if (!answer || answer.status >= 500) return undefined
  return new window.DOMParser().parseFromString(await answer.text(), 'text/html')
}

function done({ said, undo }) {
  const undoBox = document.getElementById('fortryd')
  say(said)
  undoBox.replaceChildren()
  clearTimeout(undoTimer)
  if (!undo) return
  const form = document.createElement('form')
  form.method = 'post'
  form.action = table.dataset.undo
  form.dataset.table = ''
  form.append(
    hidden('_csrf', token()),
    hidden('seal', undo),
    button(table.dataset.undoText, 'button button-secondary'),
  )
  undoBox.append(form)
  // Later it takes a reason, and the server holds to that by its own clock.
  undoTimer = setTimeout(() => form.remove(), UNDO_MS)
}

function refused({ words }, errors) {
  line.refused.push([words, ...errors].join('. '))
}

function say(text) {
  const said = document.getElementById('sagt')
  const words = document.createElement('strong')
  words.textContent = text
  const paragraph = document.createElement('p')
  paragraph.append(words)
  said.replaceChildren(paragraph)
}

/* ---- What waits ---- */

function readKept() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')
    return { waiting: kept.waiting ?? [], refused: kept.refused ?? [] }
  } catch {
    return { waiting: [], refused: [] }
  }
}

function keep() {
  if (line.waiting.length + line.refused.length === 0) sessionStorage.removeItem(KEPT)
  else sessionStorage.setItem(KEPT, JSON.stringify(line))
  showLine()
}

function lost() {
  connected = false
  showLine()
}

/** The yellow bar: no connection, what waits, and what the server would not take. */
function showLine() {
  const { offline, signedOut, waitingOne, waitingOther, refused: heading } = table.dataset
  const n = line.waiting.length
  const stuck = !connected || !signedIn
  held = stuck || (held && n > 0)
  const texts = stuck ? [signedIn ? offline : signedOut] : []
  if (held && n > 0) texts.push(n === 1 ? waitingOne : waitingOther.replace('{n}', n))
  fill(document.getElementById('linje'), texts, held ? line.waiting.map(({ words }) => words) : [])
  const seen = button(table.dataset.dismissText, 'button button-secondary')
  Object.assign(seen, { type: 'button', id: 'set' })
  fill(document.getElementById('afvist'), line.refused.length > 0 ? [heading] : [], line.refused, seen)
}

function fill(bar, texts, items, ...after) {
  bar.hidden = texts.length === 0
  const shown = JSON.stringify([texts, items])
  if (bar.dataset.shown === shown) return
  bar.dataset.shown = shown
  bar.replaceChildren(...texts.map((text) => withText('p', text)))
  if (items.length > 0) {
    const list = document.createElement('ul')
    list.append(...items.map((text) => withText('li', text)))
    bar.append(list, ...after)
  }
}

function onClick(event) {
  if (event.target.id !== 'set') return
  line.refused = []
  keep()
  field?.focus()
}

/* ---- The search ---- */

function searchSoon() {
  clearTimeout(searchTimer)
  searchTimer = setTimeout(() => void search(), 150)
}

/** The server writes the hits, as it does without JavaScript. */
async function search() {
  const typed = field.value.trim()
  if (typed === searched) return
  if (typed === '') {
    clearSearch()
    return
  }
  const page = await pageFrom(field.form.dataset.search, { name: typed, _csrf: token() })
  if (field.value.trim() !== typed) return
  const found = page?.getElementById('traef')
  const hits = document.getElementById('traef')
  showLine()
  if (found) {
    searched = typed
    hits.replaceChildren(...found.childNodes)
  } else {
    hits.replaceChildren(withText('p', table.dataset.typeName))
  }
}

function clearSearch() {
  if (!field) return
  clearTimeout(searchTimer)
  searched = ''
  field.value = ''
  document.getElementById('traef').replaceChildren()
  field.focus()
}

/** Down and up among the hits, Escape back to the search. */
function moveAmongHits(event) {
  const stops = [field, ...table.querySelectorAll('#traef button, #traef summary')]
  const at = stops.indexOf(document.activeElement)
  if (event.key === 'Escape') clearSearch()
  if (at === -1 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  event.preventDefault()
  stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}

/* ---- Figures as they stand ---- */

/** Others may hand out at the same time, pause or close. */
async function look() {
  if (document.visibilityState !== 'visible' || sending) return
  const before = answered
  const answer = await ask(table.dataset.turnout, undefined, 'application/json')
  const isJson = (answer?.headers.get('Content-Type') ?? '').includes('json')
  if (answer && answer.status < 500) signedIn = isJson
  showLine()
  if (!answer?.ok || !isJson) return
  const told = await answer.json()
  // What was sent meanwhile has brought newer figures.
  if (answered === before) showFigures(told)
  void send()
}

function showFigures({ figures, state, booths }) {
  for (const [name, number] of Object.entries(figures ?? {})) {
    const shown = table.querySelector(`[data-figure=${name}]`)
    if (shown) shown.textContent = number
  }
  const idle = line.waiting.length + line.refused.length === 0 && !field?.value
  if (state !== undefined && state !== table.dataset.state && idle) location.assign(table.dataset.polling)
  else if (booths !== undefined && booths !== table.dataset.booths) void showBooths(booths)
}

async function showBooths(mark) {
  const page = await pageFrom(table.dataset.polling)
  const fresh = page?.getElementById('stemmebokse')
  const old = document.getElementById('stemmebokse')
  if (!fresh || !old) return
  table.dataset.booths = mark
  const action = old.contains(document.activeElement)
    ? document.activeElement.form?.getAttribute('action')
    : null
  old.replaceChildren(...fresh.childNodes)
  if (action) (old.querySelector(`form[action="${action}"] button`) ?? old.querySelector('button'))?.focus()
}

/* ---- Small parts ---- */

function withText(tag, text) {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

function hidden(name, value) {
  const input = document.createElement('input')
  Object.assign(input, { type: 'hidden', name, value })
  return input
}

function button(text, className) {
  const element = withText('button', text)
  element.className = className
  return element
}
