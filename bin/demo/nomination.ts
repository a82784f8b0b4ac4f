import { addDays, type IsoDate } from '../../models/core/dates.ts'
import { NO_ID, type NominationId, type PersonId } from '../../models/core/ids.ts'
import { recordAnswer } from '../../models/renewal/nominations/answers.ts'
import { appoint } from '../../models/renewal/nominations/appointments.ts'
import { listAskable } from '../../models/renewal/nominations/askable.ts'
import { askForNomination } from '../../models/renewal/nominations/asking.ts'
import { getNomination } from '../../models/renewal/nominations/nominations.ts'
import type { SeatInArea } from '../../models/council/seats.ts'
import type { TermRow } from '../../models/council/tables.ts'
import type { Deed } from './diary.ts'
import type { Setting } from './setting.ts'

export interface Letter {
  seat: SeatInArea
  term: TermRow
  askedOn: IsoDate
  /** The nominees in the order in which the organisations are asked; the last name stands for the rest of them. */
  names: readonly string[]
  halt: 'asked' | 'answered' | 'appointed'
}

const ANSWER_DAYS = 21
const APPOINTING_BODY = 'Socialudvalget'

/** The letter, the answers a week later, and the appointment two weeks after that. */
export function nominationDeeds(setting: Setting, letter: Letter): Deed[] {
  let id: NominationId = NO_ID
  const { askedOn, halt } = letter
  const asked: Deed = {
    at: askedOn,
    run: async () => {
      id = await ask(setting, letter)
    },
  }
  const answered: Deed = { at: addDays(askedOn, 7), run: () => answer(setting, letter, id) }
  const appointed: Deed = { at: addDays(askedOn, ANSWER_DAYS), run: () => decide(setting, id) }
  return [asked, answered, appointed].slice(0, ['asked', 'answered', 'appointed'].indexOf(halt) + 1)
}

/** When all organisations have ended, a successor is asked, with the reason. */
async function ask({ db, staff }: Setting, { seat, term, askedOn }: Letter): Promise<NominationId> {
  const { active, ended, agreement } = await listAskable(db, seat, term, askedOn)
  const successors = active.length > 0 ? [] : ended.flatMap(({ successor }) => successor ?? [])
  // With no organisation to ask the seat stays vacant.
  if (active.length + successors.length === 0) return NO_ID
  const [first] = agreement === 'joint' ? [] : [...active, ...successors]
  const { id } = await askForNomination(db, staff.secretary, {
    seat: seat.slug,
    term_id: term.id,
    body_id: first?.id,
    successors: successors.map((body) => body.id),
    successor_reason: successors.length > 0 ? 'Arbejdet føres videre her' : undefined,
    asked_on: askedOn,
    answer_by: addDays(askedOn, ANSWER_DAYS),
  })
  return id
}

async function answer(
  { db, clock, staff }: Setting,
  { names, seat }: Letter,
  id: NominationId,
): Promise<void> {
  const { bodies } = await getNomination(db, id)
  const registered = new Map<string, PersonId>()
  for (const [index, body] of bodies.entries()) {
    const name = names[index] ?? names.at(-1) ?? ''
    const known = registered.get(name)
    const phone = `86 40 ${10 + seat.number} ${10 + index}`
    await recordAnswer(db, staff.secretary, id, {
      body_id: body.id,
      nominee:
        known === undefined
          ? { name, phone, email: undefined, publishName: true, another: false }
          : { known },
      given_by: 'Formanden',
      answered_on: clock.today(),
    })
    const latest = (await getNomination(db, id)).answers.at(-1)
    if (latest) registered.set(name, latest.person_id)
  }
}

async function decide({ db, clock, staff }: Setting, id: NominationId): Promise<void> {
  const { outcome } = await getNomination(db, id)
  await appoint(db, staff.secretary, id, {
    person_id: outcome.state === 'disagreement' ? outcome.proposals[0]?.person : undefined,
    appointing_body: APPOINTING_BODY,
    decided_on: clock.today(),
    eligible_as: 'active',
    consent: true,
  })
}
