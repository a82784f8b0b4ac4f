import { isoDate } from '../../../models/core/dates.ts'
import type { SeatInArea } from '../../../models/council/seats.ts'
import type { TermRow } from '../../../models/council/tables.ts'
import type {
  AskedBody,
  Nomination,
  RecordedAnswer,
} from '../../../models/renewal/nominations/nominations.ts'
import { anId, someIds } from '../ids.ts'

/* Rows for pages that are tried without a database. */

export const theTerm: TermRow = {
  id: anId(3),
  starts_on: isoDate('2026-01-01'),
  ends_on: isoDate('2029-12-31'),
  municipal_election_on: isoDate('2025-11-18'),
}

export function aSeat(given: Partial<SeatInArea> = {}): SeatInArea {
  const area = { area_id: anId(4), area_slug: 'kontanthjaelp', area_name: 'Kontanthjælp' } as const
  const row = {
    id: anId(5),
    number: 5,
    slug: 'kontanthjaelp',
    starts_on: isoDate('2018-01-01'),
    ends_on: null,
  }
  return { ...row, ...area, area_kind: 'organisations', label: 'Kontanthjælp', ...given }
}

export function anAskedBody(id: number, name: string, given: Partial<AskedBody> = {}): AskedBody {
  const row = {
    id: anId(id),
    slug: name.toLowerCase(),
    kind: 'organisation',
    active_from: null,
    active_until: null,
  }
  return { ...row, name, successor_reason: null, refusal: undefined, ...given } as AskedBody
}

export function anAnswerOf(
  body_id: number,
  person_id: number,
  person: string,
  given: Partial<RecordedAnswer> = {},
): RecordedAnswer {
  const said = { answered_on: isoDate('2026-01-12'), given_by: 'Rikke Bach', recorded_by: 'Signe Holm' }
  const row = {
    id: anId(person_id),
    nomination_id: anId(6),
    body_id: anId(body_id),
    person_id: anId(person_id),
    person,
    ...said,
  }
  return { ...row, counts: true, reply: undefined, ...given }
}

/** Asked on 5 January 2026 to answer together by the 26th: SAND and Livtagerne have not answered yet. */
export function aPlainNomination(given: Partial<Nomination> = {}): Nomination {
  const row = {
    id: anId(6),
    seat_id: anId(5),
    term_id: anId(3),
    body_id: null,
    status: 'open',
    statutes_version_id: anId(1),
  } as const
  const rules = { agreement: 'joint', agreementConfirmed: true, grounds: ['resident', 'active'] } as const
  const appointing = { appointingBody: 'Socialudvalget', appointingBodyConfirmed: true }
  return {
    ...row,
    ...rules,
    ...appointing,
    asked_on: isoDate('2026-01-05'),
    answer_by: isoDate('2026-01-26'),
    seat: aSeat(),
    term: theTerm,
    bodies: [anAskedBody(1, 'SAND'), anAskedBody(2, 'Livtagerne')],
    answers: [],
    outcome: { state: 'waiting', missing: someIds(1, 2) },
    letters: [],
    appointment: undefined,
    closing: undefined,
    ...given,
  }
}
