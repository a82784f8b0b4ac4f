import { findArea, getRule, isRuleKey } from '../../../models/statutes/document.ts'
import type {
  Agreement,
  OrganisationsArea,
  RuleKey,
  RuleName,
  Statutes,
} from '../../../models/statutes/document.ts'
import { SENTENCES, type Sentence, type Translate } from './statutes_sentences.ts'
import { isOfOrganisations } from '../../../models/rules/core/by_kind.ts'

export { askerInWords, inLanguageOf, type Translate } from './statutes_sentences.ts'

export type RuleGroup = 'composition' | 'election' | 'appointment' | 'period' | 'leaving' | 'meetings'

/** In the order of the statutes page. */
export const RULE_GROUPS = [
  'composition',
  'election',
  'appointment',
  'period',
  'leaving',
  'meetings',
] as const

export function ruleGroup(key: RuleKey): RuleGroup {
  return isAgreement(key) ? 'appointment' : GROUPS[key]
}

/** `areaName` is the area whose organisations an agreement rule is about. */
export function ruleTitle(t: Translate, key: RuleKey, areaName = ''): string {
  if (isAgreement(key)) return t('statutes.rules.agreement.title', { area: areaName || areaKeyOf(key) })
  return t(`statutes.rules.${key}.title`)
}

/** `undefined` is a rule that the statutes did not have. */
export function ruleSentence(t: Translate, key: RuleKey, value: unknown): string {
  if (value === undefined) return t('statutes.no_such_rule')
  if (isAgreement(key)) return t(`statutes.rules.agreement.${value as Agreement}`)
  const say = (variant: string, params?: Record<string, unknown>) =>
    t(`statutes.rules.${key}.${variant}`, params)
  return (SENTENCES[key] as Sentence<unknown>)(say, value, t)
}

/** For an area without nominations the title says how its seats are filled instead. */
export function titleIn(t: Translate, statutes: Statutes, key: RuleKey): string {
  const area = areaOf(statutes, key)
  if (!area || area.filling.by === 'nomination') return ruleTitle(t, key, area?.name)
  return t(`statutes.rules.agreement.title_${area.filling.by}`, { area: area.name })
}

/** For an area also how its seats are filled, and by whom. */
export function sentenceIn(t: Translate, statutes: Statutes, key: RuleKey): string {
  if (!isRuleKey(statutes, key)) return ruleSentence(t, key, undefined)
  const said = ruleSentence(t, key, getRule(statutes, key).value)
  const area = areaOf(statutes, key)
  if (!area) return said
  const { by, office, heldBy } = area.filling
  const how = by === 'nomination' ? said : t(`statutes.rules.agreement.${by}`, { office })
  return heldBy === 'organisation' ? `${how} ${t('statutes.rules.agreement.held_by_organisation')}` : how
}

function areaOf(statutes: Statutes, key: RuleKey): OrganisationsArea | undefined {
  const area = isAgreement(key) ? findArea(statutes, areaKeyOf(key)) : undefined
  return area && isOfOrganisations(area) ? area : undefined
}

/** In the order in which the rules are read. */
export const GROUPS: { readonly [K in RuleName]: RuleGroup } = {
  seats: 'composition',
  offices: 'composition',
  officersChosen: 'composition',
  substitutes: 'composition',
  quotas: 'composition',
  voters: 'election',
  candidateEligibility: 'election',
  minimumAge: 'election',
  marks: 'election',
  ballotOrder: 'election',
  oneVoteAcrossPlaces: 'election',
  electionTie: 'election',
  lotByTelephone: 'election',
  uncontested: 'election',
  afterFirstVote: 'election',
  complaintDays: 'election',
  publicationThreshold: 'election',
  rollRetention: 'election',
  appointingBody: 'appointment',
  formalAppointment: 'appointment',
  termLength: 'period',
  reelection: 'period',
  holdover: 'period',
  vacancy: 'leaving',
  absenceLoss: 'leaving',
  quorum: 'meetings',
  councilTie: 'meetings',
  noticeDays: 'meetings',
  itemDeadlineDays: 'meetings',
  lateItems: 'meetings',
  meetingsPerYear: 'meetings',
  extraordinaryMeetings: 'meetings',
  minutesApproval: 'meetings',
  meetingsOpen: 'meetings',
  consultation: 'meetings',
  ruleChanges: 'meetings',
}

function isAgreement(key: RuleKey): key is `areas.${string}.agreement` {
  return key.startsWith('areas.')
}

function areaKeyOf(key: `areas.${string}.agreement`): string {
  return key.slice('areas.'.length, -'.agreement'.length)
}
