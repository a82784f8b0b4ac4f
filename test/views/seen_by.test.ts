import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'

/** Where people who use a place can be named, or written about in somebody's own words. */
const ROOMS = ['views/office/elections', 'views/partials/elections']

/** Fields whose text is no name and tells of nobody; each with what it takes. */
const NO_WORDS: Readonly<Record<string, string>> = {
  opens_at: 'a time',
  closes_at: 'a time',
  opened_at: 'a time',
  closed_at: 'a time',
  from_at: 'a time',
  until_at: 'a time',
  sealed_at: 'a time',
  place: 'where people vote',
  slip_1: 'the words of a key slip',
  'row.seal': 'the number of a seal',
  name: 'days and times of the timetable, by their names',
}

interface Field {
  file: string
  part: string
  name: string
  text: string
}

/** The text fields and text areas of the templates, with what stands in the braces of each. */
function fieldsOf(file: string): Field[] {
  const text = readFileSync(path.join(projectRoot, file), 'utf8')
  const plain = /include\('\/partials\/form\/(text_field|textarea)', \{ field: \{([\s\S]*?)\} \}\)/g
  const listed =
    /kind: (?:\/\*\* @type \{const\} \*\/ \()?'(text_field|textarea)'\)?,\s*field: \{([\s\S]*?)\}\s*,?\s*\}/g
  return [...text.matchAll(plain), ...text.matchAll(listed)].map(([, part = '', inner = '']) => {
    return { file, part, name: /name: '?([\w.]+)/.exec(inner)?.[1] ?? '?', text: inner }
  })
}

describe('Who reads what is typed about people', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(path.join(projectRoot, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ejs'))
      .map((file) => path.join(room, file)),
  )
  const fields = files.flatMap(fieldsOf)

  it('stands beside each field of an election that takes a name or somebody’s own words', () => {
    expect(fields.length).to.be.greaterThan(50)
    const silent = fields.filter(
      ({ file, name, text }) =>
        !text.includes('seen: ') &&
        !(name in NO_WORDS && (name !== 'name' || file.endsWith('_timetable.ejs'))) &&
        !/inputmode|type: '(email|tel|search)'/.test(text),
    )
    expect(silent.map(({ file, name }) => `${file}: ${name}`)).to.deep.equal([])
  })

  it('leaves out no field that is there', () => {
    for (const name of Object.keys(NO_WORDS))
      expect(
        fields.map((field) => field.name),
        name,
      ).to.include(name)
  })
})
