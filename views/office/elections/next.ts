import type { IsoDate } from '../../../models/core/dates.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { NextStep } from '../../../models/elections/next_step.ts'
import type { Sitting } from '../../../models/elections/planning/sittings.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface Next {
  kind: NextStep['kind']
  due: IsoDate
  late: boolean
  /** The page has a button, since the reader can take the step. */
  mine: boolean
  waits: boolean
  candidates: number
  /** The first polling day while it lies ahead, and where it is held. */
  day: IsoDate
  place: string
  href: string
}

/** Returns null when the election is over. */
export function nextOf(
  { today }: Pick<Reader, 'today'>,
  election: Election,
  step: NextStep | undefined,
  sittings: readonly Sitting[],
): Next | null {
  if (!step) return null
  const { kind, due, mine, waits, candidates, room } = step
  const late = due < today && kind !== 'complaints'
  const first = kind === 'wait_for_polling' || kind === 'prepare' ? sittings[0] : undefined
  const { held_on: day, place } = first ?? { held_on: election.polling_on, place: election.place }
  return { kind, due, late, mine, waits, candidates, day, place, href: paths[room](election.id) }
}
