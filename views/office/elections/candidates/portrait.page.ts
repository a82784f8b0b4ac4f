import { MOST_WORDS, SYMBOLS } from '../../../../models/elections/candidates/portrait.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { SYMBOL_PATHS } from '../../../partials/elections/symbols.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { CandidacyId } from '../../../../models/core/ids.ts'

export interface PortraitPage {
  head: ElectionHead
  name: string
  action: string
  mayChange: boolean
  symbols: { value: string; path: string; taken: boolean }[]
  stored: { symbol: string; statement: string }
  mostWords: number
  photoHref: string | null
  removalAction: string
}

/** A symbol of another candidate is taken. */
export function portraitPage(
  reader: Reader,
  election: Election,
  candidacy: CandidacyRow,
  { standing, photographed }: { standing: readonly CandidacyRow[]; photographed: ReadonlySet<CandidacyId> },
): PortraitPage {
  const { id, name, symbol, statement, withdrawn_on } = candidacy
  const taken = standing.filter((one) => one.id !== id).map((one) => one.symbol)
  return {
    head: headOf(reader, election),
    name,
    action: paths.candidatePortrait(election.id, id),
    mayChange: allows(election.status, 'changePortrait') && withdrawn_on === null,
    symbols: SYMBOLS.map((value) => ({ value, path: SYMBOL_PATHS[value], taken: taken.includes(value) })),
    stored: { symbol: symbol ?? '', statement: statement ?? '' },
    mostWords: MOST_WORDS,
    photoHref: photographed.has(id) ? paths.candidatePhoto(election.id, id) : null,
    removalAction: paths.candidatePhotoRemoval(election.id, id),
  }
}
