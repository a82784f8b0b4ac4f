import { crossesWording, type Crosses } from '../../../models/rules/elections/marks.ts'

/** What is said of the crosses under a key: which of its sentences, and the figures in it. */
export interface CrossesSaid {
  wording: ReturnType<typeof crossesWording>
  figures: { min: number; count: number }
}

/** "Sæt højst 2 krydser", "Sæt præcis 2 krydser", "Sæt mindst 2 og højst 3 krydser". */
export function crossesSaid(crosses: Crosses): CrossesSaid {
  return { wording: crossesWording(crosses), figures: { min: crosses.min, count: crosses.max } }
}
