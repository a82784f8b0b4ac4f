import type { Words } from './literals.ts'

/** The reasons are in CONTRIBUTING. */
export const LIMITS = {
  filesInAFolder: { most: 25 },
  medianFile: { least: 60, most: 90 },
  longestFile: { most: 220 },
  circles: { most: 0 },
  importsAgainstTheOrder: { most: 0 },
  casts: { most: 149 },
  bareIds: { most: 0 },
  commentPercent: { most: 6 },
  literalStates: { most: 0 },
  literalRoles: { most: 0 },
  importPercentOfRoutes: { most: 8 },
  linesOfRoutes: { most: 10_000 },
  longestTemplateLine: { most: 160 },
  longestTest: { most: 60 },
} as const satisfies Record<string, Limit>

export interface Limit {
  least?: number
  most: number
}

export type Limited = keyof typeof LIMITS

/** Printed as missed, and failing nothing. Take a line away once its limit is reached. */
export const NOT_YET_HELD: readonly Limited[] = []

/** Folders of pictures and of files that only stand as examples. */
export const NOT_COUNTED = ['docs/billeder', 'public/img', 'test/fixtures', 'test/e2e/screenshots'] as const

/** Files that are one list, which would be no clearer in two. */
export const LISTS: Readonly<Record<string, string>> = {
  'views/paths.ts': 'every address of the house',
}

/** The states of an election are named in the tables that answer every question about them. */
export const STATES: Words = {
  type: 'ElectionState',
  file: 'models/rules/elections/state.ts',
  room: ['models/rules/elections/state.ts', 'models/rules/elections/acts.ts'],
}

/** All other code asks for a permission. */
export const ROLES: Words = {
  type: 'Role',
  file: 'models/accounts/tables.ts',
  room: ['models/accounts/'],
}
