import type { Statutes } from '../../../models/statutes/document.ts'
import type { StatutesVersion } from '../../../models/statutes/versions.ts'
import type { StatutesVersionId } from '../../../models/core/ids.ts'

/** A version of the statutes that was made on the day it takes force. */
export function aVersion(
  id: StatutesVersionId,
  statutes: Statutes,
  given: Partial<StatutesVersion> = {},
): StatutesVersion {
  return {
    ...{ id, statutes, in_force_from: statutes.inForceFrom, made_on: statutes.inForceFrom },
    ...{ reason: 'Vedtaget af byrådet', rule_key: null, made_by: 'Signe Holm', replaces_id: null },
    ...given,
  }
}
