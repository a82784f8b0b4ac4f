import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Body } from '../../../../models/bodies/bodies.ts'
import type { ListedPerson } from '../../../../models/council/people_with_seats.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { isPlace } from '../../../../models/rules/core/by_kind.ts'
import type { Choice } from '../../../partials/form/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { bodyChoices } from './words.ts'

export interface AnswerPage {
  seat: string
  action: string
  back: string
  bodies: Choice[]
  /** The only organisation that is asked, so that the form asks for no choice. */
  only: Choice | undefined
  body: string
  agreement: Nomination['agreement']
  /** People who are named already, one tap to name again; then a person of the register, and a new one. */
  nominees: Choice[]
  people: Choice[]
  /** The organisations that are asked, and the places: they can pass messages on. */
  via: Choice[]
  today: IsoDate
}

/** `asked` is the organisation of the link that led here. */
export function answerPage(
  { t, today }: Reader,
  nomination: Nomination,
  people: readonly Pick<ListedPerson, 'id' | 'name' | 'seat'>[],
  passers: readonly Body[],
  asked: unknown,
): AnswerPage {
  const { id, seat, bodies, answers, agreement } = nomination
  const unanswered = bodies.filter((body) => !answers.some(({ body_id }) => body_id === body.id))
  const onlyLeft = unanswered.length === 1 ? unanswered[0] : undefined
  const wanted = bodies.find((body) => String(body.id) === asked)
  const named = new Map(
    answers.filter(({ counts }) => counts).map(({ person_id, person }) => [person_id, person]),
  )
  const known = people
    .filter((person) => !named.has(person.id))
    .map((person) => ({
      value: String(person.id),
      text: person.seat ? `${person.name} (${person.seat.label})` : person.name,
    }))
  const { only, ...choices } = bodyChoices(bodies)
  return {
    seat: seat.label,
    action: paths.nominationAnswer(id),
    back: paths.nomination(id),
    ...choices,
    only,
    body: String((wanted ?? onlyLeft)?.id ?? only?.value ?? ''),
    agreement,
    nominees: [
      ...[...named].map(([person, text]) => ({ value: String(person), text })),
      ...(known.length > 0 ? [{ value: 'known', text: t('nominations.whom_known') }] : []),
      { value: 'new', text: t('nominations.whom_new') },
    ],
    people: known,
    via: [...bodies, ...passers.filter((body) => isPlace(body) && (body.active_until ?? today) >= today)].map(
      ({ id: value, name }) => ({ value: String(value), text: name }),
    ),
    today,
  }
}
