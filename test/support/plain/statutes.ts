import type { Statutes } from '../../../models/statutes/document.ts'
import type { StatutesVersion } from '../../../models/statutes/versions.ts'
import { anId } from '../ids.ts'

/** A version of the statutes that was made on the day it takes force. */
export function aVersion(
  id: number,
  statutes: Statutes,
  given: Partial<StatutesVersion> = {},
): StatutesVersion {
  return {
    ...{ id: anId(id), statutes, in_force_from: statutes.inForceFrom, made_on: statutes.inForceFrom },
    ...{ reason: 'Vedtaget af byrådet', rule_key: null, made_by: 'Signe Holm', replaces_id: null },
    ...given,
  }
}
