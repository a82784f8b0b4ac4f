import { expect } from 'chai'
import fc from 'fast-check'
import {
  canonicalJson,
  canonicalOf,
  parseJson,
  sha256,
  type Json,
} from '../../../../models/core/canonical.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { keepsPeople, publicCode, publicRecord } from '../../../../models/elections/record/public_record.ts'
import { sealedPlaces } from '../../../../models/elections/record/sealed_words.ts'
import { codeOfParts } from '../../../../bin/verifier/public_part.ts'
import { isObject } from '../../../../bin/verifier/text.ts'
import { verify } from '../../../../bin/verifier/verify.ts'
import { aRecordDocument } from '../../../support/builders/documents.ts'
import { anId } from '../../../support/ids.ts'

const DAY = isoDate('2026-03-10')
const LOT = {
  method: 'slips',
  ...{ drawn_by: 'Signe Holm', drawn_on: DAY, draw: null },
  witnesses: 'Dagmar Lind og Otto Kjær',
} as const

/** One who withdrew, witnesses of a lot, and one who was there. */
function aRecord() {
  const record = aRecordDocument({
    lot: { ...LOT, among: [], chosen: [] },
    conduct: {
      presences: [
        { phase: 'counting', name: 'Ejnar Ås', present_on: DAY, from_at: '14.00', until_at: '15.00' },
      ],
      objections: [],
    },
  })
  const [first, ...rest] = record.candidates
  if (!first) throw new Error('a record has candidates')
  const gone = { ...first, id: anId(99), name: 'Villy Bak', position: null, withdrawn_on: DAY }
  const whole = { ...record, candidates: [first, ...rest, gone] }
  return { ...whole, words_sealed: sealedPlaces(whole) }
}

const PEOPLE = ['Dagmar Lind', 'Otto Kjær', 'Ejnar Ås', 'Villy Bak']

describe('The sealed texts of a record', () => {
  it('are those of people who watched, were there or withdrew, and what was written in own words', () => {
    const { words_sealed, candidates } = aRecord()
    expect(words_sealed).to.include.members([
      `candidates.${candidates.length - 1}.name`,
      'lot.witnesses',
      'conduct.presences.0.name',
      'polling.opening.first_witness',
      'polling.opening.second_witness',
    ])
    expect(words_sealed).not.to.include('candidates.0.name')
    expect(new Set(words_sealed).size).to.equal(words_sealed.length)
  })

  it('stand in no public part, and those who stood, the board and the figures do', () => {
    const record = aRecord()
    const text = publicRecord(canonicalOf(record), [])
    for (const name of [...PEOPLE, record.salt, record.polling.opening?.second_witness ?? '?'])
      expect(text).not.to.include(name)
    for (const shown of [record.candidates[0]?.name, ...record.board]) expect(text).to.include(shown)
    expect(text).to.include('"totals":{"salt"')
  })

  it('have a code each, which nobody finds by trying names', () => {
    const record = aRecord()
    const codes = (salt: string) => {
      const text = publicRecord(canonicalOf({ ...record, salt }), [])
      return [...text.matchAll(/"sealed":"([0-9a-f]{64})"/g)].map(([, code = '']) => code)
    }
    const own = codes(record.salt)
    expect(own).to.have.length(record.words_sealed.length)
    expect(own).not.to.include.members([sha256('Ejnar Ås'), sha256(canonicalJson('Ejnar Ås'))])
    // The same names in another record have other codes, and so has the same name in another place.
    expect(codes('f'.repeat(32)).filter((code) => own.includes(code))).to.deep.equal([])
    expect(new Set(own).size).to.equal(own.length)
  })

  it('are bound to the signed record: another name gives another code of the parts', () => {
    const record = aRecord()
    const code = publicCode(canonicalOf(record))
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        fc.pre(name !== LOT.witnesses)
        expect(publicCode(canonicalOf({ ...record, lot: { ...record.lot, witnesses: name } }))).not.to.equal(
          code,
        )
      }),
    )
  })

  it('give the same code to an outsider with the whole record, and with its part alone', async () => {
    const text = canonicalOf(aRecord())
    const code = publicCode(text)
    const whole: Json = parseJson(text)
    expect(isObject(whole) && (await codeOfParts(whole))).to.equal(code)
    const file = { name: 'del.json', bytes: new TextEncoder().encode(publicRecord(text, [])) }
    const report = await verify({
      files: [file],
      printed: { record: '', line: '', log: '', codes: '', parts: code },
    })
    expect(report.findings.find(({ check }) => check === 'parts')?.result).to.equal('fits')
  })

  it('are kept back with their whole section in a record from before, whose other sections are as they were', () => {
    const { words_sealed: _none, ...old } = aRecord()
    const text = publicRecord(canonicalOf(old), [])
    for (const name of PEOPLE) expect(text).not.to.include(name)
    expect([...keepsPeople(canonicalOf(old))]).to.include.members(['candidates', 'conduct', 'lot', 'polling'])
    expect(text).to.include('"totals":{"salt"').and.not.to.include(old.salt)
  })
})
