import { canonicalOf, sha256 } from '../../../models/core/canonical.ts'
import type { RecordData } from '../../../bin/verifier/record.ts'
import { canonical, type Json } from '../../../bin/verifier/text.ts'
import type { Given } from '../../../bin/verifier/verify.ts'

export const CODES = ['a', 'b', 'c', 'd'].map((sign) => sign.repeat(64))
const SEED = '5'.repeat(64)
const WORDS = 'kaffe og kage'
const NAMES = new Map([
  [11, 'Åse Wang'],
  [12, 'Anker Bro'],
  [13, 'Jens Ærø'],
])

/**
 * One seat, paper and tablet. Paper: 20 in the box, 1 blank, 1 invalid, 8 + 7 + 3 votes. Tablet: 5 released, 1 given up,
 * 4 in the box: 1 + 2 + 1. Together 9, 9 and 4: a tie at the border, settled by a lot that the app drew.
 */
export function aMixedRecord(): RecordData {
  const hashes = [11, 12]
    .map((id) => ({ candidacy_id: id, hash: sha256(`${SEED}:${WORDS}:${id}:${NAMES.get(id) ?? ''}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const chosen = [hashes[0]?.candidacy_id ?? 0]
  const sheet = (counter: string) => ({
    ...{ counter, ballots_in_box: 20, blank: 1, invalid: 1, difference_reason: null },
    votes: votes(8, 7, 3),
    invalid_ballots: [{ reason: 'unclear' }],
  })
  const result = { outcome: 'decided', elected: chosen, among: [], seatsLeft: 0, steps: [], hash: '' }
  return withResultCode({
    election: {
      ...{
        id: 7,
        area: 'perron-4',
        term: ['2026-01-01', '2029-12-31'],
        kind: 'ordinary',
        seats: 1,
        means: 'both',
      },
      crosses: { min: 1, max: 1 },
    },
    statutes: { version_id: 1 },
    timetable: { polling_on: '2026-03-10' },
    board: ['Signe Holm', 'Vera Stub'],
    candidates: [...NAMES].map(([id, name], index) => ({ id, name, position: index + 1 })),
    list: { version: 1, lot: null },
    papers: {
      ...{ printed: 40, handed_out: 21, exchanged: 1, not_returned: 0, unused: 19, in_box: 20 },
      difference_reason: null,
    },
    rounds: [{ round: 1, sheets: [sheet('Signe Holm'), sheet('Bo Krag')] }],
    booth: {
      ...{ releases: 5, voided: 1, envelopes: 4, blank: 0, invalid: 0 },
      votes: votes(1, 2, 1),
      codes_hash: sha256(CODES.join('\n')),
      ...{ opened_by: 'Bo Krag og Lis Winther', opened_on: '2026-03-10' },
    },
    totals: { ballots: 24, blank: 1, invalid: 1, votes: votes(9, 9, 4) },
    result,
    lot: {
      ...{ among: [11, 12], chosen, method: 'other', witnesses: 'Vera Stub' },
      ...{ drawn_by: 'Signe Holm', drawn_on: '2026-03-10' },
      draw: { commitment: sha256(SEED), seed: SEED, words: WORDS, hashes },
    },
    uncontested: null,
    recounts: [],
    certifications: ['Signe Holm', 'Vera Stub'].map((certifier) => ({
      ...{ round: 1, certifier },
      result_hash: result.hash,
    })),
    made_at: 'certified',
  })
}

/** The code of the result as the program makes it, written out here once more; two certify it. */
export function withResultCode(record: RecordData): RecordData {
  const { id, area, term, kind, seats } = record.election
  const [first, second] = record.rounds.at(-1)?.sheets ?? []
  const { in_box: _inBox, ...papers } = record.papers!
  const { draw, ...lot } = record.lot!
  const { hash: _hash, ...result } = record.result!
  const hash = sha256(
    canonicalOf({
      ...{ format: 1, uncontested: null, ...result },
      election: {
        ...{ id, area, term, kind, seats, polling_on: '2026-03-10' },
        ...{ statutes_version_id: 1, list_version: 1 },
      },
      candidates: record.candidates.map((one) => ({ id: one.id, name: one.name })),
      count: {
        ...{ round: 1, ballots_in_box: first!.ballots_in_box, blank: first!.blank },
        ...{ invalid: first!.invalid, votes: first!.votes, papers },
        counters: [first!, second!].map((one) => ({
          name: one.counter,
          difference_reason: one.difference_reason,
        })),
        lot: { ...lot, draw: { commitment: draw!.commitment, seed: draw!.seed, words: draw!.words } },
      },
      booth: { ...record.booth, round: 0, lot: null },
    }),
  )
  record.result!.hash = hash
  for (const one of record.certifications) one.result_hash = hash
  return record
}

function votes(...each: number[]) {
  return each.map((one, index) => ({ candidacy_id: 11 + index, votes: one }))
}

export const NOTHING_PRINTED: Given['printed'] = { record: '', line: '', log: '', codes: '', parts: '' }

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** The text of the record's file, with the salt that every record has. */
export function textOf(record: RecordData): string {
  return canonical({
    words_sealed: [],
    ...(record as unknown as { [key: string]: Json }),
    salt: '0'.repeat(32),
  })
}

export function asFile(name: string, text: string) {
  return { name, bytes: bytesOf(text) }
}
