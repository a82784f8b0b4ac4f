import type { Agreement, RuleKey, RuleName, RuleValue } from '../models/rules/statutes.ts'

/** i18next's `t`, as far as these texts need it. */
export type Translate = (key: string, params?: Record<string, unknown>) => string

export type RuleGroup = 'composition' | 'election' | 'appointment' | 'period' | 'leaving' | 'meetings'

/** The groups in the order in which the statutes page shows them. */
export const RULE_GROUPS = [
  'composition',
  'election',
  'appointment',
  'period',
  'leaving',
  'meetings',
] as const

/** Which heading of the statutes page the rule stands under. */
export function ruleGroup(key: RuleKey): RuleGroup {
  return isAgreement(key) ? 'appointment' : GROUPS[key]
}

/** A short name for the rule. `areaName` is the area whose organisations an agreement rule is about. */
export function ruleTitle(t: Translate, key: RuleKey, areaName = ''): string {
  if (isAgreement(key)) return t('statutes.rules.agreement.title', { area: areaName || areaKeyOf(key) })
  return t(`statutes.rules.${key}.title`)
}

/** The rule as one or two plain sentences. `undefined` is a rule that the statutes did not have. */
export function ruleSentence(t: Translate, key: RuleKey, value: unknown): string {
  if (value === undefined) return t('statutes.no_such_rule')
  if (isAgreement(key)) return t(`statutes.rules.agreement.${value as Agreement}`)
  const say = (variant: string, params?: Record<string, unknown>) =>
    t(`statutes.rules.${key}.${variant}`, params)
  return (SENTENCES[key] as Sentence<unknown>)(say, value, t)
}

type Say = (variant: string, params?: Record<string, unknown>) => string
type Sentence<V> = (say: Say, value: V, t: Translate) => string

const SENTENCES: { readonly [K in RuleName]: Sentence<RuleValue<K>> } = {
  seats: (say, count) => say('text', { count }),
  substitutes: (say, value) => say(value),
  vacancy: (say, value) => say(value),
  candidateEligibility: (say, { anyOf }) => say([...anyOf].sort().join('_or_')),
  minimumAge: (say, age) => (age === null ? say('none') : say('from', { age })),
  voters: (say, who) => say('text', { who }),
  reelection: (say, value) =>
    value === 'unlimited' ? say('unlimited') : say('limited', { count: value.maxTerms }),
  offices: (say, offices) => say([...offices].sort().join('_and_') || 'none'),
  quorum: (say, { share, comparison, base }, t) =>
    `${say(comparison, { share: shareInWords(share, t) })} ${say(base)}`,
  councilTie: (say, value) => say(value),
  electionTie: (say, value) => say(value),
  uncontested: (say, value) => say(value),
  marks: (say, { min, max }) =>
    min === max ? say('exactly', { count: max }) : say('between', { min, count: max }),
  ballotOrder: (say, value) => say(value),
  oneVoteAcrossPlaces: (say, value) => say(value),
  complaintDays: (say, count) => (count === 0 ? say('none') : say('text', { count })),
  publicationThreshold: (say, count) => (count === 0 ? say('none') : say('text', { count })),
  appointingBody: (say, body) => (body === null ? say('unknown') : say('text', { body })),
  holdover: (say, value) => say(value),
  noticeDays: (say, count) => say('text', { count }),
  itemDeadlineDays: (say, count) => say('text', { count }),
  minutesApproval: (say, value) => say(value),
  meetingsOpen: (say, open) => say(open ? 'open' : 'closed'),
  absenceLoss: (say, value) => (value === 'off' ? say('off') : say('after', { count: value.months })),
  rollRetention: (say, value) => say(value),
}

const GROUPS: { readonly [K in RuleName]: RuleGroup } = {
  seats: 'composition',
  offices: 'composition',
  substitutes: 'composition',
  voters: 'election',
  candidateEligibility: 'election',
  minimumAge: 'election',
  marks: 'election',
  ballotOrder: 'election',
  oneVoteAcrossPlaces: 'election',
  electionTie: 'election',
  uncontested: 'election',
  complaintDays: 'election',
  publicationThreshold: 'election',
  rollRetention: 'election',
  appointingBody: 'appointment',
  reelection: 'period',
  holdover: 'period',
  vacancy: 'leaving',
  absenceLoss: 'leaving',
  quorum: 'meetings',
  councilTie: 'meetings',
  noticeDays: 'meetings',
  itemDeadlineDays: 'meetings',
  minutesApproval: 'meetings',
  meetingsOpen: 'meetings',
}

const SHARES: Partial<Record<string, string>> = {
  '1/2': 'half',
  '1/3': 'third',
  '2/3': 'two_thirds',
  '3/4': 'three_quarters',
}

function shareInWords([part, whole]: readonly [number, number], t: Translate): string {
  const word = SHARES[`${part}/${whole}`]
  return word ? t(`statutes.shares.${word}`) : t('statutes.shares.fraction', { part, whole })
}

function isAgreement(key: RuleKey): key is `areas.${string}.agreement` {
  return key.startsWith('areas.')
}

function areaKeyOf(key: `areas.${string}.agreement`): string {
  return key.slice('areas.'.length, -'.agreement'.length)
}
