import type { RetentionRule } from '../../../models/privacy/due.ts'
import type { Reader } from '../../reader.ts'

/** What becomes of people's data. Contact details are null when none have been set. */
export interface PrivacyPage {
  email: string | null
  phone: string | null
  kept: { what: string; kept: string }[]
}

/** `kept` is how long each thing is kept, in words. */
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
