import { body } from 'express-validator'
import { isRuleName, type Agreement, type Office, type RuleKey } from '../../../models/rules/statutes.ts'
import type { RuleName, RuleValue } from '../../../models/rules/statutes.ts'
import { choice, wholeNumber } from '../../fields.ts'
import { count, limit, number, oneOf, radios, sentences, words, type ValueForm } from './value_forms.ts'

/** The form in which the rule's value is changed. */
export function valueForm(key: RuleKey): ValueForm<unknown> {
  const agreements: Record<Agreement, true> = { joint: true, one_each: true, single: true }
  return (isRuleName(key) ? FORMS[key] : oneOf(key, agreements)) as ValueForm<unknown>
}

const SHARES = ['1/2', '1/3', '2/3', '3/4']

const quorum: ValueForm<RuleValue<'quorum'>> = {
  fields: (t, { share, comparison, base }) => {
    const say = (name: string) => t(`statutes_form.quorum.${name}`)
    const written = share.join('/')
    const usual = SHARES.includes(written)
    const [part, whole] = usual ? ['', ''] : share
    const shares = [
      ...SHARES.map((value) => ({ value, text: say(`share_${value.replace('/', '_')}`) })),
      { value: 'other', text: say('share_another') },
    ]
    const named = (names: readonly string[]) => names.map((value) => ({ value, text: say(value) }))
    return [
      radios(say('comparison'), 'comparison', comparison, named(['at_least', 'more_than'])),
      radios(say('share'), 'share', usual ? written : 'other', shares),
      number(say('part'), 'part', part, say('other_hint')),
      number(say('whole'), 'whole', whole, say('other_hint')),
      radios(say('base'), 'base', base, named(['all_seats', 'filled_seats'])),
    ]
  },
  checks: (typed) => [
    choice('comparison', ['at_least', 'more_than']),
    choice('share', [...SHARES, 'other']),
    ...(typed.share === 'other' ? [wholeNumber('part'), wholeNumber('whole')] : []),
    choice('base', ['all_seats', 'filled_seats']),
  ],
  read: (form) => {
    const share = form.share === 'other' ? [form.part, form.whole] : String(form.share).split('/')
    return {
      share: share.map(Number),
      comparison: form.comparison,
      base: form.base,
    } as RuleValue<'quorum'>
  },
}

const marks: ValueForm<RuleValue<'marks'>> = {
  fields: (t, { min, max }) => [
    number(t('statutes_form.label.marks_min'), 'min', min),
    number(t('statutes_form.label.marks_max'), 'max', max),
  ],
  checks: () => [wholeNumber('min'), wholeNumber('max')],
  read: (form) => ({ min: Number(form.min), max: Number(form.max) }),
}

const OFFICES: readonly Office[] = ['chair', 'vice_chair']

const offices: ValueForm<Office[]> = {
  fields: (t, value) => [
    {
      kind: 'checkboxes',
      field: {
        name: 'value',
        label: t('statutes_form.label.offices'),
        value,
        options: OFFICES.map((office) => ({ value: office, text: t(`front.office.${office}`) })),
      },
    },
  ],
  checks: () => [
    body('value')
      .customSanitizer((typed: unknown) => (typed === undefined ? [] : [typed].flat()))
      .custom((chosen: unknown[]) => chosen.every((office) => OFFICES.includes(office as Office)))
      .withMessage('invalid.choose'),
  ],
  read: (form) => OFFICES.filter((office) => (form.value as string[]).includes(office)),
}

const FORMS: { readonly [K in RuleName]: ValueForm<RuleValue<K>> } = {
  seats: count('seats'),
  substitutes: oneOf('substitutes', { none: true, personal: true, vote_order: true, pool: true }),
  vacancy: oneOf('vacancy', { same_area: true, stays_empty: true }),
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
  councilTie: oneOf('councilTie', { motion_falls: true, chair_decides: true }),
  electionTie: oneOf('electionTie', { lot: true }),
  uncontested: oneOf('uncontested', { decision: true, poll: true }),
  marks,
  ballotOrder: oneOf('ballotOrder', { alphabet: true, lot: true }),
  oneVoteAcrossPlaces: oneOf('oneVoteAcrossPlaces', { warn_secretary: true, block: true, ignore: true }),
  complaintDays: count('complaintDays'),
  publicationThreshold: count('publicationThreshold'),
  appointingBody: words('appointingBody') as ValueForm<string | null>,
  holdover: oneOf('holdover', { yes: true, no: true, unknown: true }),
  noticeDays: count('noticeDays'),
  itemDeadlineDays: count('itemDeadlineDays'),
  minutesApproval: oneOf('minutesApproval', {
    next_meeting: true,
    end_of_meeting: true,
    in_writing: true,
    tacit: true,
  }),
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
}
