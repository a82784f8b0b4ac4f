import { canOf } from '../../models/accounts/permissions.ts'
import type { Role } from '../../models/accounts/tables.ts'
import { isoDate, type Locale } from '../../models/core/dates.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import type { Reader } from '../../views/reader.ts'
import { anId } from './ids.ts'
import './missing_texts.ts'

/** A reader of pages on 10 March 2026, in Danish and as the secretary by default; null is a visitor. */
export function aReader(given: { as?: Role | null; on?: string; lang?: Locale } = {}): Reader {
  const { as: role = 'secretary', on = '2026-03-10', lang = 'da' } = given
  const user =
    role === null ? undefined : { id: anId(1), name: 'Signe Holm', role, personId: null, places: [] }
  return { t: translatorFor(lang), lang, can: canOf(user), today: isoDate(on) }
}
