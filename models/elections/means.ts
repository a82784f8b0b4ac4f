import type { Election } from './elections.ts'

/** Can people vote on paper in this election? */
export function hasPaper({ means }: Pick<Election, 'means'>): boolean {
  return means !== 'booth'
}

/** Can people vote on a tablet in this election? */
export function hasBooth({ means }: Pick<Election, 'means'>): boolean {
  return means !== 'paper'
}
