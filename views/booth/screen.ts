import type { BallotCandidate, BoothBallot } from '../../models/elections/booth/ballot.ts'
import type { Choice } from '../../models/elections/booth/casting.ts'
import type { Locale } from '../../models/core/dates.ts'
import { shownSymbol } from '../partials/elections/symbols.ts'
import { paths } from '../paths.ts'
import type { Reader } from '../reader.ts'
import { questionOf } from './words.ts'

/** How a voter wants the ballot shown. */
export interface Looks {
  lang: Locale
  /** Of the text: as it is, larger, largest. */
  size: 0 | 1 | 2
  contrast: boolean
}

/** What every screen of the booth holds. */
export interface Screen {
  looks: Looks
  /** Where a screen goes by itself when there is no JavaScript, and after how many seconds. */
  refresh?: { seconds: number; href: string }
}

/** What a screen that is part of voting holds besides. */
export interface VotingScreen extends Screen {
  release: string
  question: string
  marksMax: number
}

/** A candidate as a large button. */
export interface Card {
  id: number
  name: string
  photo: string | null
  /** The path of a drawing, as SVG has it. */
  symbol: string | null
  chosen: boolean
}

/** The ballot that a voter has before them, by which showing, and what is chosen on it. */
export interface Voting {
  ballot: Pick<BoothBallot, 'area' | 'wording' | 'marksMax' | 'candidates'>
  release: string
  choice: Choice
}

export function screenOf(looks: Looks, seconds: number): Screen {
  return { looks, refresh: { seconds, href: paths.boothDoor } }
}

export function votingScreen(
  reader: Pick<Reader, 't' | 'lang'>,
  looks: Looks,
  { ballot, release }: Voting,
): VotingScreen {
  // Long enough for anybody to choose; a screen that is left does not keep what was chosen for ever.
  return {
    ...screenOf(looks, 300),
    release,
    question: questionOf(reader, ballot),
    marksMax: ballot.marksMax,
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
