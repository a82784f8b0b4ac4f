import type { Request } from 'express'
import { parseDate } from '../../../../models/core/dates.ts'
import { getArea } from '../../../../models/council/areas.ts'
import { usualTimes } from '../../../../models/elections/planning/places_to_elect.ts'
import { MOST_SITTINGS, sittingField } from '../../../../models/rules/elections/timetable.ts'
import { proposeDays, type ProposedDays } from '../../../../models/rules/elections/timetable_proposal.ts'
import { statutesOn } from '../../../../models/statutes/versions.ts'
import type { Again } from '../../../web/forms.ts'

/** True when the form was sent with the button that only asks for the other dates. */
export function asksProposal(req: Request): boolean {
  return req.typed.propose !== undefined
}

export type Proposal = Partial<Again> & { days?: ProposedDays }

const USUAL_HOURS = { opens_at: '11.00', closes_at: '14.00' }

/** Stores nothing. Hours and place that are typed stay; empty ones become those of the last vote at the place. */
export async function proposal(req: Request): Promise<Proposal> {
  const { propose: _button, ...typed } = req.typed
  const days = Array.from({ length: MOST_SITTINGS }, (_, index) => typed[sittingField(index, 'on')])
    .flatMap((day) => (typeof day === 'string' ? (parseDate(day) ?? []) : []))
    .sort()
  const [first] = days
  const last = days.at(-1)
  if (!first || !last || typeof typed.polling_on !== 'string' || !parseDate(typed.polling_on)) {
    const error = { field: 'polling_on', message: req.t('invalid.no_such_day'), check: true }
    return { status: 422, errors: [error], values: typed }
  }
  const { statutes } = await statutesOn(req.db, last)
  const complaintDays = statutes.rules.complaintDays.value
  const proposed = proposeDays({ first, last }, { today: req.clock.today(), complaintDays })
  const filled = { ...typed, candidates_by: proposed.candidatesBy }
  return { status: 200, errors: [], values: { ...filled, ...(await emptyFilled(req)) }, days: proposed }
}

async function emptyFilled(req: Request): Promise<Record<string, string>> {
  const { area_id: id } = req.typed
  const known = typeof id === 'string' && /^[1-9]\d{0,8}$/.test(id)
  const usual = known ? await usualTimes(req.db, await getArea(req.db, Number(id))) : {}
  const entries = Object.entries({ ...USUAL_HOURS, ...usual })
  return Object.fromEntries(entries.filter(([field]) => ![req.typed[field] ?? ''].flat().join('').trim()))
}
