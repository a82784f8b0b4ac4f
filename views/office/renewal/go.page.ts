import type { IsoDate } from '../../../models/core/dates.ts'
import type { ToPlan } from '../../../models/renewal/in_one_go.ts'
import type { Renewal } from '../../../models/renewal/renewal.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import { daysInOneGo } from '../../../models/rules/renewal/days_in_one_go.ts'
import type { Choice } from '../../partials/form/parts.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { termInWords } from './words.ts'

export interface GoPage {
  term: string
  action: string
  back: string
  elections: Choice[]
  places: { field: string; area: string; place: string }[]
  seats: Choice[]
  /** Seats to be asked about by themselves, in words. */
  apart: string | null
  pollingOn: IsoDate
  candidatesBy: IsoDate
  opensAt: string
  closesAt: string
  answerBy: IsoDate
}

const USUAL_HOURS = { opens_at: '11.00', closes_at: '14.00' }

export function goPage({ t, lang, today }: Reader, { term, days }: Renewal, toPlan: ToPlan): GoPage {
  const { elections, seats, apart } = toPlan
  const list = new Intl.ListFormat(lang)
  const times = elections.find(({ opens_at }) => opens_at !== undefined) ?? USUAL_HOURS
  const { polling, candidates, answers } = daysInOneGo(days, today)
  return {
    term: termInWords(term),
    action: paths.renewalPlan(yearsOf(term)),
    back: paths.renewal(yearsOf(term)),
    elections: elections.map(({ id, name, board }) => {
      const names = list.format(board.map((one) => one.name))
      return { value: String(id), text: name, hint: t('renewal.go.board', { names }) }
    }),
    places: elections.map(({ id, name, place }) => ({ field: `place_${id}`, area: name, place })),
    seats: seats.map(({ seat, asked }) => ({
      value: String(seat.id),
      text: seat.label,
      hint: t('renewal.go.asked', { names: list.format(asked) }),
    })),
    apart: apart.length > 0 ? list.format(apart.map(({ label }) => label)) : null,
    pollingOn: polling,
    candidatesBy: candidates,
    opensAt: times.opens_at ?? USUAL_HOURS.opens_at,
    closesAt: times.closes_at ?? USUAL_HOURS.closes_at,
    answerBy: answers,
  }
}
