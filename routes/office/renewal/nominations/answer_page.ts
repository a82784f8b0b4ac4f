import type { Request } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import { paths } from '../../../../views/paths.ts'
import type { Option } from './ask_page.ts'

/** office/nominations/answer. */
export interface AnswerPage {
  seat: string
  action: string
  back: string
  bodies: Option[]
  body: string
  agreement: Nomination['agreement']
  /** Those who are named already: one tap to name the same. */
  proposals: Option[]
  people: Option[]
  today: IsoDate
}

export async function answerPage(req: Request, nomination: Nomination): Promise<AnswerPage> {
  const { id, seat, bodies, answers, agreement } = nomination
  const wanted = bodies.find((body) => String(body.id) === req.query.organisation)
  const unanswered = bodies.filter((body) => !answers.some(({ body_id }) => body_id === body.id))
  const only = unanswered.length === 1 ? unanswered[0] : undefined
  const named = new Map(
    answers.filter(({ counts }) => counts).map(({ person_id, person }) => [person_id, person]),
  )
  const people = await listPeople(req.db, req.clock.today())
  return {
    seat: seat.label,
    action: paths.nominationAnswer(id),
    back: paths.nomination(id),
    bodies: bodies.map((body) => ({ value: String(body.id), text: body.name })),
    body: String((wanted ?? only ?? (bodies.length === 1 ? bodies[0] : undefined))?.id ?? ''),
    agreement,
    proposals: [...named].map(([person, name]) => ({ value: String(person), text: name })),
    people: people
      .filter((person) => !named.has(person.id))
      .map((person) => ({
        value: String(person.id),
        text: person.seat ? `${person.name} (${person.seat.label})` : person.name,
      })),
    today: req.clock.today(),
  }
}
