import type { ReadySubstitute } from '../../../../models/council/substitutes/ready.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface SubstituteWithdrawalPage {
  heading: string
  area: string
  action: string
}

export function substituteWithdrawalPage(
  { t }: Reader,
  { id, person: name, area_name }: ReadySubstitute,
): SubstituteWithdrawalPage {
  const heading = t('statutes_versions.substitutes.withdraw_heading', { name })
  return { heading, area: area_name, action: paths.substituteWithdrawal(id) }
}
