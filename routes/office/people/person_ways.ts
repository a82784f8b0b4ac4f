import type { Request } from 'express'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import type { PersonNomination } from '../../../models/renewal/nominations/of_person.ts'
import type { CandidacyOutcome } from '../../../models/rules/elections/candidacy_outcome.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import type { ElectionKind } from '../../../models/elections/tables.ts'
import { paths } from '../../../views/paths.ts'
import type { Reading } from './person_page.ts'
import { atArea } from '../../../views/partials/council/seat_words.ts'

/* The ways to a seat: elections, nominations, standing ready as a substitute. */

export interface PersonElection {
  name: string
  href: string
  kind: ElectionKind
  polling_on: IsoDate
  outcome: CandidacyOutcome
}

/** Before the list is approved, and where somebody has withdrawn, it is for those who work with the election. */
export function electionsOf(
  req: Request,
  statutes: Statutes,
  { candidacies }: PersonLife,
  { privately, elections }: Reading,
): PersonElection[] {
  return candidacies
    .filter(({ election, outcome }) => privately || elections || (election.listed && outcome !== 'withdrawn'))
    .map(({ election, outcome }) => ({
      name: req.t('elections.name', { at: atArea(req, statutes, election.area_slug, election.area_name) }),
      href: elections ? paths.election(election.id) : paths.publicElection(election.id),
      ...{ kind: election.kind, polling_on: election.polling_on, outcome },
    }))
}

export interface PersonNominationLine {
  seat: string
  /** null for those who may not read nominations. */
  href: string | null
  lines: string[]
}

/** Whoever was named and not appointed is told of to those who work with nominations, and to the person. */
export function nominationsOf(
  req: Request,
  { nominations }: PersonLife,
  reading: Reading,
): PersonNominationLine[] {
  const all = reading.privately || reading.nominations
  return nominations
    .filter(({ appointment }) => all || appointment)
    .map((nomination) => ({
      seat: nomination.seat.label,
      href: reading.nominations ? paths.nomination(nomination.id) : null,
      lines: nominationLines(req, nomination, all),
    }))
}

function nominationLines(req: Request, nomination: PersonNomination, all: boolean): string[] {
  const { answers, replies, appointment, status } = nomination
  const say = (key: string, date: IsoDate, name = '') =>
    req.t(`insight.life.${key}`, { name, date: formatDate(date, req.lang) })
  const named = answers.filter(({ replaced_on, refusal }) => all || (replaced_on === null && !refusal))
  return [
    ...named.flatMap(({ body, answered_on, replaced_on, refusal }) => [
      say('named', answered_on, body),
      ...(replaced_on === null ? [] : [say('replaced', replaced_on, body)]),
      ...(refusal ? [say('refused', refusal.answered_on, body)] : []),
    ]),
    ...(all ? replies.map(({ reply, replied_on }) => say(`reply.${reply}`, replied_on)) : []),
    ...(appointment
      ? [say('appointed', appointment.decided_on, appointment.appointing_body)]
      : [req.t(`insight.life.${status === 'open' ? 'not_decided' : 'not_appointed'}`)]),
  ]
}

export interface PersonSubstituteLine {
  place: string
  number: number | null
  starts_on: IsoDate
  term: { starts_on: IsoDate; ends_on: IsoDate }
  withdrawn_on: IsoDate | null
  stepped_in_on: IsoDate | null
  notes: string[]
}

export function substitutesOf({ substitutes }: PersonLife, { privately }: Reading): PersonSubstituteLine[] {
  return substitutes.map((one) => ({
    ...{ place: one.place, number: one.position, term: one.term },
    starts_on: one.registered_on,
    withdrawn_on: one.withdrawn_on,
    stepped_in_on: one.substitution?.recorded_on ?? null,
    notes: privately
      ? [one.withdrawn_on === null ? null : one.withdrawn_note, one.substitution?.note ?? null].filter(
          (note) => note !== null,
        )
      : [],
  }))
}
