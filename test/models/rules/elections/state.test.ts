import { expect } from 'chai'
import fc from 'fast-check'
import {
  allows,
  ELECTION_ACTS,
  ELECTION_MOVES,
  FIRST_STATE,
  nextStates,
  stateAfter,
  stateDiagram,
} from '../../../../models/rules/elections/acts.ts'
import {
  ELECTION_STATES,
  facts,
  statesThat,
  type ElectionState,
  type Facts,
} from '../../../../models/rules/elections/state.ts'

describe('The states of an election', () => {
  // Written out and not read from the table, so that a slip in the table is seen here.
  const allowedSteps = [
    'planned nominating',
    'planned called_off',
    'nominating called_off',
    'listed called_off',
    'nominating listed',
    'listed polling',
    'listed nominating',
    'polling nominating',
    'listed uncontested',
    'listed unfilled',
    'polling stopped',
    'stopped annulled',
    'polling closed',
    'closed counted',
    'closed annulled',
    'counted lot_required',
    'counted certified',
    'counted closed',
    'lot_required counted',
    'lot_required closed',
    'uncontested certified',
    'unfilled nominating',
    'certified final',
    'certified annulled',
    'certified closed',
    'annulled rerun',
  ]

  it('are fifteen', () => {
    expect(ELECTION_STATES.join(' ')).to.equal(
      'planned nominating listed polling stopped closed counted lot_required uncontested unfilled certified final annulled rerun called_off',
    )
  })

  for (const from of ELECTION_STATES) {
    for (const to of ELECTION_STATES) {
      const allowed = allowedSteps.includes(`${from} ${to}`)
      it(`${from} ${allowed ? 'can' : 'cannot'} go to ${to}`, () => {
        expect(nextStates(from).includes(to)).to.equal(allowed)
      })
    }
  }

  it('end in "final", "rerun" or "called_off" and nowhere else', () => {
    expect(ELECTION_STATES.filter((state) => nextStates(state).length === 0)).to.deep.equal([
      'final',
      'rerun',
      'called_off',
    ])
  })

  it('can all be reached from the first, and all reach an end', () => {
    const reachable = (from: (typeof ELECTION_STATES)[number], seen = new Set([from])) => {
      for (const next of nextStates(from)) if (!seen.has(next)) reachable(next, seen.add(next))
      return seen
    }
    expect(reachable(FIRST_STATE)).to.have.property('size', ELECTION_STATES.length)
    for (const state of ELECTION_STATES) {
      const ends = [...reachable(state)].filter((reached) => nextStates(reached).length === 0)
      expect(ends, state).not.to.be.empty
    }
  })

  it('are drawn with a line for each step, one for the beginning and one for each end', () => {
    const lines = stateDiagram().split('\n')
    expect(lines[0]).to.equal('stateDiagram-v2')
    const arrows = lines.slice(1).map((line) => line.trim())
    expect(arrows).to.have.members([
      '[*] --> planned',
      ...allowedSteps.map((step) => step.replace(' ', ' --> ')),
      'final --> [*]',
      'rerun --> [*]',
      'called_off --> [*]',
    ])
  })
})

describe('The facts of an election’s states', () => {
  // Written out by question, where the table goes by state.
  const whereYes: Record<Exclude<keyof Facts, 'awaits'>, string> = {
    called:
      'nominating listed polling stopped closed counted lot_required uncontested unfilled certified final annulled rerun called_off',
    listed:
      'listed polling stopped closed counted lot_required uncontested unfilled certified final annulled rerun',
    beforePolling: 'planned nominating listed',
    invitesVoters: 'nominating listed polling',
    takesVotes: 'polling',
    pollingOver: 'closed counted lot_required certified final annulled rerun',
    withoutVote: 'uncontested unfilled',
    takesComplaints: 'polling closed counted lot_required uncontested certified final',
    hasResult: 'counted lot_required uncontested certified final',
    underWay: 'planned nominating listed polling stopped closed counted lot_required uncontested unfilled',
    stillElects: 'planned nominating listed polling closed counted lot_required uncontested',
    certified: 'certified final',
    provisional: 'certified',
    failed: 'stopped unfilled annulled rerun called_off',
    annulled: 'annulled rerun',
    calledOff: 'called_off',
    stopped: 'stopped',
    replaced: 'rerun',
    over: 'final annulled rerun called_off',
  }
  const questions = Object.keys(whereYes) as (keyof typeof whereYes)[]

  for (const question of questions) {
    it(`${question}: ${whereYes[question]}`, () => {
      expect(statesThat(question).join(' ')).to.equal(whereYes[question])
      for (const state of ELECTION_STATES)
        expect(facts(state)[question], state).to.equal(whereYes[question].split(' ').includes(state))
    })
  }

  it('are the questions of the table, each of them', () => {
    for (const state of ELECTION_STATES)
      expect(Object.keys(facts(state)).filter((one) => one !== 'awaits')).to.deep.equal(questions)
  })

  const state = fc.constantFrom(...ELECTION_STATES)
  const promises: [string, (is: Readonly<Facts>, state: ElectionState) => boolean][] = [
    ['nothing is over and takes votes', (is) => !(is.over && is.takesVotes)],
    [
      'nobody votes before, during and after polling at once',
      (is) => [is.beforePolling, is.takesVotes, is.pollingOver].filter(Boolean).length <= 1,
    ],
    [
      'an election still elects, has elected or has failed, and only one of the three',
      (is) => [is.stillElects, is.certified, is.failed].filter(Boolean).length === 1,
    ],
    [
      'what is certified is not under way, and has a result',
      (is) => !is.certified || (!is.underWay && is.hasResult),
    ],
    [
      'only a certified result is provisional, and then it is not over',
      (is) => !is.provisional || (is.certified && !is.over),
    ],
    [
      'what is replaced was annulled, and what was annulled has failed and is over',
      (is) => (!is.replaced || is.annulled) && (!is.annulled || (is.failed && is.over)),
    ],
    [
      'voters are not invited before the call, and vote only by an approved list',
      (is) => (!is.invitesVoters || is.called) && (!is.takesVotes || is.listed),
    ],
    [
      'nothing is awaited just where no step leads on',
      (is, of) => (is.awaits === 'nothing') === (nextStates(of).length === 0),
    ],
    [
      'what was called off has failed and is over, without votes, result or annulment',
      (is) => !is.calledOff || (is.failed && is.over && !is.pollingOver && !is.hasResult && !is.annulled),
    ],
    [
      'what is stopped has failed, and nobody votes, counts or complains any more',
      (is) => !is.stopped || (is.failed && !is.takesVotes && !is.hasResult && !is.takesComplaints),
    ],
    ['nothing that is under way is over', (is) => !(is.underWay && is.over)],
  ]
  for (const [promise, holds] of promises) {
    it(promise, () => {
      fc.assert(fc.property(state, (one) => holds(facts(one), one)))
    })
  }

  it('come one after another on every way through the table: no call is taken back, no end is left', () => {
    const steps = fc.array(fc.nat(), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(steps, (choices) => {
        let now: ElectionState = FIRST_STATE
        for (const choice of choices) {
          const next = nextStates(now)
          const to = next[choice % Math.max(1, next.length)]
          if (to === undefined) break
          if (facts(now).called) expect(facts(to).called).to.be.true
          if (facts(now).annulled) expect(facts(to).annulled).to.be.true
          // Polls close or are stopped, or the list is opened again while nobody has voted.
          const { pollingOver, beforePolling, stopped } = facts(to)
          if (facts(now).takesVotes) expect(pollingOver || beforePolling || stopped).to.be.true
          if (facts(now).stopped) expect(facts(to).annulled).to.be.true
          now = to
        }
      }),
    )
  })
})

describe('What is done in an election', () => {
  it('can each be done in some state', () => {
    for (const act of ELECTION_ACTS)
      expect(
        ELECTION_STATES.some((state) => allows(state, act)),
        act,
      ).to.be.true
  })

  it('leads to a state that the table names as next', () => {
    for (const move of ELECTION_MOVES)
      for (const from of ELECTION_STATES.filter((state) => allows(state, move)))
        expect(nextStates(from), `${move} from ${from}`).to.include(stateAfter(move))
  })

  it('touches neither list, roll nor box once people can have voted', () => {
    const before = ['changeTimetable', 'registerCandidate', 'approveList', 'changeRoll', 'lockBox'] as const
    for (const state of ELECTION_STATES.filter((one) => !facts(one).beforePolling))
      for (const act of before) expect(allows(state, act), `${act} when ${state}`).to.be.false
  })
})
