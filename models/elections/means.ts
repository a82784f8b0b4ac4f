import type { Election } from './elections.ts'

export function hasPaper({ means }: Pick<Election, 'means'>): boolean {
  return means !== 'booth'
}

export function hasBooth({ means }: Pick<Election, 'means'>): boolean {
  return means !== 'paper'
}
