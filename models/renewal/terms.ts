import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import { type AreaId, NO_ID, type TermId } from '../core/ids.ts'
import { Refused } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import { proposeRenewal, type RenewalTimetable } from '../rules/renewal/renewal.ts'
import { overlaps } from '../rules/core/spans.ts'
import type { Term } from '../statutes/document.ts'
import { followsMunicipal, lastTerms, termAfter, type TermLength } from '../rules/statutes/term.ts'
import type { TermRow } from '../council/tables.ts'
import { listTerms, listTermsWithAreas } from '../council/terms.ts'
import { statutesOn } from '../statutes/versions.ts'
import { termLengths } from '../statutes/versions.ts'

/** `municipal_election_on`: for a council with terms of its own, the day that it renews itself from. */
export type TermDays = Pick<TermRow, 'starts_on' | 'ends_on' | 'municipal_election_on'>

/** `id` is undefined for a term that the register does not know yet. */
export interface TermToRenew extends TermDays {
  id: TermId | undefined
  /** The term before a suggested one, for the same areas. */
  after: TermId | undefined
  /** The council has terms of its own and has set the day itself: it is no municipal election. */
  own: boolean
}

/** Terms that are not over and have no renewal, and the next term of each group of areas. */
export async function listTermsToRenew(db: Db, today: IsoDate): Promise<TermToRenew[]> {
  const terms = await listTerms(db)
  const renewed = await db('renewals').pluck<TermId[]>('term_id')
  const lengthOn = await termLengths(db)
  const open = terms.filter(({ id, ends_on }) => ends_on >= today && !renewed.includes(id))
  const all = [
    ...open.map((term) => ({ ...term, after: undefined })),
    ...lastTerms(await listTermsWithAreas(db)).map((last) => suggestAfter(last, lengthOn)),
  ]
  return all
    .sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
    .map((term) => ({ ...term, own: !followsMunicipal(lengthOn(term.starts_on)) }))
}

function suggestAfter(
  { id, ...last }: Term & { id: TermId },
  lengthOn: (day: IsoDate) => TermLength,
): Omit<TermToRenew, 'own'> {
  const next = termAfter(last, lengthOn(addDays(last.endsOn, 1)))
  return {
    id: undefined,
    after: id,
    starts_on: next.startsOn,
    ends_on: next.endsOn,
    municipal_election_on: next.municipalElectionOn,
  }
}

/** True when no municipal election comes before the term. */
export async function isOwnTerm(db: Db, startsOn: IsoDate): Promise<boolean> {
  return !followsMunicipal((await termLengths(db))(startsOn))
}

/** Under the statutes of the term's first day. */
export async function proposeFor(db: Db, term: TermDays, today: IsoDate): Promise<RenewalTimetable> {
  const { statutes } = await statutesOn(db, term.starts_on)
  return proposeRenewal({ term, today, complaintDays: statutes.rules.complaintDays.value })
}

/** Stores the term when it is new. `after`: the term before. */
export async function ensureTerm(
  trx: Trx,
  form: TermDays & { after?: TermId | undefined },
): Promise<TermRow> {
  const { starts_on, ends_on, municipal_election_on, after = NO_ID } = form
  if (ends_on <= starts_on) throw new Refused('end_before_start', { from: starts_on }, 'ends_on')
  if (municipal_election_on >= starts_on)
    throw new Refused('municipal_election_after_start', { date: starts_on }, 'municipal_election_on')
  const terms = await listTerms(trx)
  const same = terms.find((term) => term.starts_on === starts_on && term.ends_on === ends_on)
  if (same) return same
  const areas = await trx('term_areas').where({ term_id: after }).pluck<AreaId[]>('area_id')
  for (const other of terms.filter((term) => overlaps(term, { starts_on, ends_on }))) {
    const own = await trx('term_areas').where({ term_id: other.id }).pluck<AreaId[]>('area_id')
    if (own.length === 0 || areas.length === 0 || own.some((area) => areas.includes(area)))
      throw new Refused('term_overlaps', { from: other.starts_on, until: other.ends_on }, 'starts_on')
  }
  const id = await insertOne(trx, 'terms', { starts_on, ends_on, municipal_election_on })
  for (const area_id of areas) await trx('term_areas').insert({ term_id: id, area_id })
  return { id, starts_on, ends_on, municipal_election_on }
}
