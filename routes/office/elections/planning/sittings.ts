import type { Request } from 'express'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import { choice, date, dependent, form, optionalText, text, time, type ShapeOf } from '../../../web/fields.ts'

/** The first sitting has the election's own fields. */
const FURTHER = [2, 3, 4] as const
type Further = (typeof FURTHER)[number]

export const timetableFields = [
  date('polling_on'),
  text('place'),
  time('opens_at'),
  time('closes_at'),
  choice('means', ['paper', 'booth', 'both']),
  furtherSitting(2),
  furtherSitting(3),
  furtherSitting(4),
] as const

/** An empty row is no sitting, and is not checked. */
function furtherSitting<Row extends Further>(row: Row) {
  const names = [on(row), opens(row), closes(row), place(row)]
  return dependent(({ typed }: Request) =>
    names.every((name) => isEmpty(typed[name]))
      ? undefined
      : form(date(on(row)), time(opens(row)), time(closes(row)), optionalText(place(row))),
  )
}

/** A further sitting without a place is at the place of the first one. */
export function timetableFrom(typed: ShapeOf<typeof timetableFields>) {
  const { polling_on, opens_at, closes_at, means } = typed
  const more = FURTHER.flatMap((row): Omit<Sitting, 'number'>[] => {
    const held_on = typed[on(row)]
    if (held_on === undefined) return []
    const hours = { opens_at: typed[opens(row)] ?? '', closes_at: typed[closes(row)] ?? '' }
    return [{ held_on, ...hours, place: typed[place(row)] ?? typed.place }]
  })
  return { polling_on, place: typed.place, opens_at, closes_at, means, more }
}

function on<Row extends Further>(row: Row) {
  return `sitting_${row}_on` as const
}

function opens<Row extends Further>(row: Row) {
  return `sitting_${row}_opens` as const
}

function closes<Row extends Further>(row: Row) {
  return `sitting_${row}_closes` as const
}

function place<Row extends Further>(row: Row) {
  return `sitting_${row}_place` as const
}

function isEmpty(typed: string | string[] | undefined): boolean {
  return typed === undefined || [typed].flat().join('').trim() === ''
}
