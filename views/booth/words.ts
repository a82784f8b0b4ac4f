import type { BoothBallot } from '../../models/elections/booth/ballot.ts'
import type { Reader } from '../reader.ts'

/** "Hvem skal tale Perron 4's sag?", or of the users of a house "… for brugerne i …". */
export function questionOf(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  { area, wording }: Pick<BoothBallot, 'area' | 'wording'>,
): string {
  if (wording !== 'på') return t('booth.ballot.question_users', { whose: area })
  return t('booth.ballot.question_place', { whose: lang === 'da' ? genitive(area) : area })
}

/** Slotsgårdens, Perron 4's, Psykiatriens Hus'. */
export function genitive(name: string): string {
  if (/[sxz]$/i.test(name)) return `${name}'`
  return /\d$/.test(name) ? `${name}'s` : `${name}s`
}
