import { expect } from 'chai'
import {
  canMove,
  ELECTION_STATES,
  nextStates,
  stateDiagram,
} from '../../../../models/rules/elections/state.ts'

describe('The states of an election', () => {
  // Written out once more and not read from the table, so that a slip in the table is seen here.
  const allowedSteps = [
    'planned nominating',
    'nominating listed',
    'listed polling',
    'listed uncontested',
    'listed unfilled',
    'polling closed',
    'closed counted',
    'closed annulled',
    'counted lot_required',
    'counted certified',
    'lot_required counted',
    'uncontested certified',
    'unfilled nominating',
    'certified final',
    'certified annulled',
    'certified closed',
    'annulled rerun',
  ]

  it('are thirteen', () => {
    expect(ELECTION_STATES.join(' ')).to.equal(
      'planned nominating listed polling closed counted lot_required uncontested unfilled certified final annulled rerun',
    )
  })

  for (const from of ELECTION_STATES) {
    for (const to of ELECTION_STATES) {
      const allowed = allowedSteps.includes(`${from} ${to}`)
      it(`${from} ${allowed ? 'can' : 'cannot'} go to ${to}`, () => {
        expect(canMove(from, to)).to.equal(allowed)
      })
    }
  }

  it('end in "final" or "rerun" and nowhere else', () => {
    expect(ELECTION_STATES.filter((state) => nextStates(state).length === 0)).to.deep.equal([
      'final',
      'rerun',
    ])
  })

  it('can all be reached from "planned", and all reach an end', () => {
    const reachable = (from: (typeof ELECTION_STATES)[number], seen = new Set([from])) => {
      for (const next of nextStates(from)) if (!seen.has(next)) reachable(next, seen.add(next))
      return seen
    }
    expect(reachable('planned')).to.have.property('size', ELECTION_STATES.length)
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
    ])
  })
})
