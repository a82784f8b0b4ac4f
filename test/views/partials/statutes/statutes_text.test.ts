import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../../../config.ts'
import {
  getRule,
  parseStatutes,
  ruleKeys,
  type RuleKey,
  type RuleValue,
} from '../../../../models/statutes/document.ts'
import { LOCALES, translatorFor } from '../../../../routes/web/i18n.ts'
import {
  RULE_GROUPS,
  ruleGroup,
  ruleSentence,
  ruleTitle,
} from '../../../../views/partials/statutes/statutes_text.ts'

const randers = parseStatutes(
  JSON.parse(readFileSync(path.join(projectRoot, 'statutes/randers-2018.json'), 'utf8')),
)
const danish = translatorFor('da')
const treasurer = { key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' }

/** Every form that a rule's value can take, apart from those that Randers has. */
const OTHER_VALUES: [key: RuleKey, value: unknown][] = [
  ['seats', 1],
  ...each('seats', { min: 8, max: 12 }, { min: 0, max: 18 }, 'one_per_place'),
  ...each('substitutes', 'personal', 'vote_order', 'pool'),
  ...each(
    'substitutes',
    { kind: 'none' },
    { kind: 'pool', pool: 'area', only: 'elected' },
    { kind: 'pool', pool: 'group', meetings: 'when_absent' },
    { kind: 'pool', pool: 'council', only: 'nominated', meetings: 'every_meeting' },
  ),
  ...each('vacancy', 'stays_empty', 'organisation_replaces', 'substitute', 'council_supplements'),
  ...each(
    'candidateEligibility',
    { anyOf: ['resident'] },
    { anyOf: ['active'] },
    { anyOf: ['active', 'resident'] },
  ),
  ['minimumAge', 18],
  ...each('reelection', { maxTerms: 1 }, { maxTerms: 2 }),
  ...each(
    'offices',
    ['chair', 'vice_chair', 'vice_chair'],
    ['chair', 'chair'],
    ['chair', 'chair', 'vice_chair'],
    ['chair', 'vice_chair', 'vice_chair', 'vice_chair'],
  ),
  ...each('offices', [], ['chair'], ['vice_chair'], ['vice_chair', 'chair']),
  ...each('offices', ['chair', treasurer], [treasurer], [{ ...treasurer, count: 2, leads: true }]),
  ['quorum', { share: [2, 3], comparison: 'more_than', base: 'filled_seats' }],
  ['quorum', { share: [3, 5], comparison: 'at_least', base: 'filled_seats' }],
  ['quorum', { share: [2, 3], comparison: 'at_least', base: 'all_seats', appliesTo: 'rule_changes' }],
  ...each('councilTie', 'chair_decides', 'chair_or_vice_decides', 'consensus'),
  ['uncontested', 'poll'],
  ...each('marks', { min: 2, max: 2 }, { min: 1, max: 3 }, { min: 1, max: 3, per: 'seat' }),
  ['ballotOrder', 'lot'],
  ...each('oneVoteAcrossPlaces', 'block', 'ignore'),
  ...each('complaintDays', 0, 1),
  ...each('publicationThreshold', 0, 1),
  ['appointingBody', 'Socialudvalget'],
  ...each('holdover', 'yes', 'no'),
  ...each('noticeDays', 0, 1, { days: 8 }, { weekdays: 1 }, { weekdays: 5 }, { days: 8, about: true }),
  ...each('noticeDays', { days: 8, weekdays: 5 }, { days: 8, weekdays: 5, about: true }),
  ...each('itemDeadlineDays', 0, 1, { beforeDispatch: 1 }, { beforeDispatch: 2 }),
  ...each('minutesApproval', 'end_of_meeting', 'in_writing', 'tacit', { tacitAfterDays: 8 }),
  ...each('termLength', 'municipal', 'fixed_dates', { years: 1 }, { years: 2 }, { staggeredYears: 2 }),
  ...each('formalAppointment', 'none', 'nominated', 'all'),
  ...each('officersChosen', 'council', 'one_from_each_group', { appointedBy: 'Socialudvalget' }),
  [
    'quotas',
    [quota('soft', 'more_than', [1, 3]), quota('hard', 'at_most', 2), quota('hard', 'at_least', [1, 4])],
  ],
  ...each('lateItems', 'not', ['chair'], ['chair', { share: [1, 3] }, { members: 2 }]),
  ...each(
    'extraordinaryMeetings',
    { askedBy: ['municipal_council'] },
    { askedBy: ['administration', { members: 1 }], withinDays: 1, withinWeekdays: 5 },
  ),
  ...each('meetingsPerYear', { min: 2, max: 2 }, { min: 4, max: 6 }),
  ...each('consultation', 'whole_council', 'elected', 'nominated', 'none'),
  ...each(
    'ruleChanges',
    { share: [1, 2], comparison: 'more_than', of: 'votes', meetings: 1 },
    { share: [2, 3], comparison: 'at_least', of: 'members', meetings: 2, approvedBy: 'Byrådet' },
  ),
  ...each('afterFirstVote', 'seat_open', 'seat_next', 'stops'),
  ['lotByTelephone', true],
  ['lotByTelephone', false],
  ['meetingsOpen', true],
  ...each('absenceLoss', { months: 1 }, { months: 3 }),
]

describe('statutes in plain words', () => {
  for (const lang of LOCALES) {
    const t = translatorFor(lang)

    it(`${lang}: every rule of Randers has a title, a sentence and a group`, () => {
      for (const key of ruleKeys(randers)) {
        expectWords(ruleTitle(t, key, 'Psykiatri'))
        expectWords(ruleSentence(t, key, getRule(randers, key).value))
        expect(RULE_GROUPS).to.include(ruleGroup(key))
      }
    })

    it(`${lang}: so has every other value that a council may choose`, () => {
      for (const [key, value] of OTHER_VALUES) expectWords(ruleSentence(t, key, value))
    })
  }

  it('offices: those that the program has words for, then those of the statutes, and by whom they are filled', () => {
    const auditors = { key: 'revisor', title: 'revisor', titleEn: 'auditor', count: 2 }
    const appointed = { ...auditors, chosenBy: { appointedBy: 'Byrådet' } }
    const said = (t: typeof danish, ...value: RuleValue<'offices'>) => ruleSentence(t, 'offices', value)
    expect(said(danish, 'chair', 'vice_chair', treasurer, appointed)).to.equal(
      'Rådet har en formand og en næstformand. Andre hverv i rådet: kasserer, revisor (2) (udpeges af Byrådet).',
    )
    expect(said(translatorFor('en'), 'chair', treasurer)).to.equal(
      'The council has a chair. Other offices in the council: treasurer.',
    )
    const speaker = { key: 'talsperson', title: 'talsperson', titleEn: 'speaker', leads: true }
    expect(said(danish, speaker, treasurer)).to.equal(
      'Hverv i rådet: talsperson, kasserer. Møderne ledes af talsperson.',
    )
  })

  it('quorum: says the share and whether vacant seats count', () => {
    expect(ruleSentence(danish, 'quorum', randers.rules.quorum.value)).to.equal(
      'Rådet er beslutningsdygtigt, når mindst halvdelen af medlemmerne er til stede. Alle pladser tæller med, også de ledige.',
    )
  })

  it('agreement: names the area, and says that all must agree', () => {
    const key: RuleKey = 'areas.forsorg-hjemloese.agreement'
    expect(ruleTitle(danish, key, 'Forsorg/Hjemløse')).to.equal('Indstilling: Forsorg/Hjemløse')
    expect(ruleSentence(danish, key, 'joint')).to.equal(
      'Organisationerne indstiller i fællesskab. Alle skal sige ja til den samme person.',
    )
  })

  it('says in one sentence who can ask, and in whose language a quota is named', () => {
    const asked = { askedBy: ['chair', 'administration', { share: [1, 3] }], withinWeekdays: 5 }
    expect(ruleSentence(danish, 'extraordinaryMeetings', asked)).to.equal(
      'Der bliver holdt et ekstra møde, når formanden, forvaltningen eller en tredjedel af medlemmerne beder om det. Det skal holdes senest 5 hverdage efter.',
    )
    expect(ruleSentence(danish, 'quotas', [quota('soft', 'more_than', [1, 3])])).to.equal(
      'Mere end en tredjedel af medlemmerne bør være brugere.',
    )
    expect(ruleSentence(translatorFor('en'), 'quotas', [quota('hard', 'at_most', 2)])).to.equal(
      'At most 2 of the members may be users.',
    )
  })

  it('a rule that an earlier version did not have', () => {
    expect(ruleSentence(danish, 'minimumAge', undefined)).to.equal('Reglen fandtes ikke.')
  })
})

function quota(force: string, limit: string, amount: unknown) {
  return { key: 'q', name: 'brugere', nameEn: 'users', of: 'elected', limit, amount, force }
}

function each(key: RuleKey, ...values: unknown[]): [key: RuleKey, value: unknown][] {
  return values.map((value) => [key, value])
}

/** A sentence or a title, not a key, and with nothing left to fill in. */
function expectWords(text: string): void {
  expect(text).to.match(/^\p{Lu}/u)
  expect(text).not.to.match(/^statutes\.|\{\{|undefined|null|\[object/)
}
