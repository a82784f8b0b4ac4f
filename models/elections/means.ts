import { facts } from '../rules/elections/state.ts'
import type { Election } from './elections.ts'

export function hasPaper({ means }: Pick<Election, 'means'>): boolean {
  return means !== 'booth'
}

export function hasBooth({ means }: Pick<Election, 'means'>): boolean {
  return means !== 'paper'
}

/** Nobody sees the figures of one of two boxes before both are counted. */
export function showsEachBox(election: Pick<Election, 'means' | 'status'>): boolean {
  return !hasPaper(election) || facts(election.status).awaits !== 'count'
}
