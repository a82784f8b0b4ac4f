import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../../config.ts'
import { openHouse, type House } from '../../../rehearsal/kit/house.ts'
import type { Page, SentForm } from '../../../rehearsal/kit/page.ts'
import { aTown } from '../../e2e/support/town.ts'
import { testConfig } from '../../support/app.ts'
import { aDatabaseWithConfig } from '../../support/database.ts'
import { walk, walkerAt } from '../../support/walk.ts'

const A_DAY = /(_on|_from|_until|_by|^dato)$/
/** Looks like a stored day, so that a page which takes it for one would turn it round. */
const NO_DAY = '2026-13-01'

describe('Every form', () => {
  let house: House

  before(async () => {
    const { db, config: database } = await aDatabaseWithConfig()
    await db.destroy()
    house = await openHouse({ ...testConfig(), database }, '2026-03-10')
    await aTown(house)
  })

  after(() => house.close())

  it('names each day or field labelled alike that cannot be read, no two by one name, and keeps what was typed', async () => {
    const person = await walkerAt(house, 'secretary')
    const faults: string[] = []
    const fields = new Set<string>()
    const start = ['/kontor', '/kontor/fornyelse/2030-2033/tidsplan']
    for await (const { page } of walk(house, person, start))
      for (const form of formsToTry(page)) {
        const answer = await person.post(form)
        if (answer.status !== 422) {
          faults.push(`${page.url} → ${form.action}: ${answer.status}`)
          continue
        }
        const lines = answer.texts('[role=alert] li a')
        const labelled = answer.texts('[role=alert] li .error-label')
        const twice = lines.filter((line, index) => lines.indexOf(line) !== index)
        if (twice.length > 0) faults.push(`${form.action}: several are called ${twice.join(', ')}`)
        for (const name of daysOf(answer, form)) {
          fields.add(name)
          if (answer.value(name) !== NO_DAY)
            faults.push(`${form.action}: ${name} became ${answer.value(name) ?? '–'}`)
        }
        if (labelled.length < lines.filter((line) => line.includes('Datoen findes ikke')).length)
          faults.push(`${form.action}: ${lines.join(' | ')}`)
      }
    expect(faults).to.deep.equal([])
    expect([...fields]).to.have.length.above(20)
  })

  it('says of a field no more than once that it may be left out, and never where another answer asks for it', async () => {
    const faults: string[] = []
    let optional = 0
    for (const reader of ['secretary', 'administrator'] as const)
      for await (const { page } of walk(house, await walkerAt(house, reader), ['/kontor']))
        for (const said of page.texts('.form-group')) {
          const times = said.match(/frivillig|valgfri/gi)?.length ?? 0
          optional += times
          if (times > 1) faults.push(`${page.url}: ${said}`)
        }
    const texts = [textsOf('da'), textsOf('en')].flat()
    faults.push(...texts.filter((text) => /\((frivillig|valgfri|optional|voluntary)/i.test(text)))
    const templates = filesIn('views')
      .filter((file) => file.endsWith('.ejs'))
      .map(read)
    faults.push(
      ...templates
        .flatMap((text) => text.match(/class="when-[^]*?<\/(div|fieldset)>/g) ?? [])
        .filter((part) => part.includes('optional: true')),
    )
    expect(faults).to.deep.equal([])
    expect(optional).to.be.above(10)
  })
})

function filesIn(folder: string): string[] {
  const entries = readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
  return entries.map((file) => path.join(projectRoot, folder, file))
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}

function textsOf(language: string): string[] {
  return filesIn(`locales/${language}`)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => read(file).split('\n'))
}

function daysOf(page: Page, { action, fields }: SentForm): string[] {
  const shown = page.attributes(`main form[action="${action}"] input[type=text]`, 'name')
  return Object.keys(fields).filter((name) => fields[name] === NO_DAY && shown.includes(name))
}

/** Each posted form that asks for a day, or with several fields of one label, filled in with what is neither day nor number. */
function formsToTry(page: Page): SentForm[] {
  return page
    .$('main form[method=post]')
    .toArray()
    .flatMap((element) => {
      const form = page.$(element)
      const names = form
        .find('input[type=text]')
        .toArray()
        .map((input) => page.$(input).attr('name') ?? '')
      const labels = names.map((name) => page.texts(`label[for="${name.replace(/[^\w-]+/g, '-')}"]`)[0])
      const tried = names.filter(
        (name, index) =>
          A_DAY.test(name) || labels.indexOf(labels[index]) !== labels.lastIndexOf(labels[index]),
      )
      if (tried.length === 0) return []
      const filled = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
      const fields = { ...filled, ...Object.fromEntries(tried.map((name) => [name, NO_DAY])) }
      return [{ action: form.attr('action') ?? page.url, fields }]
    })
}
