import { crossesSaid } from '../partials/elections/crosses.ts'
import type { Reader } from '../reader.ts'
import type { CandidacyId } from '../../models/core/ids.ts'
import { cardOf, votingScreen, type Card, type Looks, type Voting, type VotingScreen } from './screen.ts'

/** Candidates must be large, and scrolling would not be fair. */
const PER_SCREEN = 6

export interface BallotPage extends VotingScreen {
  cards: Card[]
  /** Marks on other screens, carried along. */
  elsewhere: CandidacyId[]
  screen: number
  screens: number
  /** "Vælg højst 2, eller stem blankt." */
  howMany: string
}

/** The last screen when `asked` is past it. */
export function ballotPage(
  reader: Pick<Reader, 't' | 'lang'>,
  looks: Looks,
  voting: Voting,
  asked: number,
): BallotPage {
  const { ballot, choice } = voting
  const screens = Math.max(1, Math.ceil(ballot.candidates.length / PER_SCREEN))
  const screen = Math.min(asked, screens - 1)
  const here = ballot.candidates.slice(screen * PER_SCREEN, (screen + 1) * PER_SCREEN)
  const said = crossesSaid(ballot.crosses)
  return {
    ...votingScreen(reader, looks, voting),
    cards: here.map((candidate) => cardOf(candidate, choice)),
    elsewhere: choice.marks.filter((id) => !here.some((candidate) => candidate.id === id)),
    screen,
    screens,
    howMany: reader.t(`booth.ballot.choose.${said.wording}`, said.figures),
  }
}
