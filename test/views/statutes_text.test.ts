import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'
import { getRule, parseStatutes, ruleKeys, type RuleKey } from '../../models/rules/statutes.ts'
import { LOCALES, translatorFor } from '../../routes/i18n.ts'
import { RULE_GROUPS, ruleGroup, ruleSentence, ruleTitle } from '../../views/statutes_text.ts'

const randers = parseStatutes(
  JSON.parse(readFileSync(path.join(projectRoot, 'statutes/randers-2018.json'), 'utf8')),
)
const danish = translatorFor('da')

/** Every form that a rule's value can take, apart from those that Randers has. */
const OTHER_VALUES: [key: RuleKey, value: unknown][] = [
  ['seats', 1],
  ...each('substitutes', 'personal', 'vote_order', 'pool'),
  ['vacancy', 'stays_empty'],
  ...each(
    'candidateEligibility',
    { anyOf: ['resident'] },
    { anyOf: ['active'] },
    { anyOf: ['active', 'resident'] },
  ),
  ['minimumAge', 18],
  ...each('reelection', { maxTerms: 1 }, { maxTerms: 2 }),
  ...each('offices', [], ['chair'], ['vice_chair'], ['vice_chair', 'chair']),
  ['quorum', { share: [2, 3], comparison: 'more_than', base: 'filled_seats' }],
  ['quorum', { share: [3, 5], comparison: 'at_least', base: 'filled_seats' }],
  ['councilTie', 'chair_decides'],
  ['uncontested', 'poll'],
  ...each('marks', { min: 2, max: 2 }, { min: 1, max: 3 }),
  ['ballotOrder', 'lot'],
  ...each('oneVoteAcrossPlaces', 'block', 'ignore'),
  ...each('complaintDays', 0, 1),
  ...each('publicationThreshold', 0, 1),
  ['appointingBody', 'Socialudvalget'],
  ...each('holdover', 'yes', 'no'),
  ...each('noticeDays', 0, 1),
  ...each('itemDeadlineDays', 0, 1),
  ...each('minutesApproval', 'end_of_meeting', 'in_writing', 'tacit'),
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

  it('a rule that an earlier version did not have', () => {
    expect(ruleSentence(danish, 'minimumAge', undefined)).to.equal('Reglen fandtes ikke.')
  })
})

function each(key: RuleKey, ...values: unknown[]): [key: RuleKey, value: unknown][] {
  return values.map((value) => [key, value])
}

/** A sentence or a title, not a key, and with nothing left to fill in. */
function expectWords(text: string): void {
  expect(text).to.match(/^\p{Lu}/u)
  expect(text).not.to.match(/^statutes\.|\{\{|undefined|null|\[object/)
}
