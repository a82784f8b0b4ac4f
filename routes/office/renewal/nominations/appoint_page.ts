import type { Request } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { freeFrom } from '../../../../models/renewal/nominations/seat_in_term.ts'
import { paths } from '../../../../views/paths.ts'
import type { Option } from './ask_page.ts'
import { assumedFor, type AssumedLine } from './assumed.ts'
import { years } from './list_page.ts'

/** office/nominations/appoint. */
export interface AppointPage {
  seat: string
  term: string
  action: string
  back: string
  /** The one they agree on; null where the appointing body has to choose. */
  agreedOn: string | null
  proposals: Option[]
  appointingBody: string | null
  grounds: Option[]
  /** Nobody has written down yet that the person says yes. */
  asksConsent: boolean
  /** The days of the seat in the term, without those of whoever holds it now. */
  seatFrom: IsoDate
  seatUntil: IsoDate
  today: IsoDate
  assumed: AssumedLine
}

export async function appointPage(req: Request, nomination: Nomination): Promise<AppointPage> {
  const { id, seat, term, outcome, answers, bodies, appointingBody } = nomination
  const nameOf = (person: number) => answers.find(({ person_id }) => person_id === person)?.person ?? ''
  const list = new Intl.ListFormat(req.lang)
  const proposed = outcome.state === 'disagreement' ? outcome.proposals : []
  const people = [...new Set(proposed.map(({ person }) => person))]
  const by = (person: number) =>
    list.format(
      bodies
        .filter((body) => proposed.some((each) => each.person === person && each.body_id === body.id))
        .map(({ name }) => name),
    )
  return {
    seat: seat.label,
    term: years(term),
    action: paths.appointment(id),
    back: paths.nomination(id),
    agreedOn: outcome.state === 'agreed' ? nameOf(outcome.person) : null,
    proposals: people.map((person) => ({
      value: String(person),
      text: nameOf(person),
      hint: req.t('nominations.proposed_by', { names: by(person) }),
    })),
    appointingBody,
    grounds: nomination.grounds.map((ground) => ({
      value: ground,
      text: req.t(`nominations.ground.${ground}`),
    })),
    asksConsent: people.length > 0 || !hasSaidYes(nomination),
    seatFrom: (await freeFrom(req.db, seat, term, term.starts_on)) ?? term.starts_on,
    seatUntil: term.ends_on,
    today: req.clock.today(),
    assumed: assumedFor(req, nomination),
  }
}

function hasSaidYes({ outcome, answers }: Nomination): boolean {
  if (outcome.state !== 'agreed') return false
  return answers.some(({ person_id, reply }) => person_id === outcome.person && reply?.reply === 'yes')
}
