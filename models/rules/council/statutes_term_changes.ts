/** @article ruleChanges */

import { addDays, type IsoDate } from '../../core/dates.ts'
import type { TermId } from '../../core/ids.ts'
import type { MemberNow, RegisterNow, TermNow } from './register_now.ts'
import type { Statutes, Term } from '../../statutes/document.ts'
import { canonical } from '../../statutes/comparison.ts'
import { includesDay, lastEndedBefore } from '../core/spans.ts'
import { refused, type Refusal } from '../core/verdict.ts'

/** A term that the version adds, or one whose last day or election day it moves. */
export type TermChange =
  | { change: 'added'; term: Term }
  | {
      change: 'moved'
      id: TermId
      term: Term
      wasUntil: IsoDate
      /** Members whose membership would last longer than the term: it ends with the term. */
      shortened: MemberNow[]
      /**
       * Members whose membership ended with the old last day: it still does, and the seat is vacant until the new last
       * day.
       */
      notExtended: MemberNow[]
    }

/**
 * The changes of the terms, which are known by their first day and their areas. A term that the version does not name
 * stays as it is: elections and memberships may hang on it. Refused when a shorter term leaves no day for a member who
 * is booked.
 */
export function termChanges(
  before: Statutes,
  after: Statutes,
  { terms, members }: RegisterNow,
): TermChange[] | Refusal<'term_cuts_coming'> {
  const changes: TermChange[] = []
  const told = before.terms.map((term) => canonical(term))
  for (const term of after.terms) {
    if (told.includes(canonical(term))) continue
    const known = terms.find((row) => row.starts_on === term.startsOn && sameAreas(row, term))
    if (!known) {
      changes.push({ change: 'added', term })
      continue
    }
    if (known.ends_on === term.endsOn && known.municipal_election_on === term.municipalElectionOn) continue
    const own = members.filter(({ term_id }) => term_id === known.id)
    const coming = own.find(({ starts_on }) => starts_on > term.endsOn)
    if (coming) {
      const params = { person: coming.person, from: coming.starts_on, until: term.endsOn }
      return refused('term_cuts_coming', params, 'document')
    }
    const isLonger = lastEndedBefore([known], term.endsOn) !== undefined
    changes.push({
      ...{ change: 'moved', id: known.id, term, wasUntil: known.ends_on },
      shortened: own.filter((member) => includesDay(member, addDays(term.endsOn, 1))),
      notExtended: isLonger ? own.filter((member) => includesDay(member, known.ends_on)) : [],
    })
  }
  return changes
}

function sameAreas(row: TermNow, term: Term): boolean {
  return [...row.areas].sort().join() === [...(term.areas ?? [])].sort().join()
}
