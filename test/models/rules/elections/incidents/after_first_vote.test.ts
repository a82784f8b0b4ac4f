import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import {
  afterFirstVote,
  bars,
  checkIncident,
  effectOf,
  mayRecordIncidents,
  type AfterFirstVote,
  type IncidentEffect,
  type IncidentKind,
} from '../../../../../models/rules/elections/incidents/after_first_vote.ts'
import { anId } from '../../../../support/ids.ts'
import { someStatutes } from '../../../../support/plain/elections.ts'

const NOBODY = { handed_out: 0, marked: 0, releases: 0 }
const SOMEBODY = { ...NOBODY, handed_out: 1 }
const SIGNE = { id: anId(1), name: 'Signe Holm', person_id: null }
const POLLS = { account: SIGNE, candidates: [], onBoard: true, begun: SOMEBODY, hasTablets: false }

describe('What happened to a candidate after the first vote', () => {
  const cases: [because: IncidentKind, misled: boolean, rule: AfterFirstVote, effect: IncidentEffect][] = [
    ['died', false, 'seat_open', 'seat_open'],
    ['died', false, 'seat_next', 'seat_next'],
    ['died', false, 'stops', 'stops'],
    ['not_eligible', false, 'seat_open', 'seat_open'],
    ['not_eligible', false, 'seat_next', 'seat_next'],
    ['not_eligible', true, 'seat_next', 'seat_next'],
    ['not_eligible', false, 'stops', 'stops'],
    ['misspelt', false, 'seat_open', 'none'],
    ['misspelt', false, 'stops', 'none'],
    ['misspelt', true, 'seat_open', 'stops'],
    ['misspelt', true, 'stops', 'stops'],
    ['other', false, 'seat_next', 'none'],
    ['other', true, 'seat_next', 'stops'],
  ]
  for (const [because, misled, rule, effect] of cases) {
    const told = misled ? ', and voters can have been misled' : ''
    it(`${because}${told}, under ${rule}: ${effect}`, () => {
      expect(effectOf(rule, { because, misled })).to.equal(effect)
    })
  }

  it('takes a seat only from one who died or was not eligible', () => {
    expect((['died', 'not_eligible', 'misspelt', 'other'] as const).filter(bars)).to.deep.equal([
      'died',
      'not_eligible',
    ])
  })

  it('follows the statutes, and where they say nothing the vote goes on and the seat stays open', () => {
    const { rules, ...statutes } = someStatutes()
    const { afterFirstVote: _unsaid, ...others } = rules
    expect(afterFirstVote({ ...statutes, rules: others })).to.equal('seat_open')
    const said = { value: 'stops', source: 'Vedtægterne § 4', confirmed: true } as const
    expect(afterFirstVote({ ...statutes, rules: { ...others, afterFirstVote: said } })).to.equal('stops')
  })
})

describe('Recording what happened to a candidate', () => {
  type Polls = Parameters<typeof mayRecordIncidents>[0]
  const cases: [title: string, given: Partial<Polls>, answer: string][] = [
    ['by the board, once a paper is given out', {}, 'may'],
    ['by the board, once a voter is marked', { begun: { ...NOBODY, marked: 1 } }, 'may'],
    ['by the board, once a tablet is released', { begun: { ...NOBODY, releases: 1 } }, 'may'],
    ['on tablets, where the list cannot be opened again', { begun: NOBODY, hasTablets: true }, 'may'],
    ['while nobody has come', { begun: NOBODY }, 'incident_list_can_be_reopened'],
    ['by someone beside the board', { onBoard: false }, 'incident_by_board'],
    [
      'by one of the board who stands',
      { candidates: [{ name: 'Signe Holm', person_id: null }] },
      'incident_by_candidate',
    ],
  ]
  for (const [title, given, answer] of cases) {
    it(`${title}: ${answer}`, () => {
      const verdict = mayRecordIncidents({ ...POLLS, ...given })
      expect(verdict.ok ? 'may' : verdict.reason).to.equal(answer)
    })
  }

  type Given = Parameters<typeof checkIncident>[0]
  const day = isoDate('2026-03-10')
  const told: [title: string, given: Partial<Given>, answer: string][] = [
    ['a death', {}, 'may'],
    ['a death, twice', { isBarred: true }, 'incident_already_barred'],
    ['a wrong name, after its holder died', { isBarred: true, because: 'misspelt', misled: false }, 'may'],
    [
      'a wrong name, without a word of whether voters were misled',
      { because: 'misspelt' },
      'incident_misled_unsaid',
    ],
    ['something else, without a word of it', { because: 'other' }, 'incident_misled_unsaid'],
    ['a name that misled nobody', { because: 'misspelt', misled: false }, 'may'],
    ['something else that misled voters', { because: 'other', misled: true }, 'may'],
    ['what the board learns of tomorrow', { learntOn: isoDate('2026-03-11') }, 'incident_in_future'],
    ['what the board learnt of yesterday', { learntOn: isoDate('2026-03-09') }, 'may'],
  ]
  for (const [title, given, answer] of told) {
    it(`${title}: ${answer}`, () => {
      const verdict = checkIncident({
        ...{
          because: 'died' as const,
          misled: undefined,
          isBarred: false,
          waits: false,
          learntOn: day,
          today: day,
        },
        ...given,
      })
      expect(verdict.ok ? 'may' : verdict.reason).to.equal(answer)
    })
  }
})
