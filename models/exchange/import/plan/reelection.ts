import type { Held } from './overlaps.ts'
import type { ImportSeat, ReadLine } from './lines.ts'
import type { PlannedMembership } from './pieces.ts'
import type { RuleValue, Term } from '../../../statutes/schema.ts'
import { termKey, termOn } from '../../../rules/statutes/term.ts'

/** Warns once for each person. Later rules do not bind past terms, so the file can still be stored. */
export function warnBeyondTerms(
  planned: readonly PlannedMembership[],
  known: {
    reelection: RuleValue<'reelection'>
    terms: readonly Term[]
    memberships: readonly Held[]
    seats: readonly ImportSeat[]
  },
): void {
  if (known.reelection === 'unlimited') return
  const { maxTerms } = known.reelection
  const areas = new Map(known.seats.map(({ id, area }) => [id, area]))
  const terms = new Map<string, Set<string>>()
  const last = new Map<string, ReadLine>()
  const sits = (who: string, term: Term | undefined) => {
    if (term) terms.set(who, (terms.get(who) ?? new Set()).add(termKey(term)))
  }
  for (const { person_id, seat_id, starts_on } of known.memberships)
    sits(`#${person_id}`, termOn(known.terms, starts_on, areas.get(seat_id)))
  for (const { who, term, line } of planned) {
    const key = 'personId' in who ? `#${who.personId}` : who.name
    sits(key, term)
    last.set(key, line)
  }
  for (const [who, line] of last) {
    const sat = terms.get(who)?.size ?? 0
    if (sat > maxTerms)
      line.problems.push({ level: 'warning', code: 'beyond_terms', params: { count: maxTerms, terms: sat } })
  }
}
