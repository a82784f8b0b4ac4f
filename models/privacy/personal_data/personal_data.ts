import type { RetentionRule } from '../due.ts'
import { BODIES } from './bodies.ts'
import { COUNCIL } from './council.ts'
import { ELECTIONS } from './elections.ts'
import type { Holding, Personal, PersonalData } from './kinds.ts'
import { PEOPLE } from './people.ts'
import { RENEWAL } from './renewal.ts'
import { REST } from './rest.ts'
import { VOTES } from './votes.ts'

/**
 * Every column of the database: whether it is about a person, where "everything about this person" shows it, and what erases
 * it. Tests hold it against the schema of both engines, and against what the page shows and erasing leaves.
 */
export const PERSONAL_DATA: PersonalData = {
  ...PEOPLE,
  ...BODIES,
  ...COUNCIL,
  ...ELECTIONS,
  ...VOTES,
  ...RENEWAL,
  ...REST,
}

export interface PersonalColumn extends Personal {
  table: string
  column: string
}

/** The columns that are about people, table by table. */
export function personalColumns(): PersonalColumn[] {
  return Object.entries(PERSONAL_DATA).flatMap(([table, columns]) =>
    Object.entries(columns as Record<string, Holding>).flatMap(([column, holding]) =>
      holding === 'nothing' ? [] : [{ table, column, ...holding }],
    ),
  )
}

/** The tables whose files hold what the rule lets go. With a person go their applications and closed accounts. */
export function tablesToSweep(rule: RetentionRule): string[] {
  const rules: readonly string[] = rule === 'people' ? ['people', 'applications', 'accounts'] : [rule]
  const columns = personalColumns().filter(({ goes }) =>
    rules.includes(typeof goes === 'object' ? goes.rule : goes),
  )
  return [...new Set(columns.map(({ table }) => table))]
}
