import type { Request } from 'express'
import type { Words } from '../../../models/exchange/import/storing.ts'
import { END_REASONS } from '../../../models/rules/council/membership.ts'
import { LOCALES, translatorFor } from '../../web/i18n.ts'

/** What an import has to know of the interface's words: reasons in every language, so that our own files come back. */
export function wordsOf(req: Request): Words {
  return {
    reasonNames: LOCALES.flatMap((lang) =>
      END_REASONS.map((reason) => [reason, translatorFor(lang)(`end_reasons.${reason}`)] as const),
    ),
    decidedBy: req.t('exchange.import.decided_by_unknown'),
  }
}
