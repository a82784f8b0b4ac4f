import type { RuleValue } from '../../../models/statutes/document.ts'
import { choice, chosenAmong, optionalText, optionalWholeNumber, wholeNumber } from '../../web/fields.ts'
import { kinds, number, radios, textField, type Option, type Typed, type ValueForm } from './value_forms.ts'
import type { Translate } from '../../../views/partials/statutes/statutes_text.ts'

/** The forms of the rules on meetings. */

const SHARES = ['1/2', '1/3', '2/3', '3/4']

type Share = [number, number]

function shareFields(t: Translate, share: Share | undefined) {
  const say = (name: string) => t(`statutes_form.quorum.${name}`)
  const written = share?.join('/') ?? ''
  const usual = share === undefined || SHARES.includes(written)
  const [part, whole] = usual ? ['', ''] : share
  const shares = [
    ...SHARES.map((value) => ({ value, text: say(`share_${value.replace('/', '_')}`) })),
    { value: 'other', text: say('share_another') },
  ]
  return [
    radios(say('share'), 'share', usual ? written : 'other', shares),
    number(say('part'), 'part', part, say('other_hint')),
    number(say('whole'), 'whole', whole, say('other_hint')),
  ]
}

function shareChecks(typed: Typed) {
  return [
    choice('share', [...SHARES, 'other']),
    ...(typed.share === 'other' ? [wholeNumber('part'), wholeNumber('whole')] : []),
  ]
}

function readShare(form: Typed): Share {
  const share = form.share === 'other' ? [form.part, form.whole] : String(form.share).split('/')
  return share.map(Number) as Share
}

const COMPARISONS = ['at_least', 'more_than'] as const

export const quorum: ValueForm<RuleValue<'quorum'>> = {
  fields: (t, value) => {
    const say = (name: string) => t(`statutes_form.quorum.${name}`)
    const named = (names: readonly string[]) => names.map((name) => ({ value: name, text: say(name) }))
    return [
      radios(say('comparison'), 'comparison', value?.comparison ?? '', named(COMPARISONS)),
      ...shareFields(t, value?.share),
      radios(say('base'), 'base', value?.base ?? '', named(['all_seats', 'filled_seats'])),
      radios(say('applies'), 'applies', value?.appliesTo ?? 'all', named(['all', 'rule_changes'])),
    ]
  },
  checks: (typed) => [
    choice('comparison', COMPARISONS),
    ...shareChecks(typed),
    choice('base', ['all_seats', 'filled_seats']),
    choice('applies', ['all', 'rule_changes']),
  ],
  read: (form) => {
    const rule = { share: readShare(form), comparison: form.comparison, base: form.base }
    const applies = form.applies === 'rule_changes' ? { appliesTo: 'rule_changes' } : {}
    return { ...rule, ...applies } as RuleValue<'quorum'>
  },
}

export const ruleChanges: ValueForm<RuleValue<'ruleChanges'>> = {
  fields: (t, value) => {
    const say = (name: string) => t(`statutes_form.rule_changes.${name}`)
    const named = (names: readonly string[]) => names.map((name) => ({ value: name, text: say(name) }))
    const comparisons = COMPARISONS.map((name) => ({ value: name, text: t(`statutes_form.quorum.${name}`) }))
    return [
      radios(say('comparison'), 'comparison', value?.comparison ?? '', comparisons),
      ...shareFields(t, value?.share),
      radios(say('of'), 'of', value?.of ?? '', named(['votes', 'members'])),
      radios(say('meetings'), 'meetings', String(value?.meetings ?? ''), named(['1', '2', '3'])),
      textField(say('approved'), 'approved', value?.approvedBy ?? '', say('approved_hint')),
    ]
  },
  checks: (typed) => [
    choice('comparison', COMPARISONS),
    ...shareChecks(typed),
    choice('of', ['votes', 'members']),
    choice('meetings', ['1', '2', '3']),
    optionalText('approved'),
  ],
  read: (form) =>
    ({
      share: readShare(form),
      comparison: form.comparison,
      of: form.of,
      meetings: Number(form.meetings),
      ...(typeof form.approved === 'string' && form.approved !== '' && { approvedBy: form.approved }),
    }) as RuleValue<'ruleChanges'>,
}

type NoticeInWords = Exclude<RuleValue<'noticeDays'>, number>

export const noticeDays = kinds<RuleValue<'noticeDays'>>('noticeDays', [
  {
    name: 'days',
    figures: ['days'],
    is: (value) => typeof value === 'number' || (value.weekdays === undefined && !value.about),
    read: ({ days = 0 }) => days,
    of: (value) => ({ days: typeof value === 'number' ? value : value.days }),
  },
  {
    name: 'weekdays',
    figures: ['weekdays'],
    is: (value) => typeof value === 'object' && value.days === undefined,
    read: ({ weekdays = 0 }) => ({ weekdays }),
    of: inWords,
  },
  {
    name: 'both',
    figures: ['days', 'weekdays'],
    is: (value) => typeof value === 'object' && !value.about,
    read: ({ days = 0, weekdays = 0 }) => ({ days, weekdays }),
    of: inWords,
  },
  {
    name: 'about',
    figures: ['days', 'weekdays'],
    is: () => true,
    read: ({ days = 0, weekdays = 0 }) => ({ days, weekdays, about: true }),
    of: inWords,
  },
])

function inWords(value: RuleValue<'noticeDays'>): Pick<NoticeInWords, 'days' | 'weekdays'> {
  return typeof value === 'number' ? {} : { days: value.days, weekdays: value.weekdays }
}

export const itemDeadlineDays = kinds<RuleValue<'itemDeadlineDays'>>('itemDeadlineDays', [
  {
    name: 'meeting',
    figures: ['days'],
    is: (value) => typeof value === 'number',
    read: ({ days = 0 }) => days,
    of: (value) => ({ days: typeof value === 'number' ? value : undefined }),
  },
  {
    name: 'dispatch',
    figures: ['days'],
    is: (value) => typeof value === 'object',
    read: ({ days = 0 }) => ({ beforeDispatch: days }),
    of: (value) => ({ days: typeof value === 'object' ? value.beforeDispatch : undefined }),
  },
])

const APPROVALS = ['next_meeting', 'end_of_meeting', 'in_writing', 'tacit'] as const

export const minutesApproval = kinds<RuleValue<'minutesApproval'>>('minutesApproval', [
  ...APPROVALS.map((name) => ({
    name,
    said: name,
    is: (value: RuleValue<'minutesApproval'>) => value === name,
    read: () => name,
  })),
  {
    name: 'tacit_after',
    figures: ['days'],
    is: (value) => typeof value === 'object',
    read: ({ days = 0 }) => ({ tacitAfterDays: days }),
    of: (value) => ({ days: typeof value === 'object' ? value.tacitAfterDays : undefined }),
  },
])

export const meetingsPerYear: ValueForm<RuleValue<'meetingsPerYear'>> = {
  fields: (t, value) => [
    number(t('statutes_form.figure.meetings_min'), 'min', value?.min ?? ''),
    number(t('statutes_form.figure.meetings_max'), 'max', value?.max ?? ''),
  ],
  checks: () => [wholeNumber('min'), wholeNumber('max')],
  read: (form) => ({ min: Number(form.min), max: Number(form.max) }),
}

type AskedBy = RuleValue<'extraordinaryMeetings'>['askedBy'][number]

/** Who can ask: the usual ones as boxes, and so many members as a figure. */
const ASKERS: Record<string, AskedBy> = {
  chair: 'chair',
  third: { share: [1, 3] },
  municipal_council: 'municipal_council',
  administration: 'administration',
}

function askerFields(t: Translate, askedBy: readonly AskedBy[]) {
  const written = askedBy.map((one) => JSON.stringify(one))
  const members = askedBy.flatMap((one) => (typeof one === 'object' && 'members' in one ? [one.members] : []))
  const options: Option[] = Object.keys(ASKERS).map((name) => ({
    value: name,
    text: t(`statutes_form.asked_by.${name}`),
  }))
  const chosen = Object.keys(ASKERS).filter((name) => written.includes(JSON.stringify(ASKERS[name])))
  return [
    {
      kind: 'checkboxes' as const,
      field: { name: 'askers', label: t('statutes_form.asked_by.label'), value: chosen, options },
    },
    number(
      t('statutes_form.asked_by.members'),
      'members',
      members[0] ?? '',
      t('statutes_form.asked_by.hint'),
    ),
  ]
}

const askerChecks = () => [chosenAmong('askers', Object.keys(ASKERS)), optionalWholeNumber('members')]

function readAskers(form: Typed): AskedBy[] {
  const named = Object.entries(ASKERS).flatMap(([name, who]) =>
    (form.askers as string[]).includes(name) ? [who] : [],
  )
  return typeof form.members === 'number' && form.members > 0 ? [...named, { members: form.members }] : named
}

export const lateItems: ValueForm<RuleValue<'lateItems'>> = {
  fields: (t, value) => [
    radios(t('statutes_form.choices'), 'value', value === undefined ? '' : value === 'not' ? 'not' : 'when', [
      { value: 'not', text: t('statutes.rules.lateItems.not') },
      { value: 'when', text: t('statutes_form.asked_by.when') },
    ]),
    ...askerFields(t, value === undefined || value === 'not' ? [] : value),
  ],
  checks: () => [choice('value', ['not', 'when']), ...askerChecks()],
  read: (form) => (form.value === 'not' ? 'not' : readAskers(form)),
}

export const extraordinaryMeetings: ValueForm<RuleValue<'extraordinaryMeetings'>> = {
  fields: (t, value) => [
    ...askerFields(t, value?.askedBy ?? []),
    number(
      t('statutes_form.figure.within_days'),
      'within_days',
      value?.withinDays ?? '',
      t('statutes_form.count_hint'),
    ),
    number(
      t('statutes_form.figure.within_weekdays'),
      'within_weekdays',
      value?.withinWeekdays ?? '',
      t('statutes_form.count_hint'),
    ),
  ],
  checks: () => [
    ...askerChecks(),
    optionalWholeNumber('within_days'),
    optionalWholeNumber('within_weekdays'),
  ],
  read: (form) => ({
    askedBy: readAskers(form),
    ...(typeof form.within_days === 'number' && { withinDays: form.within_days }),
    ...(typeof form.within_weekdays === 'number' && { withinWeekdays: form.within_weekdays }),
  }),
}
