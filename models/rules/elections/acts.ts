/** @article polling */

import { ELECTION_STATES, statesThat, type ElectionState } from './state.ts'
import { keysOf } from '../../core/records.ts'

export const FIRST_STATE = 'planned' satisfies ElectionState

interface Act {
  from: readonly ElectionState[]
  to?: ElectionState
}

/**
 * What is done in an election: in which states it may be done, and the state it leads to, if any. What is not here
 * cannot happen.
 */
const ACTS = {
  changeTimetable: { from: statesThat('beforePolling') },
  setDeadline: { from: ['planned', 'nominating', 'unfilled'] },
  changeBoard: { from: statesThat('underWay') },
  call: { from: ['planned'], to: 'nominating' },
  registerCandidate: { from: ['nominating'] },
  withdrawCandidate: { from: ['nominating'] },
  correctName: { from: ['nominating'] },
  changePortrait: { from: ['nominating'] },
  linkCandidate: { from: statesThat('underWay') },
  drawBallotOrder: { from: ['nominating'] },
  approveList: { from: ['nominating'], to: 'listed' },
  declareUnfilled: { from: ['nominating'] },
  changeRoll: { from: statesThat('beforePolling') },
  addVoter: { from: [...statesThat('beforePolling'), 'polling'] },
  lockBox: { from: statesThat('beforePolling') },
  printBallots: { from: ['listed', 'polling'] },
  /** Papers that were counted as printed and are none. */
  takeOffPapers: { from: ['listed', 'polling', 'stopped'] },
  /** Counted by the program. Before the opening people print as many as they like, and count them themselves. */
  printMore: { from: statesThat('takesVotes') },
  /** To tick what was looked at before the polling day. */
  getReady: { from: statesThat('beforePolling') },
  pairTablet: { from: ['listed', 'polling'] },
  openPolling: { from: ['listed'], to: 'polling' },
  /** While nobody has voted. The list is then approved anew, as a new version. */
  reopenList: { from: ['listed', 'polling'], to: 'nominating' },
  countVoidPapers: { from: [...statesThat('beforePolling'), 'polling', 'stopped'] },
  decideUncontested: { from: ['listed'], to: 'uncontested' },
  /** The list was closed without a name on it. */
  leaveUnfilled: { from: ['listed'], to: 'unfilled' },
  callAgain: { from: ['unfilled'], to: 'nominating' },
  /** While nobody can have voted. After that a vote can only be stopped. */
  callOff: { from: statesThat('beforePolling'), to: 'called_off' },
  takeVotes: { from: statesThat('takesVotes') },
  /** Something happened to a candidate after the first vote. */
  recordIncident: { from: statesThat('takesVotes') },
  stopVote: { from: statesThat('takesVotes'), to: 'stopped' },
  /** The papers are accounted for and the boxes sealed, and nothing is counted. */
  closeStopped: { from: ['stopped'], to: 'annulled' },
  closePolling: { from: ['polling'], to: 'closed' },
  enterCount: { from: ['closed'] },
  openBox: { from: ['closed'] },
  /** Two counts agree, and the tablets' box is open. */
  completeCount: { from: ['closed'], to: 'counted' },
  /** A tablet box whose slips are lost can never be counted. */
  loseBox: { from: ['closed'], to: 'annulled' },
  findTie: { from: ['counted'], to: 'lot_required' },
  drawLot: { from: ['lot_required'], to: 'counted' },
  certify: { from: ['counted', 'uncontested'], to: 'certified' },
  receiveComplaint: { from: statesThat('takesComplaints') },
  makeFinal: { from: ['certified'], to: 'final' },
  annul: { from: ['certified'], to: 'annulled' },
  /** An upheld complaint, or what the board found, can ask for the ballots to be counted again. */
  recount: { from: ['counted', 'lot_required', 'certified'], to: 'closed' },
  /** The board looks into a count, with or without a complaint. */
  investigate: { from: ['counted', 'lot_required', 'certified'] },
  planRerun: { from: ['annulled'], to: 'rerun' },
  eraseRoll: { from: statesThat('over') },
  /** Who was there, and what was objected to while voting and counting. */
  recordConduct: { from: ['polling', 'stopped', 'closed', 'counted', 'lot_required', 'certified'] },
  /** Once all boxes are counted: before that, the packages of one box would tell of the other. */
  sealPackages: { from: [...statesThat('hasResult'), ...statesThat('annulled')] },
  openPackages: { from: ['closed', ...statesThat('hasResult')] },
  destroyBallots: { from: statesThat('over') },
} satisfies Record<string, Act>

export type ElectionAct = keyof typeof ACTS

/** An act that leads to another state. */
export type ElectionMove = {
  [A in ElectionAct]: (typeof ACTS)[A] extends { to: ElectionState } ? A : never
}[ElectionAct]

export const ELECTION_ACTS: readonly ElectionAct[] = keysOf(ACTS)

export const ELECTION_MOVES = ELECTION_ACTS.filter((act): act is ElectionMove => 'to' in ACTS[act])

export function allows(state: ElectionState, act: ElectionAct): boolean {
  const { from }: Act = ACTS[act]
  return from.includes(state)
}

export function stateAfter<Move extends ElectionMove>(move: Move): (typeof ACTS)[Move]['to'] {
  return ACTS[move].to
}

/** The states that an election in this state can go to next; empty when it is over. */
export function nextStates(from: ElectionState): readonly ElectionState[] {
  const acts: readonly Act[] = Object.values(ACTS)
  return acts.flatMap((act) => (act.to && act.from.includes(from) ? [act.to] : []))
}

/** The steps between the states as a Mermaid diagram, as the README shows it. */
export function stateDiagram(): string {
  const steps = ELECTION_STATES.flatMap((from) => nextStates(from).map((to) => `    ${from} --> ${to}`))
  const ends = ELECTION_STATES.filter((state) => nextStates(state).length === 0).map(
    (end) => `    ${end} --> [*]`,
  )
  return ['stateDiagram-v2', `    [*] --> ${FIRST_STATE}`, ...steps, ...ends].join('\n')
}
