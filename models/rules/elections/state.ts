/** @article polling */

/** The states of an election, in the order in which an election without trouble passes them. */
export const ELECTION_STATES = [
  'planned',
  'nominating',
  'listed',
  'polling',
  'stopped',
  'closed',
  'counted',
  'lot_required',
  'uncontested',
  'unfilled',
  'certified',
  'final',
  'annulled',
  'rerun',
  'called_off',
] as const

export type ElectionState = (typeof ELECTION_STATES)[number]

export type Awaited =
  | 'call'
  | 'candidates'
  | 'opening'
  | 'closing'
  | 'count'
  | 'lot'
  | 'certification'
  | 'complaints'
  | 'new_call'
  | 'new_election'
  | 'nothing'

/** The questions about the state of an election. A new state answers them all. */
export interface Facts {
  awaits: Awaited
  /** Has the public been told of the election? */
  called: boolean
  /** Is the list of candidates approved? */
  listed: boolean
  /** Is it certain that no vote has been cast yet, and still possible that one will be? */
  beforePolling: boolean
  /** Are voters told when and where they can vote? */
  invitesVoters: boolean
  /** Do people vote now? */
  takesVotes: boolean
  /** Has the time for voting passed? */
  pollingOver: boolean
  /** Is it decided, or plain, that there will be no vote, while the result waits? */
  withoutVote: boolean
  /** Is a complaint written down when it comes, even a late one? */
  takesComplaints: boolean
  /** Is there a result to show, if only to those who run the election? */
  hasResult: boolean
  /** Is the result still to be certified? Then no other election is held for the same seats. */
  underWay: boolean
  /** May a candidate still be elected, without a new call? */
  stillElects: boolean
  /** Does a certified result hold? */
  certified: boolean
  /** May a complaint still change the certified result? */
  provisional: boolean
  /** Does it end without an elected candidate? */
  failed: boolean
  annulled: boolean
  /** Was it called off before anyone could vote? */
  calledOff: boolean
  /** Has the board stopped the vote, so that the boxes are closed and never counted? */
  stopped: boolean
  /** Has another election taken its place? */
  replaced: boolean
  /** Is the election as finished as it will be? Then rolls are erased and ballots destroyed. */
  over: boolean
}

type Question = Exclude<keyof Facts, 'awaits'>

const [yes, no] = [true, false]

// prettier-ignore
const FACTS = {
  planned: {
    awaits: 'call',
    called: no, listed: no, beforePolling: yes, invitesVoters: no, takesVotes: no,
    pollingOver: no, withoutVote: no, takesComplaints: no, hasResult: no, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  nominating: {
    awaits: 'candidates',
    called: yes, listed: no, beforePolling: yes, invitesVoters: yes, takesVotes: no,
    pollingOver: no, withoutVote: no, takesComplaints: no, hasResult: no, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  listed: {
    awaits: 'opening',
    called: yes, listed: yes, beforePolling: yes, invitesVoters: yes, takesVotes: no,
    pollingOver: no, withoutVote: no, takesComplaints: no, hasResult: no, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  polling: {
    awaits: 'closing',
    called: yes, listed: yes, beforePolling: no, invitesVoters: yes, takesVotes: yes,
    pollingOver: no, withoutVote: no, takesComplaints: yes, hasResult: no, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  stopped: {
    awaits: 'closing',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: no, withoutVote: no, takesComplaints: no, hasResult: no, underWay: yes, stillElects: no,
    certified: no, provisional: no, failed: yes, annulled: no, calledOff: no, stopped: yes, replaced: no, over: no,
  },
  closed: {
    awaits: 'count',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: yes, withoutVote: no, takesComplaints: yes, hasResult: no, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  counted: {
    awaits: 'certification',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: yes, withoutVote: no, takesComplaints: yes, hasResult: yes, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  lot_required: {
    awaits: 'lot',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: yes, withoutVote: no, takesComplaints: yes, hasResult: yes, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  uncontested: {
    awaits: 'certification',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: no, withoutVote: yes, takesComplaints: yes, hasResult: yes, underWay: yes, stillElects: yes,
    certified: no, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  unfilled: {
    awaits: 'new_call',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: no, withoutVote: yes, takesComplaints: no, hasResult: no, underWay: yes, stillElects: no,
    certified: no, provisional: no, failed: yes, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  certified: {
    awaits: 'complaints',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: yes, withoutVote: no, takesComplaints: yes, hasResult: yes, underWay: no, stillElects: no,
    certified: yes, provisional: yes, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: no,
  },
  final: {
    awaits: 'nothing',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: yes, withoutVote: no, takesComplaints: yes, hasResult: yes, underWay: no, stillElects: no,
    certified: yes, provisional: no, failed: no, annulled: no, calledOff: no, stopped: no, replaced: no, over: yes,
  },
  annulled: {
    awaits: 'new_election',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: yes, withoutVote: no, takesComplaints: no, hasResult: no, underWay: no, stillElects: no,
    certified: no, provisional: no, failed: yes, annulled: yes, calledOff: no, stopped: no, replaced: no, over: yes,
  },
  rerun: {
    awaits: 'nothing',
    called: yes, listed: yes, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: yes, withoutVote: no, takesComplaints: no, hasResult: no, underWay: no, stillElects: no,
    certified: no, provisional: no, failed: yes, annulled: yes, calledOff: no, stopped: no, replaced: yes, over: yes,
  },
  called_off: {
    awaits: 'nothing',
    called: yes, listed: no, beforePolling: no, invitesVoters: no, takesVotes: no,
    pollingOver: no, withoutVote: no, takesComplaints: no, hasResult: no, underWay: no, stillElects: no,
    certified: no, provisional: no, failed: yes, annulled: no, calledOff: yes, stopped: no, replaced: no, over: yes,
  },
} satisfies Record<ElectionState, Facts>

export function facts(state: ElectionState): Readonly<Facts> {
  return FACTS[state]
}

/** The states in which the answer is yes, for a query: `whereIn('status', statesThat('over'))`. */
export function statesThat(question: Question): readonly ElectionState[] {
  return ELECTION_STATES.filter((state) => FACTS[state][question])
}

/** The state that the public sees. Nothing is said of a count before the result, not even that candidates are equal. */
export function publicState(state: ElectionState): ElectionState {
  return state === 'lot_required' ? 'counted' : state
}
