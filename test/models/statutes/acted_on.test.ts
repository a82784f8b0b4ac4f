import { expect } from 'chai'
import { isoDate } from '../../../models/core/dates.ts'
import { allows } from '../../../models/rules/elections/acts.ts'
import { drawsOrder, listOutcome } from '../../../models/rules/elections/candidate_list.ts'
import { complaintDeadline } from '../../../models/rules/elections/complaint_period.ts'
import { afterFirstVote, effectOf } from '../../../models/rules/elections/incidents/after_first_vote.ts'
import { countWithBarred } from '../../../models/rules/elections/incidents/barred.ts'
import { crossesIn } from '../../../models/rules/elections/marks.ts'
import { mayRecordLot } from '../../../models/rules/elections/board/lot_by_telephone.ts'
import { secondPlace } from '../../../models/rules/elections/one_vote.ts'
import { countPlurality } from '../../../models/rules/elections/plurality.ts'
import { ELECTION_STATES } from '../../../models/rules/elections/state.ts'
import { withheld } from '../../../models/rules/elections/withheld.ts'
import { longAbsence } from '../../../models/rules/council/absence_loss.ts'
import { eligibilityRefusals } from '../../../models/rules/council/eligibility.ts'
import { appointingBodyIn, needsFormalAppointment } from '../../../models/rules/council/formal_appointment.ts'
import { checkQuotas, quotaStandings } from '../../../models/rules/council/quotas.ts'
import { checkReelection } from '../../../models/rules/council/reelection.ts'
import {
  standsFor,
  substituteRule,
  substitutesOf,
  whoStepsIn,
} from '../../../models/rules/council/substitutes.ts'
import { fillingOf } from '../../../models/rules/council/vacancy.ts'
import { lastDayToHold, mayAsk } from '../../../models/rules/meetings/extraordinary.ts'
import { itemDeadline } from '../../../models/rules/meetings/item_deadline.ts'
import { meetingsInYear } from '../../../models/rules/meetings/meetings_per_year.ts'
import { firstDayWithNotice, lastDayToCall } from '../../../models/rules/meetings/notice.ts'
import { quorum } from '../../../models/rules/meetings/quorum.ts'
import { nominationOutcome } from '../../../models/rules/renewal/nomination.ts'
import { followsMunicipal, termAfter } from '../../../models/rules/statutes/term.ts'
import { statutesJsonSchema } from '../../../models/statutes/json_schema.ts'
import { isLeftToPeople, LEFT_TO_PEOPLE } from '../../../models/statutes/left_to_people.ts'
import { officesIn } from '../../../models/statutes/offices.ts'
import {
  RULE_NAMES,
  type Agreement,
  type RuleName,
  type RuleValue,
  type Statutes,
} from '../../../models/statutes/schema.ts'
import { seatRange } from '../../../models/statutes/seat_range.ts'
import { anId, someIds } from '../../support/ids.ts'
import { someStatutes } from '../../support/plain/elections.ts'

/*
 * A rule that is stored and shown but never read is a promise that nobody keeps. For each rule of the statutes there are
 * values that use every word the schema allows, and what the program does by them, asked of the law itself. Two values
 * that change nothing are one value that is not acted on.
 */

const day = isoDate

/** What the program does by a rule: values of it, and the answer of the law to each. */
interface Acted<V> {
  values: readonly V[]
  does: (value: V, statutes: Statutes) => unknown
}

function acted<R extends RuleName>(
  values: readonly RuleValue<R>[],
  does: Acted<RuleValue<R>>['does'],
): Acted<RuleValue<R>> {
  return { values, does }
}

const PLACE = 'perron-4'
const base = someStatutes()
const organisations = base.areas.find(({ kind }) => kind === 'organisations')!.key
const members = base.areas.map(({ key, kind }) => ({ key, kind }))
const term = base.terms[0]!
const inTerm = { starts_on: term.startsOn, ends_on: day('2018-06-30') }

const ready = (id: number, area_key: string, seat: number | null, position: number | null) => ({
  ...{
    id: anId(id),
    person_id: anId(id),
    area_key,
    seat_id: seat === null ? null : anId(seat),
  },
  area_kind: base.areas.find(({ key }) => key === area_key)!.kind,
  ...{ position, withdrawn_on: null },
})
const otherPlace = base.areas.find(({ kind, key }) => kind === 'place' && key !== PLACE)!.key
const READY = [
  ready(1, PLACE, 1, 2),
  ready(2, PLACE, null, 1),
  ready(3, otherPlace, null, 1),
  ready(4, organisations, null, null),
]
const SEATS = [
  { id: anId(1), area_key: PLACE },
  { id: anId(9), area_key: organisations },
]

const tied = countPlurality({
  candidates: someIds(1, 2).map((id) => ({ id, votes: 5 })),
  seats: 1,
  lots: [],
})

const QUOTA: RuleValue<'quotas'>[number] = {
  ...{ key: 'brugere', name: 'brugere', nameEn: 'users' },
  ...{ of: 'nominated', limit: 'at_most', amount: 2, force: 'hard' },
}

type ActedOn = { [R in RuleName]?: Acted<RuleValue<R>> }

const ACTED_ON: ActedOn = {
  seats: acted<'seats'>(
    [9, 10, { min: 7, max: 11 }, { min: 0, max: 11 }, 'one_per_place'],
    (value, { areas }) =>
      typeof value === 'string'
        ? ['as many as there are places', seatRange(value, areas)]
        : seatRange(value, areas),
  ),
  substitutes: acted<'substitutes'>(
    [
      ...(['none', 'personal', 'vote_order', 'pool'] as const),
      ...(['elected', 'nominated'] as const).map((only) => ({ kind: 'pool' as const, only })),
      ...(['area', 'group', 'council'] as const).slice(1).map((pool) => ({ kind: 'pool' as const, pool })),
      { kind: 'pool', only: 'elected', pool: 'area', meetings: 'when_absent' },
      { kind: 'pool', only: 'elected', pool: 'area', meetings: 'every_meeting' },
    ],
    (_value, statutes) => [
      substituteRule(statutes).meetings,
      SEATS.map((seat) => [
        substitutesOf(statutes, seat.area_key),
        READY.map((one) => standsFor(statutes, seat, one)),
      ]),
      whoStepsIn({ statutes, seat: SEATS[0]!, substitutes: READY, seated: [], on: day('2018-07-01') }).by,
    ],
  ),
  vacancy: acted<'vacancy'>(
    ['same_area', 'organisation_replaces', 'substitute', 'council_supplements', 'stays_empty'],
    (_value, statutes) => {
      const pool = {
        ...statutes,
        rules: { ...statutes.rules, substitutes: { ...statutes.rules.substitutes, value: 'pool' as const } },
      }
      return SEATS.map((seat) =>
        fillingOf(pool, seat.area_key, day('2018-07-01'), inTerm, { seat, substitutes: READY, seated: [] }),
      )
    },
  ),
  candidateEligibility: acted<'candidateEligibility'>(
    [{ anyOf: ['resident'] }, { anyOf: ['active'] }, { anyOf: ['resident', 'active'] }],
    (_value, statutes) =>
      (['resident', 'active'] as const).map((ground) =>
        eligibilityRefusals(statutes, {
          consentedOn: day('2026-01-01'),
          ground,
          checkedBy: 'Bo Krag',
          ofAge: true,
        }),
      ),
  ),
  minimumAge: acted<'minimumAge'>([null, 15, 18], (_value, statutes) =>
    eligibilityRefusals(statutes, {
      consentedOn: day('2026-01-01'),
      ground: 'resident',
      checkedBy: 'Bo Krag',
      ofAge: false,
    }),
  ),
  reelection: acted<'reelection'>(['unlimited', { maxTerms: 1 }, { maxTerms: 2 }], (value) =>
    [1, 2].map((sat) =>
      checkReelection(
        value,
        someIds(1, 2)
          .slice(0, sat)
          .map((id) => ({ id, starts_on: day('2018-01-01'), ends_on: day('2021-12-31') })),
        anId(3),
      ),
    ),
  ),
  offices: acted<'offices'>(
    [
      [],
      ['chair'],
      ['chair', 'vice_chair'],
      [{ key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' }],
      [{ key: 'kasserer', title: 'regnskabsfører', titleEn: 'bookkeeper', count: 2 }],
      [{ key: 'kasserer', title: 'kasserer', titleEn: 'treasurer', chosenBy: 'council', leads: true }],
      [
        {
          key: 'kasserer',
          title: 'kasserer',
          titleEn: 'treasurer',
          chosenBy: { appointedBy: 'Byrådet' },
          deputises: true,
        },
      ],
    ],
    (value) => officesIn(value),
  ),
  quorum: acted<'quorum'>(
    [
      { share: [1, 2], comparison: 'at_least', base: 'all_seats' },
      { share: [1, 2], comparison: 'more_than', base: 'all_seats' },
      { share: [1, 2], comparison: 'at_least', base: 'filled_seats' },
      { share: [2, 3], comparison: 'at_least', base: 'all_seats' },
      { share: [1, 2], comparison: 'at_least', base: 'all_seats', appliesTo: 'rule_changes' },
    ],
    (value) => quorum(value, { allSeats: 10, filledSeats: 8, present: 4 }),
  ),
  electionTie: acted<'electionTie'>(['lot'], () => tied.outcome),
  uncontested: acted<'uncontested'>(['decision', 'poll'], (value) => listOutcome(1, 1, value)),
  marks: acted<'marks'>(
    [
      { min: 1, max: 1 },
      { min: 1, max: 3 },
      { min: 2, max: 3 },
      { min: 1, max: 3, per: 'seat' },
    ],
    (_value, statutes) => crossesIn({ seats: 2, statutes }),
  ),
  ballotOrder: acted<'ballotOrder'>(['alphabet', 'lot'], (_value, statutes) => drawsOrder({ statutes }, 3)),
  oneVoteAcrossPlaces: acted<'oneVoteAcrossPlaces'>(
    ['warn_secretary', 'block', 'ignore'],
    (_value, statutes) => secondPlace(statutes),
  ),
  complaintDays: acted<'complaintDays'>([0, 7, 14], (value) => complaintDeadline(day('2026-03-10'), value)),
  publicationThreshold: acted<'publicationThreshold'>([0, 5, 10], (_value, statutes) =>
    [4, 7].map((ballots) =>
      withheld(statutes, { ballots, valid: ballots, boxes: [ballots], sheets: [], help: [], invalid: [] }),
    ),
  ),
  appointingBody: acted<'appointingBody'>([null, 'Byrådet'], (_value, statutes) =>
    appointingBodyIn(statutes),
  ),
  noticeDays: acted<'noticeDays'>(
    [7, 14, { days: 7, about: true }, { weekdays: 6 }, { days: 14, weekdays: 12 }],
    (value) => [lastDayToCall(day('2026-03-10'), value), firstDayWithNotice(day('2026-03-10'), value)],
  ),
  itemDeadlineDays: acted<'itemDeadlineDays'>([7, 14, { beforeDispatch: 3 }], (_value, { rules }) =>
    itemDeadline(day('2026-03-10'), rules),
  ),
  absenceLoss: acted<'absenceLoss'>(['off', { months: 3 }, { months: 6 }], (value) =>
    [day('2026-05-10'), day('2026-08-10')].map((today) =>
      longAbsence(
        value,
        [day('2026-01-10'), day('2026-02-10')].map((held_on) => ({ held_on, mark: 'absent' as const })),
        today,
      ),
    ),
  ),
  rollRetention: acted<'rollRetention'>(['until_complaints_decided'], () =>
    ELECTION_STATES.filter((state) => allows(state, 'eraseRoll')),
  ),
  termLength: acted<'termLength'>(
    ['municipal', 'fixed_dates', { years: 2 }, { years: 4 }, { staggeredYears: 6 }],
    (value) => [
      followsMunicipal(value),
      termAfter({ ...term, startsOn: day('2018-05-01'), endsOn: day('2021-04-30') }, value),
    ],
  ),
  formalAppointment: acted<'formalAppointment'>(['nominated', 'all'], (_value, statutes) =>
    needsFormalAppointment(statutes, {
      origin: 'election',
      steppedIn: false,
      areaKind: 'place',
      undone: false,
    }),
  ),
  officersChosen: acted<'officersChosen'>(
    ['council', 'one_from_each_group', { appointedBy: 'Byrådet' }],
    (value) => officesIn(['chair', 'vice_chair'], value),
  ),
  quotas: acted<'quotas'>(
    [
      {},
      { limit: 'at_least' as const },
      { limit: 'more_than' as const },
      { of: 'elected' as const },
      { of: { areas: [PLACE] } },
      { amount: [1, 2] as [number, number] },
      { force: 'soft' as const },
    ].map((other) => [{ ...QUOTA, ...other }]),
    (value) =>
      members.map((member, seated) => [
        quotaStandings(value, members.slice(0, seated)).map(({ have, kept }) => [have, kept]),
        checkQuotas(value, member, members.slice(0, seated), 9).ok,
      ]),
  ),
  extraordinaryMeetings: acted<'extraordinaryMeetings'>(
    [
      { askedBy: ['chair'] },
      { askedBy: ['municipal_council'] },
      { askedBy: ['administration'] },
      { askedBy: [{ share: [1, 3] }] },
      { askedBy: [{ members: 3 }], withinDays: 14 },
      { askedBy: [{ members: 3 }], withinWeekdays: 14 },
    ],
    (value) => [
      ['chair', 'municipal_council', 'administration', 'share:1/3', 'members:3'].map((key) =>
        mayAsk(value, key),
      ),
      lastDayToHold(value, day('2026-03-10')) ?? null,
    ],
  ),
  meetingsPerYear: acted<'meetingsPerYear'>(
    [
      { min: 4, max: 6 },
      { min: 5, max: 6 },
      { min: 4, max: 8 },
    ],
    (value) => meetingsInYear(value, [], day('2026-11-01')),
  ),
  afterFirstVote: acted<'afterFirstVote'>(['seat_open', 'seat_next', 'stops'], (_value, statutes) =>
    afterDeath(statutes),
  ),
  lotByTelephone: acted<'lotByTelephone'>([true, false], (_value, rules) => byTelephone(rules)),
}

/** Whoever has the most votes has died after the first vote. */
function afterDeath(statutes: Statutes): unknown {
  const effect = effectOf(afterFirstVote(statutes), { because: 'died', misled: false })
  if (effect === 'none' || effect === 'stops') return effect
  const candidates = someIds(1, 2).map((id, index) => ({ id, votes: 5 - index }))
  return countWithBarred({ candidates, seats: 1, lots: [] }, { candidacies: someIds(1), seat: effect })
}

/** One of the staff draws with somebody of the board on the telephone. */
function byTelephone(rules: Statutes): unknown {
  const [account, board] = [{ id: anId(1), person_id: null }, someIds(2)]
  return mayRecordLot({ rules, account, runs: true, candidates: [], board, called: board })
}

/** How the organisations of an area agree: two of them have named two people, or one has. */
const AGREEMENTS: Acted<Agreement> = {
  values: ['joint', 'one_each', 'single'],
  does: (agreement) => [
    fillingOf(withAgreement(agreement), organisations, day('2018-07-01'), inTerm),
    nominationOutcome({
      agreement,
      bodies: someIds(1, 2),
      answers: [{ body_id: anId(1), person: 'Åse Wang' }],
    }),
  ],
}

function withAgreement(agreement: Agreement): Statutes {
  const statutes = structuredClone(base)
  for (const area of statutes.areas)
    if (area.kind === 'organisations') area.filling.agreement.value = agreement
  return statutes
}

function ruled(rule: RuleName, value: unknown): Statutes {
  const statutes = structuredClone(base)
  const before = statutes.rules[rule] ?? { source: 'Vedtægter', confirmed: true }
  Object.assign(statutes.rules, { [rule]: { ...before, value } })
  return statutes
}

type Schema = Record<string, unknown> & { $ref?: string }

/** Every word of a closed list, and every field, that the schema of a rule allows. */
function wordsOf(node: unknown, definitions: Record<string, Schema>): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => wordsOf(one, definitions))
  if (typeof node !== 'object' || node === null) return []
  const { $ref, enum: closed, const: only, properties, items, anyOf, oneOf, allOf } = node as Schema
  const referred = $ref ? definitions[$ref.split('/').at(-1) ?? ''] : undefined
  return [
    ...(Array.isArray(closed) ? closed : only === undefined ? [] : [only]).filter(
      (word) => typeof word === 'string',
    ),
    ...Object.entries(properties ?? {}).flatMap(([field, of]) => [field, ...wordsOf(of, definitions)]),
    ...[items, anyOf, oneOf, allOf, referred].flatMap((part) => wordsOf(part, definitions)),
  ]
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, of]) => [
    ...(Array.isArray(value) ? [] : [field]),
    ...wordsIn(of),
  ])
}

const schema = statutesJsonSchema() as {
  properties: { rules: { properties: Record<string, Schema> } }
  definitions?: Record<string, Schema>
}

function wordsAllowed(rule: RuleName): string[] {
  const { properties } = schema.properties.rules.properties[rule] as { properties: { value: Schema } }
  return [...new Set(wordsOf(properties.value, schema.definitions ?? {}))]
}

describe('Every rule of the statutes', () => {
  it('is acted on, or said to be left to people', () => {
    const neither = RULE_NAMES.filter((rule) => !(rule in ACTED_ON) && !LEFT_TO_PEOPLE.includes(rule))
    expect(neither, 'stored and shown, but never read').to.deep.equal([])
    expect(
      LEFT_TO_PEOPLE.filter((rule) => rule in ACTED_ON),
      'acted on, and said not to be',
    ).to.deep.equal([])
  })

  for (const [rule, { values, does }] of Object.entries(ACTED_ON) as [RuleName, Acted<unknown>][]) {
    it(`${rule}: every word that it may say is tried`, () => {
      const tried = values.flatMap(wordsIn)
      const untried = wordsAllowed(rule).filter((word) => !tried.includes(word))
      const left = untried.filter((word) => !isLeftToPeople(ruled(rule, word), rule))
      expect(left, `${rule} may say this, and no value here does`).to.deep.equal([])
    })

    it(`${rule}: no two values are the same to the program`, () => {
      const seen = new Map<string, unknown>()
      for (const value of values) {
        const answer = JSON.stringify(does(value, ruled(rule, value)))
        const same = seen.get(answer)
        expect(same, `${rule}: ${JSON.stringify(value)} does what ${JSON.stringify(same)} does`).to.equal(
          undefined,
        )
        seen.set(answer, value)
      }
    })
  }

  it('agreement of the organisations: no two values are the same to the program', () => {
    const answers = AGREEMENTS.values.map((value) => JSON.stringify(AGREEMENTS.does(value, base)))
    expect(new Set(answers).size).to.equal(AGREEMENTS.values.length)
  })

  it('says on its page that the council watches it, where the program does not', () => {
    const all = LEFT_TO_PEOPLE.filter((rule) => base.rules[rule] !== undefined)
    expect(all).to.include('voters')
    for (const rule of all) expect(isLeftToPeople(base, rule), rule).to.equal(true)
    expect(isLeftToPeople(base, 'marks')).to.equal(false)
    const formal = (['none', 'nominated', 'all'] as const).map((value) =>
      isLeftToPeople(ruled('formalAppointment', value), 'formalAppointment'),
    )
    expect(formal).to.deep.equal([true, false, false])
  })

  it('is found when it is not acted on: this test fails by name', () => {
    const deaf = acted<'oneVoteAcrossPlaces'>(['warn_secretary', 'block'], () => 'the same')
    expect(new Set(deaf.values.map((value) => deaf.does(value, base))).size).to.be.lessThan(
      deaf.values.length,
    )
    expect(wordsAllowed('oneVoteAcrossPlaces')).to.deep.equal(['warn_secretary', 'block', 'ignore'])
    expect(wordsAllowed('marks')).to.have.members(['min', 'max', 'per', 'seat'])
  })

  it('the draw of a tie and the roll are kept as the only value says', () => {
    expect(ACTED_ON.electionTie?.does('lot', base)).to.equal('lot_required')
    expect(allows('certified', 'eraseRoll')).to.equal(false)
    expect(allows('final', 'eraseRoll')).to.equal(true)
  })
})
