// The verifier in a browser. Everything that is shown is put there as text, so that a file cannot write into the page.
import { formerIn } from './corrections.ts'
import { filled, TEXTS } from './texts.ts'
import { verify } from './verify.ts'

const byId = (id) => document.getElementById(id)
let lang = location.hash === '#en' ? 'en' : 'da'
let report

function element(name, text, ...children) {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  made.append(...children)
  return made
}

/** Every visible word stands in the texts; an element names its own with `data-text`. */
function showTexts() {
  document.documentElement.lang = lang
  document.title = TEXTS[lang].title
  for (const each of document.querySelectorAll('[data-text]'))
    each.textContent = TEXTS[lang][each.dataset.text]
  byId('limits').replaceChildren(...TEXTS[lang].limits_text.map((text) => element('li', text)))
  byId('other').lang = lang === 'da' ? 'en' : 'da'
  if (report) showReport()
}

function showReport() {
  const texts = TEXTS[lang]
  const { verdict, findings, record, code } = report
  byId('verdict').className = verdict
  byId('verdict-heading').textContent = texts.verdict[verdict]
  byId('verdict-text').textContent = texts.verdict_text[verdict]
  byId('findings').replaceChildren(...findings.map((finding) => findingLine(texts, finding)))
  byId('says').hidden = record === null
  if (record !== null) byId('facts').replaceChildren(...factsOf(texts, record, code))
  byId('report').hidden = false
}

function findingLine(texts, { check, result, why }) {
  const line = element('li', undefined, element('strong', texts.result[result]), ` ${texts.checks[check]}`)
  line.className = result
  if (why) line.append(element('p', filled(texts.why[why.key] ?? why.key, why.words)))
  return line
}

function factsOf(texts, record, code) {
  const { candidates = [], totals, result, certifications = [] } = record
  const nameOf = new Map(candidates.map(({ id, name }) => [id, name]))
  const named = (id) => nameOf.get(id) ?? String(id)
  const votes = (totals?.votes ?? []).map((line) => [
    named(line.candidacy_id),
    filled(texts.says_votes, { votes: line.votes }),
  ])
  const facts = [
    [texts.says_elected, (result?.elected ?? []).map(named).join(', ')],
    ...formerIn(record).map((elected) => [texts.says_before, elected.map(named).join(', ')]),
    ...votes,
    ...(totals
      ? [
          [texts.says_ballots, totals.ballots],
          [texts.says_blank, totals.blank],
          [texts.says_invalid, totals.invalid],
        ]
      : []),
    [texts.says_certified, [...new Set(certifications.map(({ certifier }) => certifier))].join(', ')],
    ...(code === null ? [] : [[texts.says_code, code]]),
  ]
  return facts.flatMap(([label, value]) => [element('dt', label), element('dd', String(value))])
}

/** A verdict is about the files and codes that were looked at, and no others. */
function forget() {
  report = undefined
  byId('report').hidden = true
}

async function check(event) {
  event.preventDefault()
  forget()
  const files = await Promise.all(
    [...byId('files').files].map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  const typed = (id) => byId(id).value
  const printed = {
    record: typed('record'),
    line: typed('line'),
    log: typed('log'),
    codes: typed('codes'),
    parts: typed('parts'),
  }
  report = await verify({ files, printed })
  showReport()
  byId('verdict-heading').focus()
}

byId('form').addEventListener('input', forget)
byId('form').addEventListener('submit', (event) => void check(event))
byId('other').addEventListener('click', () => {
  lang = lang === 'da' ? 'en' : 'da'
  showTexts()
})
showTexts()
