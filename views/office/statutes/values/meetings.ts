import type { RuleValue } from '../../../../models/statutes/document.ts'
import type { Translate } from '../../../partials/statutes/statutes_text.ts'
import { choice, choices, optionalWholeNumber, wholeNumber } from './asked.ts'
import { kinds, number, radios, type Option, type Typed, type ValueForm } from './value_form.ts'

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
  asks: () => [wholeNumber('min'), wholeNumber('max')],
  read: (form) => ({ min: Number(form.min), max: Number(form.max) }),
}

type AskedBy = RuleValue<'extraordinaryMeetings'>['askedBy'][number]

/** The usual askers as boxes, a number of members as a figure. */
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

const askerAsks = () => [choices('askers', Object.keys(ASKERS)), optionalWholeNumber('members')]

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
  asks: () => [choice('value', ['not', 'when']), ...askerAsks()],
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
  asks: () => [...askerAsks(), optionalWholeNumber('within_days'), optionalWholeNumber('within_weekdays')],
  read: (form) => ({
    askedBy: readAskers(form),
    ...(typeof form.within_days === 'number' && { withinDays: form.within_days }),
    ...(typeof form.within_weekdays === 'number' && { withinWeekdays: form.within_weekdays }),
  }),
}
