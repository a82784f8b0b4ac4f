import {
  isRuleName,
  type Agreement,
  type RuleKey,
  type RuleName,
  type RuleValue,
} from '../../../../models/statutes/document.ts'
import {
  itemDeadlineDays,
  lateItems,
  extraordinaryMeetings,
  meetingsPerYear,
  minutesApproval,
  noticeDays,
} from './meetings.ts'
import { marks, offices, officersChosen, seats, substitutes, termLength } from './council.ts'
import { quorum, ruleChanges } from './decisions.ts'
import { count, limit, oneOf, onlyInFile, sentences, words, type ValueForm } from './value_form.ts'

export function valueForm(key: RuleKey): ValueForm<unknown> {
  const agreements: Record<Agreement, true> = { joint: true, one_each: true, single: true }
  return (isRuleName(key) ? FORMS[key] : oneOf(key, agreements)) as ValueForm<unknown>
}

const FORMS: { readonly [K in RuleName]: ValueForm<RuleValue<K>> } = {
  seats,
  substitutes,
  vacancy: oneOf('vacancy', {
    same_area: true,
    organisation_replaces: true,
    substitute: true,
    council_supplements: true,
    stays_empty: true,
  }),
  candidateEligibility: sentences('candidateEligibility', [
    ['either', { anyOf: ['resident', 'active'] }],
    ['resident', { anyOf: ['resident'] }],
    ['active', { anyOf: ['active'] }],
  ]),
  minimumAge: limit<number | null>('minimumAge', { without: null, countOf: Number, limited: Number }),
  voters: words('voters'),
  reelection: limit<RuleValue<'reelection'>>('reelection', {
    without: 'unlimited',
    countOf: (value) => (value === 'unlimited' ? 0 : value.maxTerms),
    limited: (maxTerms) => ({ maxTerms }),
  }),
  offices,
  quorum,
  councilTie: oneOf('councilTie', {
    motion_falls: true,
    chair_decides: true,
    chair_or_vice_decides: true,
    consensus: true,
  }),
  electionTie: oneOf('electionTie', { lot: true }),
  uncontested: oneOf('uncontested', { decision: true, poll: true }),
  marks,
  ballotOrder: oneOf('ballotOrder', { alphabet: true, lot: true }),
  oneVoteAcrossPlaces: oneOf('oneVoteAcrossPlaces', { warn_secretary: true, block: true, ignore: true }),
  complaintDays: count('complaintDays'),
  publicationThreshold: count('publicationThreshold'),
  appointingBody: words('appointingBody') as ValueForm<string | null>,
  holdover: oneOf('holdover', { yes: true, no: true, unknown: true }),
  noticeDays,
  itemDeadlineDays,
  minutesApproval,
  meetingsOpen: sentences('meetingsOpen', [
    ['closed', false],
    ['open', true],
  ]),
  absenceLoss: limit<RuleValue<'absenceLoss'>>('absenceLoss', {
    without: 'off',
    countOf: (value) => (value === 'off' ? 0 : value.months),
    limited: (months) => ({ months }),
  }),
  rollRetention: oneOf('rollRetention', { until_complaints_decided: true }),
  termLength,
  formalAppointment: oneOf('formalAppointment', { none: true, nominated: true, all: true }),
  officersChosen,
  quotas: onlyInFile<RuleValue<'quotas'>>(),
  lateItems,
  extraordinaryMeetings,
  meetingsPerYear,
  consultation: oneOf('consultation', { whole_council: true, elected: true, nominated: true, none: true }),
  ruleChanges,
  afterFirstVote: oneOf('afterFirstVote', { seat_open: true, seat_next: true, stops: true }),
  lotByTelephone: sentences('lotByTelephone', [
    ['room', false],
    ['telephone', true],
  ]),
}
