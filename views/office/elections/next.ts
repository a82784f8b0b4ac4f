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
  const { place } = (kind === 'wait_for_polling' && sittings[0]) || election
  return { kind, due, late, mine, waits, candidates, place, href: paths[room](election.id) }
}
