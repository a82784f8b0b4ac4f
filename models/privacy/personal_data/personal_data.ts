import type { RetentionRule } from '../due.ts'
import { BODIES } from './bodies.ts'
import { BOX } from './box.ts'
import { COUNCIL } from './council.ts'
import { ELECTIONS } from './elections.ts'
import type { Holding, Personal, PersonalData } from './kinds.ts'
import { PEOPLE } from './people.ts'
import { INCIDENTS } from './incidents.ts'
import { PROTOCOL } from './protocol.ts'
import { RENEWAL } from './renewal.ts'
import { REST } from './rest.ts'
import { VOTES } from './votes.ts'

/** Tests hold this against the schema of both engines, the insight page and what erasing leaves. */
export const PERSONAL_DATA: PersonalData = {
  ...PEOPLE,
  ...BODIES,
  ...COUNCIL,
  ...ELECTIONS,
  ...BOX,
  ...VOTES,
  ...INCIDENTS,
  ...PROTOCOL,
  ...RENEWAL,
  ...REST,
}

export interface PersonalColumn extends Personal {
  table: string
  column: string
}

export function personalColumns(): PersonalColumn[] {
  return Object.entries(PERSONAL_DATA).flatMap(([table, columns]) =>
    Object.entries(columns as Record<string, Holding>).flatMap(([column, holding]) =>
      holding === 'nothing' ? [] : [{ table, column, ...holding }],
    ),
  )
}

/** A person's applications and closed accounts go with the person. */
export function tablesToSweep(rule: RetentionRule): string[] {
  const rules: readonly string[] = rule === 'people' ? ['people', 'applications', 'accounts'] : [rule]
  const columns = personalColumns().filter(({ goes }) =>
    rules.includes(typeof goes === 'object' ? goes.rule : goes),
  )
  return [...new Set(columns.map(({ table }) => table))]
}
