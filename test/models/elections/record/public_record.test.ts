import { expect } from 'chai'
import fc from 'fast-check'
import {
  canonicalJson,
  canonicalOf,
  parseJson,
  sha256,
  type Json,
} from '../../../../models/core/canonical.ts'
import {
  publicCode,
  publicRecord,
  type KeptBack,
  type PublicRecord,
} from '../../../../models/elections/record/public_record.ts'
import { aRecordDocument } from '../../../support/builders/documents.ts'

const DOCUMENT = canonicalOf(
  aRecordDocument({
    words_sealed: [],
    packages: { sealings: [], openings: [] },
    conduct: { presences: [], objections: [] },
  }),
)
const REASONS: readonly KeptBack[] = ['figures', 'boxes', 'sheets', 'help', 'names', 'reopenings']

const read = (kept: readonly KeptBack[], document = DOCUMENT) =>
  parseJson(publicRecord(document, kept)) as unknown as PublicRecord

function keptOf({ sections }: PublicRecord): string[] {
  return Object.keys(sections).filter((name) => 'hash' in (sections[name] ?? {}))
}

/** As an outsider computes it, from what is in the file alone. */
function codeFrom({ sections }: PublicRecord): string {
  const hashes = Object.entries(sections).map(([name, section]) => [
    name,
    'hash' in section ? section.hash : sha256(canonicalJson([name, section.salt, section.value])),
  ])
  return sha256(canonicalJson(Object.fromEntries(hashes) as Json))
}

describe('The public part of a record', () => {
  it('keeps back the sections that a reason asks for, and never shows the salt of all beside what is kept', () => {
    const table: [KeptBack[], string[]][] = [
      [[], []],
      [['sheets'], ['packages', 'recounts', 'rounds', 'salt', 'words_sealed']],
      [['help'], ['polling', 'salt', 'words_sealed']],
      [['reopenings'], ['list', 'salt', 'words_sealed']],
      [
        ['names'],
        [
          ...[
            'ballot_destruction',
            'candidates',
            'complaints',
            'conduct',
            'list',
            'lot',
            'packages',
            'papers',
          ],
          ...['polling', 'prints', 'recounts', 'rounds', 'salt', 'words_sealed'],
        ],
      ],
      [
        ['boxes'],
        [
          ...['ballot_destruction', 'booth', 'certifications', 'complaints', 'conduct', 'packages', 'papers'],
          ...['polling', 'recounts', 'result', 'rounds', 'salt', 'words_sealed'],
        ],
      ],
    ]
    for (const [reasons, kept] of table) expect(keptOf(read(reasons)), reasons.join()).to.deep.equal(kept)
  })

  it('shows that there was no recount, whatever is kept back, and not what is said of one', () => {
    const { recounts } = aRecordDocument()
    const none = canonicalOf(aRecordDocument({ recounts: [], words_sealed: [] }))
    expect(recounts.length).to.be.greaterThan(0)
    fc.assert(
      fc.property(fc.subarray([...REASONS]), (reasons) => {
        const part = read(reasons, none)
        expect(part.sections.recounts).to.have.property('value').that.deep.equals([])
        expect([part.code, codeFrom(part)]).to.deep.equal([publicCode(none), publicCode(none)])
      }),
    )
    for (const reason of ['figures', 'boxes', 'sheets', 'names'] as const)
      expect(read([reason]).sections.recounts, reason).to.have.keys('hash')
  })

  it('has the code of the certified record whatever is kept back, which anybody can compute from it', () => {
    fc.assert(
      fc.property(fc.subarray([...REASONS]), (reasons) => {
        const part = read(reasons)
        expect([part.code, codeFrom(part)]).to.deep.equal([publicCode(DOCUMENT), publicCode(DOCUMENT)])
      }),
    )
  })

  it('has another code when any section says another thing', () => {
    const record = parseJson(DOCUMENT) as Record<string, Json>
    const names = Object.keys(record)
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom<Json>('x', 1, null, [], {}), (name, value) => {
        fc.pre(canonicalJson(record[name] ?? null) !== canonicalJson(value))
        expect(publicCode(canonicalJson({ ...record, [name]: value }))).not.to.equal(publicCode(DOCUMENT))
      }),
    )
    expect(publicCode(canonicalJson(Object.fromEntries(Object.entries(record).slice(1))))).not.to.equal(
      publicCode(DOCUMENT),
    )
  })

  it('tells nothing of what is kept: neither a value, nor a salt with which values could be tried', () => {
    const record = aRecordDocument()
    const text = publicRecord(DOCUMENT, ['boxes', 'names'])
    const { salt, rounds, candidates } = record
    for (const name of ['rounds', 'candidates', 'booth'] as const) {
      const own = sha256(canonicalJson([salt, name]))
      expect(text, name)
        .not.to.include(own)
        .and.not.to.include(canonicalOf(record[name] ?? {}))
    }
    expect(text).not.to.include(salt)
    for (const { name } of candidates) expect(text).not.to.include(name)
    for (const { sheets } of rounds)
      for (const { counter } of sheets) expect(text).not.to.include(`"counter":"${counter}"`)
    // The same figures in another record give another hash.
    const other = read(['boxes'], canonicalOf({ ...record, salt: 'f'.repeat(32) }))
    expect(other.sections.booth).not.to.deep.equal(read(['boxes']).sections.booth)
  })

  it('keeps back what this program does not know, for any reason', () => {
    const newer = canonicalOf({ ...aRecordDocument(), words_sealed: [], of_later: { votes: 1 } })
    expect(keptOf(read(['help'], newer))).to.deep.equal(['of_later', 'polling', 'salt', 'words_sealed'])
    expect(keptOf(read([], newer))).to.deep.equal([])
  })
})
