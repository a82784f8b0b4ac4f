import { expect } from 'chai'
import {
  type IncidentAnswer,
  isInForce,
  maySignIncident,
  mayWithdrawIncident,
  stateOf,
} from '../../../../../models/rules/elections/incidents/signing.ts'
import { anId } from '../../../../support/ids.ts'

const SIGNE = { id: anId(1), name: 'Signe Holm', person_id: anId(10) } as const
const VERA = { id: anId(2), name: 'Vera Stub', person_id: anId(11) } as const
const BEGUN = { handed_out: 1, marked: 0, releases: 0 }

describe('Signing what happened to a candidate', () => {
  type Signing = Parameters<typeof maySignIncident>[0]
  const usual = {
    account: VERA,
    writer: SIGNE,
    candidates: [],
    onBoard: true,
    begun: BEGUN,
    hasTablets: false,
  }
  const cases: [title: string, given: Partial<Signing>, answer: string][] = [
    ['by another member of the board', {}, 'may'],
    ['by the one who wrote it', { account: SIGNE }, 'incident_own'],
    [
      'by the same person under another account',
      { account: { ...VERA, person_id: anId(10) } },
      'incident_own',
    ],
    [
      'by a namesake whom the register does not know',
      { account: { id: anId(3), name: 'signe  holm', person_id: null } },
      'incident_own',
    ],
    ['by a namesake whom the register knows as another', { account: { ...VERA, name: 'Signe Holm' } }, 'may'],
    [
      'by one who stands',
      { candidates: [{ person_id: anId(11), name: 'V. Stub' }] },
      'incident_by_candidate',
    ],
    ['by someone beside the board', { onBoard: false }, 'incident_by_board'],
    [
      'when the list can be opened again',
      { begun: { ...BEGUN, handed_out: 0 } },
      'incident_list_can_be_reopened',
    ],
  ]
  for (const [title, given, answer] of cases) {
    it(`${title}: ${answer}`, () => {
      const verdict = maySignIncident({ ...usual, ...given })
      expect(verdict.ok ? 'may' : verdict.reason).to.equal(answer)
    })
  }

  it('is withdrawn by the one who wrote it alone', () => {
    expect(mayWithdrawIncident(SIGNE, SIGNE).ok).to.equal(true)
    expect(mayWithdrawIncident(VERA, SIGNE).ok).to.equal(false)
  })

  const states: [account: number | null, answer: IncidentAnswer | null, state: string, inForce: boolean][] = [
    [1, null, 'waits', false],
    [1, 'signed', 'signed', true],
    [1, 'refused', 'refused', false],
    [1, 'withdrawn', 'withdrawn', false],
    [null, null, 'alone', true],
  ]
  for (const [account_id, answer, state, inForce] of states) {
    it(`${state} is ${inForce ? '' : 'not '}in force`, () => {
      const found = stateOf({ account_id, answer: answer && { answer } })
      expect([found, isInForce(found)]).to.deep.equal([state, inForce])
    })
  }
})
