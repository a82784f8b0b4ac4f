'use strict'

/*
 * The voting tablet. Without this everything works by plain forms; with it no page of a voter is left in the browser's
 * history, a lost connection is said, and whoever walks away is noticed. Nothing is kept on the device: what is chosen is
 * in the page that is shown, and goes with it.
 */
;(function () {
  const DOOR = '/stemmeboks'
  const LOOK_EVERY = 3000
  const REPORT_EVERY = 60000
  const ASK_AFTER = 60000
  const CLOSE_AFTER = 30000
  const THANKS_FOR = 8000
  const CODE_FOR = 60000
  const ANSWER_WITHIN = 15000
  const SHOW_FOR = 6000

  let timers = []
  let asking = []
  let sending = false
  // Each screen has a number, so that an answer that comes late touches none but its own.
  let turn = 0

  const screen = () => document.querySelector('[data-screen]')
  const find = (selector) => document.querySelector(selector)

  function later(run, after, among = timers) {
    among.push(setTimeout(run, after))
  }

  function clear(among) {
    while (among.length) clearTimeout(among.pop())
  }

  function request(path, fields, options = {}) {
    const abort = new AbortController()
    const limit = setTimeout(() => abort.abort(), ANSWER_WITHIN)
    const body = fields && new URLSearchParams(fields)
    return fetch(path, {
      method: fields ? 'POST' : 'GET',
      body,
      cache: 'no-store',
      signal: abort.signal,
      ...options,
    }).finally(() => clearTimeout(limit))
  }

  /** What the server shows instead of this screen. */
  async function showAnswer(answer) {
    const html = await answer.text()
    if (answer.redirected && !new URL(answer.url).pathname.match(/^\/stemmeboks\/?$/)) {
      location.replace(answer.url)
      return
    }
    const page = new window.DOMParser().parseFromString(html, 'text/html')
    const main = page.querySelector('main')
    if (!main || !main.querySelector('[data-screen]')) {
      location.replace(DOOR)
      return
    }
    document.documentElement.lang = page.documentElement.lang
    document.title = page.title
    document.body.className = page.body.className
    show([...main.childNodes])
  }

  /** One of the messages that a voting screen carries along, in the voter's language. */
  function showMessage(kind) {
    const template = find(`template[data-live="${kind}"]`) ?? kept[kind]
    if (!template) {
      location.replace(DOOR)
      return
    }
    keepMessages()
    show([...template.content.cloneNode(true).childNodes])
  }

  /** The messages, without anything that a voter chose, for when the screen that brought them is gone. */
  const kept = {}
  function keepMessages() {
    for (const template of document.querySelectorAll('template[data-live]'))
      kept[template.dataset.live] = template
  }

  function show(nodes) {
    find('main').replaceChildren(...nodes)
    begin()
    window.scrollTo(0, 0)
    find('h1')?.focus()
  }

  /** Fetches what the booth shows now. */
  async function goOn() {
    const mine = turn
    try {
      const answer = await request(DOOR)
      if (mine === turn) await showAnswer(answer)
    } catch {
      if (mine === turn) later(goOn, LOOK_EVERY)
    }
  }

  async function statusOf(release) {
    const answer = await request(`${DOOR}/status`, release ? { release } : {})
    if (answer.status === 401) {
      location.replace(DOOR)
      throw new Error('not paired')
    }
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    return answer.json()
  }

  /** Before polls open the office is told what clock and battery show, where the browser knows. */
  async function report() {
    const mine = turn
    const fields = { clock: String(Date.now()) }
    const battery = await navigator.getBattery?.().catch(() => undefined)
    if (battery) {
      fields.battery = String(Math.round(battery.level * 100))
      fields.charging = battery.charging ? '1' : '0'
    }
    await request(`${DOOR}/tilstand`, fields).catch(() => undefined)
    if (mine === turn) later(report, REPORT_EVERY)
  }

  function trouble(there) {
    const line = find('[data-trouble]')
    if (line) line.hidden = !there
  }

  /** Waiting: is there a voter? Voting: has the ballot been taken back, is there still a connection? */
  async function look() {
    const mine = turn
    const { screen: kind, release = '' } = screen().dataset
    try {
      const { ready, over, outcome } = await statusOf(release)
      if (mine !== turn) return
      trouble(false)
      // Once polls are open, neither a trial nor the offer of one may be left for a voter.
      const begun = ready || (!over && (kind === 'trial' || screen().dataset.early !== undefined))
      const waits = kind === 'waiting' || kind === 'trial'
      if (waits ? begun : outcome !== 'open' && !sending) {
        goOn()
        return
      }
    } catch {
      if (mine !== turn) return
      trouble(true)
    }
    later(look, LOOK_EVERY)
  }

  /** The ballot was sent and no answer came: says so, forgets what was chosen, and asks until it is known. */
  function lost(release) {
    showMessage('lost')
    const mine = turn
    const ask = async () => {
      try {
        const { outcome } = await statusOf(release)
        if (mine !== turn) return
        showMessage(`lost_${outcome ?? 'unknown'}`)
        later(goOn, outcome === 'cast' ? THANKS_FOR : SHOW_FOR)
      } catch {
        if (mine === turn) later(ask, LOOK_EVERY)
      }
    }
    later(ask, LOOK_EVERY)
  }

  /** Nobody answered: the screen is cleared at once, and the release taken back as soon as there is a connection. */
  function giveUp() {
    const { release = '' } = screen().dataset
    showMessage('gone')
    const mine = turn
    const send = async () => {
      try {
        const answer = await request(`${DOOR}/opgivet`, { release })
        if (!answer.ok) throw new Error(`status ${answer.status}`)
        if (mine === turn) later(goOn, SHOW_FOR)
      } catch {
        if (mine === turn) later(send, LOOK_EVERY)
      }
    }
    send()
  }

  /** Somebody is here: asks again only when nothing has happened for a while. */
  function awake() {
    clear(asking)
    find('.idle')?.remove()
    for (const node of find('main').children) node.inert = false
    const kind = screen()?.dataset.screen
    if (kind === 'ballot' || kind === 'confirm') later(ask, ASK_AFTER, asking)
  }

  function ask() {
    if (window.speechSynthesis?.speaking || sending) {
      awake()
      return
    }
    const template = find('template[data-live="idle"]')
    if (!template) return
    for (const node of find('main').children) node.inert = true
    document.body.append(template.content.cloneNode(true))
    find('[data-stay]').focus()
    later(giveUp, CLOSE_AFTER, asking)
  }

  async function send(form, button) {
    if (sending) return
    sending = true
    clear(asking)
    const fields = new URLSearchParams(new FormData(form))
    if (button?.name) fields.append(button.name, button.value)
    const casts = form.dataset.cast !== undefined
    for (const one of document.querySelectorAll('main button')) one.disabled = true
    try {
      const answer = await request(form.action, fields)
      if (casts && answer.status >= 500) throw new Error(`status ${answer.status}`)
      sending = false
      await showAnswer(answer)
    } catch {
      sending = false
      if (casts) {
        lost(fields.get('release'))
        return
      }
      for (const one of document.querySelectorAll('main button')) one.disabled = false
      trouble(true)
      awake()
    }
  }

  /** Reading aloud, where the tablet has a voice for the language. */
  function voice() {
    const { lang } = document.documentElement
    return window.speechSynthesis?.getVoices().find((one) => one.lang.toLowerCase().startsWith(lang))
  }

  function offerReading() {
    const button = find('[data-read]')
    if (button) button.hidden = !voice()
  }

  function read(button) {
    const speech = window.speechSynthesis
    const was = speech.speaking
    speech.cancel()
    if (was) return
    const words = [...document.querySelectorAll('main [data-speak]')].map((node) => node.textContent.trim())
    const text = new window.SpeechSynthesisUtterance(words.join('. '))
    const usual = button.textContent
    text.voice = voice()
    text.lang = document.documentElement.lang
    text.onend = text.onerror = () => {
      button.textContent = usual
      awake()
    }
    button.textContent = button.dataset.reading
    speech.speak(text)
  }

  function begin() {
    turn += 1
    clear(timers)
    clear(asking)
    find('.idle')?.remove()
    window.speechSynthesis?.cancel()
    const kind = screen()?.dataset.screen
    if (['waiting', 'ballot', 'confirm', 'trial'].includes(kind)) later(look, LOOK_EVERY)
    if (screen()?.dataset.early !== undefined) report()
    if (kind === 'thanks') later(goOn, THANKS_FOR)
    if (kind === 'ended') later(goOn, 2 * SHOW_FOR)
    offerReading()
    awake()
  }

  document.addEventListener('submit', (event) => {
    if (event.target.dataset.plain !== undefined) return
    event.preventDefault()
    send(event.target, event.submitter)
  })
  document.addEventListener('click', (event) => {
    const { target } = event
    if (target.closest('[data-read]')) read(target.closest('[data-read]'))
    if (target.closest('[data-on]')) {
      event.preventDefault()
      goOn()
    }
  })
  // Whoever notes the code gets time to.
  document.addEventListener(
    'toggle',
    (event) => {
      if (event.target.dataset?.code === undefined || !event.target.open) return
      clear(timers)
      later(goOn, CODE_FOR)
    },
    true,
  )
  for (const kind of ['pointerdown', 'keydown', 'input']) document.addEventListener(kind, awake)
  if (window.speechSynthesis) window.speechSynthesis.onvoiceschanged = offerReading
  // A page that the browser kept in memory is never shown again as it was.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.replace(DOOR)
  })

  // A page that was sent here by a form has no place in the history either.
  if (screen()?.dataset.screen !== 'pairing') history.replaceState(null, '', DOOR)
  begin()
})()
