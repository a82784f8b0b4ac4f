import type { IsoDate } from '../../../../models/core/dates.ts'
import type { PersonId } from '../../../../models/core/ids.ts'
import { waitsForYes } from '../../../../models/renewal/nominations/consent.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import type { Choice } from '../../../partials/form/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { listOf } from '../../elections/head.ts'
import { assumedFor, type AssumedLine } from './assumed.ts'

export interface AppointPage {
  seat: string
  action: string
  back: string
  /** null when the appointing body has to choose. */
  agreedOn: string | null
  proposals: Choice[]
  appointingBody: string | null
  grounds: Choice[]
  /** The person's yes is not written down yet. */
  asksConsent: boolean
  seatFrom: IsoDate
  seatUntil: IsoDate
  assumed: AssumedLine
}

/** The organisations have answered. */
export function canBeAppointed({ outcome }: Pick<Nomination, 'outcome'>): boolean {
  return outcome.state === 'agreed' || outcome.state === 'disagreement'
}

/** `freeFrom` is the first day on which the seat is free in the term. */
export function appointPage(
  reader: Reader,
  nomination: Nomination,
  freeFrom: IsoDate | undefined,
): AppointPage {
  const { t } = reader
  const { id, seat, term, outcome, answers, appointingBody, grounds } = nomination
  const nameOf = (person: PersonId) => answers.find(({ person_id }) => person_id === person)?.person ?? ''
  const proposals = proposalsIn(reader, nomination, nameOf)
  return {
    seat: seat.label,
    action: paths.appointment(id),
    back: paths.nomination(id),
    agreedOn: outcome.state === 'agreed' ? nameOf(outcome.person) : null,
    proposals,
    appointingBody,
    grounds: grounds.map((ground) => ({ value: ground, text: t(`nominations.ground.${ground}`) })),
    asksConsent: proposals.length > 0 || waitsForYes(nomination) !== undefined,
    seatFrom: freeFrom ?? term.starts_on,
    seatUntil: term.ends_on,
    assumed: assumedFor(reader, nomination),
  }
}

function proposalsIn(
  reader: Reader,
  { outcome, bodies }: Nomination,
  nameOf: (person: PersonId) => string,
): Choice[] {
  const proposals = outcome.state === 'disagreement' ? outcome.proposals : []
  return [...new Set(proposals.map(({ person }) => person))].map((person) => {
    const by = bodies.filter((body) =>
      proposals.some((each) => each.person === person && each.body_id === body.id),
    )
    const names = listOf(
      reader,
      by.map(({ name }) => name),
    )
    return {
      value: String(person),
      text: nameOf(person),
      hint: reader.t('nominations.proposed_by', { names }),
    }
  })
}
