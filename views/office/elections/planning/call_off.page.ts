import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { CallOffRow } from '../../../../models/elections/planning/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface CallOffPage {
  head: ElectionHead
  action: string
  mayCallOff: boolean
  callOff: CallOffRow | null
  /** Papers that will be void, and names that will be erased. */
  printed: number
  names: number
  today: IsoDate
}

export interface CallOffRows {
  printed: number
  roll: { entries: number }
  callOff: CallOffRow | undefined
}

export function callOffPage(reader: Reader, election: Election, rows: CallOffRows): CallOffPage {
  return {
    head: headOf(reader, election),
    action: paths.callOff(election.id),
    mayCallOff: allows(election.status, 'callOff'),
    callOff: rows.callOff ?? null,
    printed: rows.printed,
    names: rows.roll.entries,
    today: reader.today,
  }
}
