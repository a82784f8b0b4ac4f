import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { BodyId } from '../core/ids.ts'
import { includesDay } from '../rules/core/spans.ts'
import type { BodyNameRow } from './tables.ts'
import { groupedBy } from '../core/grouped.ts'
import { FIRST_DAY, LAST_DAY } from '../core/dates.ts'

export type BodyNamer = (bodyId: BodyId, day: IsoDate) => string

const ALWAYS = { from: FIRST_DAY, until: LAST_DAY }

/** Reads every name once, for thousands of lines with the names of their own days. */
export async function bodyNamer(db: Db): Promise<BodyNamer> {
  const names = await db('body_names').where({ kind: 'official' }).orderBy('id')
  const own = groupedBy(names, ({ body_id }) => body_id)
  return (bodyId, day) => {
    const candidates = own.get(bodyId) ?? []
    return (candidates.find((one) => includesDay(spanOf(one), day)) ?? candidates[0])?.name ?? ''
  }
}

function spanOf({ valid_from, valid_until }: BodyNameRow) {
  return { starts_on: valid_from ?? ALWAYS.from, ends_on: valid_until ?? ALWAYS.until }
}
