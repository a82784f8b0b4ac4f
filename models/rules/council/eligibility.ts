/** @article candidateEligibility, minimumAge */

import type { IsoDate } from '../../core/dates.ts'
import type { Ground, Statutes } from '../../statutes/document.ts'
import { allowed, refused, type Refusal, type Verdict } from '../core/verdict.ts'

/** What is known about a person who wants to stand. */
export interface Standing {
  /** Null until the person has said yes to standing. */
  consentedOn: IsoDate | null
  /** Why the person is eligible: lives in the municipality, or is active there. */
  ground: Ground | null
  /** The name of the person who checked the ground. */
  checkedBy: string | null
  /** Whether the person has said to be old enough; asked only when the statutes have an age limit. */
  ofAge: boolean | null
}

export type EligibilityRefusal =
  | 'consent_missing'
  | 'ground_missing'
  | 'ground_not_allowed'
  | 'ground_not_checked'
  | 'age_not_stated'
  | 'too_young'

/** Everything that is missing before the person may stand. */
export function eligibilityRefusals(statutes: Statutes, standing: Standing): Refusal<EligibilityRefusal>[] {
  return [consent(standing), ground(statutes, standing), checked(standing), age(statutes, standing)].filter(
    (verdict) => !verdict.ok,
  )
}

function consent({ consentedOn }: Standing): Verdict<EligibilityRefusal> {
  return consentedOn ? allowed : refused('consent_missing', undefined, 'consented_on')
}

/** "Bosiddende eller have virke": one of the grounds that the statutes name is enough. */
function ground(statutes: Statutes, standing: Standing): Verdict<EligibilityRefusal> {
  if (!standing.ground) return refused('ground_missing', undefined, 'eligible_as')
  const { anyOf } = statutes.rules.candidateEligibility.value
  return anyOf.includes(standing.ground) ? allowed : refused('ground_not_allowed', undefined, 'eligible_as')
}

function checked({ checkedBy }: Standing): Verdict<EligibilityRefusal> {
  return checkedBy?.trim() ? allowed : refused('ground_not_checked', undefined, 'checked_by')
}

function age(statutes: Statutes, { ofAge }: Standing): Verdict<EligibilityRefusal> {
  const limit = statutes.rules.minimumAge.value
  if (limit === null || ofAge) return allowed
  return refused(ofAge === null ? 'age_not_stated' : 'too_young', { age: limit }, 'of_age')
}
