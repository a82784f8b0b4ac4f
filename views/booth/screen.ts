import type { BallotCandidate, BoothBallot } from '../../models/elections/booth/ballot.ts'
import type { Choice } from '../../models/elections/booth/casting.ts'
import type { Locale } from '../../models/core/dates.ts'
import type { CandidacyId } from '../../models/core/ids.ts'
import type { Crosses } from '../../models/rules/elections/marks.ts'
import { shownSymbol } from '../partials/elections/symbols.ts'
import { paths } from '../paths.ts'
import type { Reader } from '../reader.ts'
import { questionOf } from './words.ts'

export interface Looks {
  lang: Locale
  /** The text as it is, larger, largest. */
  size: 0 | 1 | 2
  contrast: boolean
}

export interface Screen {
  looks: Looks
  /** Without JavaScript, where the screen goes by itself. */
  refresh?: { seconds: number; href: string }
}

export interface VotingScreen extends Screen {
  release: string
  /** Nothing is cast, and every screen says so. */
  trial: boolean
  question: string
  crosses: Crosses
}

export interface Card {
  id: CandidacyId
  name: string
  photo: string | null
  /** As SVG path data. */
  symbol: string | null
  chosen: boolean
}

export interface Voting {
  ballot: Pick<BoothBallot, 'area' | 'wording' | 'crosses' | 'candidates'>
  release: string
  choice: Choice
  trial?: boolean
}

export function screenOf(looks: Looks, seconds: number): Screen {
  return { looks, refresh: { seconds, href: paths.boothDoor } }
}

export function votingScreen(
  reader: Pick<Reader, 't' | 'lang'>,
  looks: Looks,
  { ballot, release, trial = false }: Voting,
): VotingScreen {
  // Long enough to choose at leisure; an abandoned screen must not keep what was chosen for ever.
  return {
    ...screenOf(looks, 300),
    release,
    trial,
    question: questionOf(reader, ballot),
    crosses: ballot.crosses,
  }
}

export function cardOf({ id, name, symbol, photo }: BallotCandidate, { marks }: Choice): Card {
  return {
    id,
    name,
    photo: photo === null ? null : `${paths.boothPhoto(id)}?v=${photo.slice(0, 12)}`,
    symbol: shownSymbol(symbol)?.path ?? null,
    chosen: marks.includes(id),
  }
}
