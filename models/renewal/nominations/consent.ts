import type { PersonId } from '../../core/ids.ts'
import type { Nomination } from './nominations.ts'

/** Whom the organisations agree on while the person has not said yes: the appointment waits for that. */
export function waitsForYes({ status, outcome, answers }: Nomination): PersonId | undefined {
  if (status !== 'open' || outcome.state !== 'agreed') return undefined
  const { person } = outcome
  const yes = answers.some(({ person_id, reply }) => person_id === person && reply?.reply === 'yes')
  return yes ? undefined : person
}
