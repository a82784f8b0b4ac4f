import type { RetentionRule } from '../../../models/privacy/due.ts'
import type { Reader } from '../../reader.ts'

/** Contact details are null when the installation names none. */
export interface PrivacyPage {
  email: string | null
  phone: string | null
  kept: { what: string; kept: string }[]
}

/** `kept` is how long the data is kept by each rule, in words. */
export function privacyPage(
  { t }: Pick<Reader, 't'>,
  contact: { email: string | null; phone: string | null },
  kept: readonly { rule: RetentionRule; kept: string }[],
): PrivacyPage {
  return {
    ...contact,
    kept: kept.map((one) => ({ what: t(`retention.what.${one.rule}`), kept: one.kept })),
  }
}
