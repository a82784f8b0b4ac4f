import { body } from 'express-validator'
import type { Office, RuleValue } from '../../../models/statutes/document.ts'
import { choice, text, wholeNumber } from '../../web/fields.ts'
import { kinds, number, radios, textField, type ValueForm } from './value_forms.ts'

/** The forms of the rules on what the council consists of. */

export const seats = kinds<RuleValue<'seats'>>('seats', [
  {
    name: 'fixed',
    figures: ['count'],
    is: (value) => typeof value === 'number',
    read: ({ count = 0 }) => count,
    of: (value) => ({ count: typeof value === 'number' ? value : undefined }),
  },
  {
    name: 'range',
    figures: ['min', 'max'],
    is: (value) => typeof value === 'object' && value.min > 0,
    read: ({ min = 0, max = 0 }) => ({ min, max }),
    of: (value) => (typeof value === 'object' ? value : {}),
  },
  {
    name: 'at_most',
    figures: ['max'],
    is: (value) => typeof value === 'object' && value.min === 0,
    read: ({ max = 0 }) => ({ min: 0, max }),
    of: (value) => ({ max: typeof value === 'object' ? value.max : undefined }),
  },
  {
    name: 'one_per_place',
    said: 'one_per_place',
    is: (value) => value === 'one_per_place',
    read: () => 'one_per_place',
  },
])

const KINDS = ['none', 'personal', 'vote_order', 'pool'] as const
const ONLY = ['all', 'elected', 'nominated'] as const
const POOLS = ['area', 'group', 'council'] as const
const MEETINGS = ['unsaid', 'when_absent', 'every_meeting'] as const

type Substitutes = Exclude<RuleValue<'substitutes'>, string>

export const substitutes: ValueForm<RuleValue<'substitutes'>> = {
  fields: (t, value) => {
    const known: Partial<Substitutes> = typeof value === 'string' ? { kind: value } : (value ?? {})
    const options = (group: string, names: readonly string[]) =>
      names.map((name) => ({ value: name, text: t(`statutes_form.substitutes.${group}.${name}`) }))
    const label = (name: string) => t(`statutes_form.substitutes.${name}_label`)
    const kinds = KINDS.map((name) => ({ value: name, text: t(`statutes.rules.substitutes.${name}`) }))
    return [
      radios(t('statutes_form.choices'), 'value', known.kind ?? '', kinds),
      radios(label('only'), 'only', known.only ?? 'all', options('only', ONLY)),
      radios(label('pool'), 'pool', known.pool ?? 'area', options('pool', POOLS)),
      radios(label('meetings'), 'meetings', known.meetings ?? 'unsaid', options('meetings', MEETINGS)),
    ]
  },
  checks: () => [
    choice('value', KINDS),
    choice('only', ONLY),
    choice('pool', POOLS),
    choice('meetings', MEETINGS),
  ],
  read: (form) => {
    const kind = form.value as Substitutes['kind']
    const more = {
      ...(form.only !== 'all' && { only: form.only }),
      ...(kind === 'pool' && form.pool !== 'area' && { pool: form.pool }),
      ...(form.meetings !== 'unsaid' && { meetings: form.meetings }),
    } as Omit<Substitutes, 'kind'>
    return kind === 'none' || Object.keys(more).length === 0 ? kind : { kind, ...more }
  },
}

/** Two of an office are two boxes, for those who have them. */
const OFFICES = ['chair', 'chair_2', 'vice_chair', 'vice_chair_2'] as const

export const offices: ValueForm<Office[]> = {
  fields: (t, value = []) => [
    {
      kind: 'checkboxes',
      field: {
        name: 'value',
        label: t('statutes_form.label.offices'),
        value: OFFICES.filter((name) => numberOf(value, name) >= (name.endsWith('_2') ? 2 : 1)),
        options: OFFICES.map((name) => ({ value: name, text: t(`statutes_form.office.${name}`) })),
      },
    },
  ],
  checks: () => [
    body('value')
      .customSanitizer((typed: unknown) => (typed === undefined ? [] : [typed].flat()))
      .custom((chosen: unknown[]) => chosen.every((office) => OFFICES.includes(office as 'chair')))
      .withMessage('invalid.choose'),
  ],
  read: (form) => OFFICES.filter((name) => (form.value as string[]).includes(name)).map(officeOf),
}

function officeOf(name: string): Office {
  return name.startsWith('chair') ? 'chair' : 'vice_chair'
}

function numberOf(offices: readonly Office[], name: string): number {
  return offices.filter((office) => office === officeOf(name)).length
}

export const officersChosen: ValueForm<RuleValue<'officersChosen'>> = {
  fields: (t, value) => {
    const named = typeof value === 'object' ? value.appointedBy : ''
    const names = ['council', 'one_from_each_group', 'appointed']
    const options = names.map((name) => ({ value: name, text: t(`statutes_form.officers_chosen.${name}`) }))
    const chosen = typeof value === 'object' ? 'appointed' : (value ?? '')
    return [
      radios(t('statutes_form.choices'), 'value', chosen, options),
      textField(t('statutes_form.officers_chosen.by'), 'by', named, t('statutes_form.officers_chosen.hint')),
    ]
  },
  checks: (typed) => [
    choice('value', ['council', 'one_from_each_group', 'appointed']),
    ...(typed.value === 'appointed' ? [text('by')] : []),
  ],
  read: (form) =>
    form.value === 'appointed'
      ? { appointedBy: String(form.by) }
      : (form.value as 'council' | 'one_from_each_group'),
}

export const marks: ValueForm<RuleValue<'marks'>> = {
  fields: (t, value) => [
    radios(t('statutes_form.choices'), 'per', value?.per ?? 'ballot', [
      { value: 'ballot', text: t('statutes_form.marks.ballot') },
      { value: 'seat', text: t('statutes_form.marks.seat') },
    ]),
    number(t('statutes_form.label.marks_min'), 'min', value?.min ?? ''),
    number(t('statutes_form.label.marks_max'), 'max', value?.max ?? ''),
  ],
  checks: () => [choice('per', ['ballot', 'seat']), wholeNumber('min'), wholeNumber('max')],
  read: (form) => {
    const range = { min: Number(form.min), max: Number(form.max) }
    return form.per === 'seat' ? { ...range, per: 'seat' } : range
  },
}

export const termLength = kinds<RuleValue<'termLength'>>('termLength', [
  { name: 'municipal', said: 'municipal', is: (value) => value === 'municipal', read: () => 'municipal' },
  {
    name: 'years',
    figures: ['years'],
    is: (value) => typeof value === 'object' && 'years' in value,
    read: ({ years = 0 }) => ({ years }),
    of: (value) => ({ years: typeof value === 'object' && 'years' in value ? value.years : undefined }),
  },
  {
    name: 'staggered',
    figures: ['years'],
    is: (value) => typeof value === 'object' && 'staggeredYears' in value,
    read: ({ years = 0 }) => ({ staggeredYears: years }),
    of: (value) => ({
      years: typeof value === 'object' && 'staggeredYears' in value ? value.staggeredYears : undefined,
    }),
  },
  {
    name: 'fixed_dates',
    said: 'fixed_dates',
    is: (value) => value === 'fixed_dates',
    read: () => 'fixed_dates',
  },
])
