import type { NextFunction, Request, Response } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import type { TimetableForm } from '../../../../models/elections/planning/planning.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import { MOST_SITTINGS, sittingField } from '../../../../models/rules/elections/timetable.ts'
import { choice, date, optionalText, text, time } from '../../../web/fields.ts'

/** The fields of a timetable as they are typed: the first sitting in the election's own, the others in numbered ones. */
export type TypedTimetable = Omit<TimetableForm, 'more' | 'candidates_by'> & {
  candidates_by?: IsoDate
  [sitting: `sitting_${number}_${'on' | 'opens' | 'closes' | 'place'}`]: string
}

/** When and where one votes, and how. */
export const timetableChecks = [
  date('polling_on'),
  text('place'),
  time('opens_at'),
  time('closes_at'),
  choice('means', ['paper', 'booth', 'both']),
]

const OTHERS = Array.from({ length: MOST_SITTINGS - 1 }, (_, index) => index + 1)

/** A further sitting is checked where anything of it was typed; an empty row is none. */
export async function checkSittings(req: Request, _res: Response, next: NextFunction): Promise<void> {
  for (const index of OTHERS) {
    const fields = fieldsOf(index)
    if (Object.values(fields).every((field) => isEmpty(req.typed[field]))) continue
    await date(fields.on).run(req)
    await time(fields.opens).run(req)
    await time(fields.closes).run(req)
    await optionalText(fields.place).run(req)
  }
  next()
}

/** The timetable that was typed; a further sitting without a place is where the first one is. */
export function timetableFrom({
  polling_on,
  candidates_by,
  place,
  opens_at,
  closes_at,
  ...rest
}: TypedTimetable) {
  const { means } = rest
  const more = OTHERS.flatMap((index) => {
    const { on, opens, closes, place: where } = fieldsOf(index)
    const held_on = rest[on]
    if (held_on === undefined) return []
    return {
      held_on: held_on as IsoDate,
      opens_at: rest[opens] ?? '',
      closes_at: rest[closes] ?? '',
      place: rest[where] ?? place,
    }
  })
  return { polling_on, candidates_by, place, opens_at, closes_at, means, more }
}

/** What the form shows of the sittings that are stored. */
export function typedSittings(sittings: readonly Omit<Sitting, 'number'>[]): Record<string, string> {
  return Object.fromEntries(
    sittings.flatMap(({ held_on, opens_at, closes_at, place }, index) => [
      [sittingField(index, 'on'), held_on],
      [sittingField(index, 'opens'), opens_at],
      [sittingField(index, 'closes'), closes_at],
      [sittingField(index, 'place'), place],
    ]),
  )
}

type SittingField<What extends string> = `sitting_${number}_${What}`

function fieldsOf(index: number) {
  return {
    on: sittingField(index, 'on') as SittingField<'on'>,
    opens: sittingField(index, 'opens') as SittingField<'opens'>,
    closes: sittingField(index, 'closes') as SittingField<'closes'>,
    place: sittingField(index, 'place') as SittingField<'place'>,
  }
}

function isEmpty(typed: string | string[] | undefined): boolean {
  return typed === undefined || [typed].flat().join('').trim() === ''
}
