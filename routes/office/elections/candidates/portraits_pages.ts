import type { Response } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { getCandidacy, listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { listPhotographed } from '../../../../models/elections/candidates/portraits.ts'
import { MOST_WORDS, SYMBOLS } from '../../../../models/elections/candidates/portrait.ts'
import { SYMBOL_PATHS } from '../../../../views/partials/elections/symbols.ts'
import type { Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import type { CandidacyRequest } from './candidates_pages.ts'
import { electionOf, showPage } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** office/elections/portrait */
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

/** Shows the page, after a refusal with what was typed. */
export async function showPortrait(
  req: CandidacyRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await getCandidacy(req.db, election, idFrom(req.params.candidacy))
  const { id, name, symbol, statement, withdrawn_on } = candidacy
  const others = (await listStanding(req.db, election.id)).filter((one) => one.id !== id)
  const page: PortraitPage = {
    head: headOf(req, election),
    name,
    action: paths.candidatePortrait(election.id, id),
    mayChange: allows(election.status, 'changePortrait') && withdrawn_on === null,
    symbols: SYMBOLS.map((value) => ({
      value,
      path: SYMBOL_PATHS[value],
      taken: others.some((other) => other.symbol === value),
    })),
    stored: { symbol: symbol ?? '', statement: statement ?? '' },
    mostWords: MOST_WORDS,
    photoHref: (await listPhotographed(req.db, election.id)).has(id)
      ? paths.candidatePhoto(election.id, id)
      : null,
    removalAction: paths.candidatePhotoRemoval(election.id, id),
  }
  showPage(req, res, 'candidates/portrait', page, shown)
}
