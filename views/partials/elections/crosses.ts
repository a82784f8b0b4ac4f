import { crossesWording, type Crosses } from '../../../models/rules/elections/marks.ts'
import type { Translate } from '../statutes/statutes_text.ts'

/** "Sæt højst 2 krydser", "Sæt præcis 2 krydser", "Sæt mellem 2 og 3 krydser": the words under `key`. */
export function crossesText(t: Translate, key: string, crosses: Crosses): string {
  const { min, max } = crosses
  return t(`${key}.${crossesWording(crosses)}`, { min, count: max })
}
