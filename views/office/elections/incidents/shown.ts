import type { Election } from '../../../../models/elections/elections.ts'
import type { Incident } from '../../../../models/elections/incidents/incidents.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { type IncidentState, isInForce } from '../../../../models/rules/elections/incidents/signing.ts'

/** `unsigned`: it waited until polls closed or the vote stopped, and nobody can sign it any more. */
export type ShownState = IncidentState | 'unsigned'

export interface ShownIncident extends Pick<
  Incident,
  'id' | 'number' | 'because' | 'effect' | 'reason' | 'learnt_on' | 'recorded_by' | 'recorded_on' | 'answer'
> {
  name: string
  misled: boolean
  state: ShownState
  isInForce: boolean
}

export function shownIncident(
  { status }: Pick<Election, 'status'>,
  one: Incident,
  name: string,
): ShownIncident {
  const { id, number, because, effect, reason, learnt_on, recorded_by, recorded_on, answer, state } = one
  const isLate = state === 'waits' && !allows(status, 'recordIncident')
  return {
    ...{ id, number, because, effect, reason, learnt_on, recorded_by, recorded_on, answer, name },
    misled: one.misled === 1,
    state: isLate ? 'unsigned' : state,
    isInForce: isInForce(state),
  }
}
