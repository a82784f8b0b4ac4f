import type { Reader } from '../reader.ts'
import { cardOf, votingScreen, type Card, type Looks, type Voting, type VotingScreen } from './screen.ts'

export interface ConfirmPage extends VotingScreen {
  chosen: Card[]
  blank: boolean
}

export function confirmPage(reader: Pick<Reader, 't' | 'lang'>, looks: Looks, voting: Voting): ConfirmPage {
  const { ballot, choice } = voting
  const chosen = ballot.candidates.filter(({ id }) => choice.marks.includes(id))
  return {
    ...votingScreen(reader, looks, voting),
    chosen: chosen.map((candidate) => cardOf(candidate, choice)),
    blank: choice.blank,
  }
}
