import { slugOf } from '../../../../models/core/slugs.ts'
import type { RuleValue } from '../../../../models/statutes/document.ts'
import { inLanguageOf } from '../../../partials/statutes/statutes_text.ts'
import { choice, choices, chosen, optionalText, text, wholeNumber } from './asked.ts'
import { kinds, number, radios, textField, type ValueForm } from './value_form.ts'

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
const ONLY = ['elected', 'nominated'] as const
const POOLS = ['group', 'council'] as const
const MEETINGS = ['when_absent', 'every_meeting'] as const

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
      radios(label('only'), 'only', known.only ?? 'all', options('only', ['all', ...ONLY])),
      radios(label('pool'), 'pool', known.pool ?? 'area', options('pool', ['area', ...POOLS])),
      radios(
        label('meetings'),
        'meetings',
        known.meetings ?? 'unsaid',
        options('meetings', ['unsaid', ...MEETINGS]),
      ),
    ]
  },
  asks: () => [
    choice('value', KINDS),
    choice('only', ['all', ...ONLY]),
    choice('pool', ['area', ...POOLS]),
    choice('meetings', ['unsaid', ...MEETINGS]),
  ],
  read: (form) => {
    const kind = chosen(KINDS, form.value) ?? 'none'
    const only = chosen(ONLY, form.only)
    const pool = kind === 'pool' ? chosen(POOLS, form.pool) : undefined
    const meetings = chosen(MEETINGS, form.meetings)
    const more = { ...(only && { only }), ...(pool && { pool }), ...(meetings && { meetings }) }
    return kind === 'none' || Object.keys(more).length === 0 ? kind : { kind, ...more }
  },
}

/** Two holders of an office are two boxes. */
const STANDARD_BOXES = ['chair', 'chair_2', 'vice_chair', 'vice_chair_2'] as const

type Offices = RuleValue<'offices'>

/** A box for each office, and room for one more, whose key is made of its Danish title. */
export const offices: ValueForm<Offices> = {
  fields: (t, value = []) => {
    const own = ownOffices(value)
    const standard = STANDARD_BOXES.filter((name) => countOf(value, name) >= (name.endsWith('_2') ? 2 : 1))
    const hint = (name: string) => t(`statutes_form.office.${name}_hint`)
    return [
      {
        kind: 'checkboxes',
        field: {
          name: 'value',
          label: t('statutes_form.label.offices'),
          value: [...standard, ...own.map(({ key }) => key)],
          options: [
            ...STANDARD_BOXES.map((name) => ({ value: name, text: t(`statutes_form.office.${name}`) })),
            ...own.map((one) => ({ value: one.key, text: inLanguageOf(t, one.title, one.titleEn).text })),
          ],
        },
      },
      textField(t('statutes_form.office.own'), 'title', '', hint('own')),
      textField(t('statutes_form.office.own_en'), 'title_en', '', hint('own_en')),
    ]
  },
  asks: (typed, value = []) => [
    choices('value', [...STANDARD_BOXES, ...ownOffices(value).map(({ key }) => key)]),
    optionalText('title', 'name'),
    ...(typed.title ? [text('title_en', 'name')] : []),
  ],
  read: (form, value = []) => {
    const chosen = form.value as string[]
    const title = (form.title as string | undefined) ?? ''
    return [
      ...STANDARD_BOXES.filter((name) => chosen.includes(name)).map(officeIn),
      ...ownOffices(value).filter(({ key }) => chosen.includes(key)),
      ...(title === '' ? [] : [{ key: slugOf(title), title, titleEn: String(form.title_en) }]),
    ]
  },
}

function ownOffices(value: Offices) {
  return value.filter((office) => typeof office === 'object')
}

function officeIn(box: (typeof STANDARD_BOXES)[number]): 'chair' | 'vice_chair' {
  return box.startsWith('chair') ? 'chair' : 'vice_chair'
}

function countOf(value: Offices, box: (typeof STANDARD_BOXES)[number]): number {
  return value.filter((office) => office === officeIn(box)).length
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
  asks: (typed) => [
    choice('value', ['council', 'one_from_each_group', 'appointed']),
    ...(typed.value === 'appointed' ? [text('by')] : []),
  ],
  read: (form) =>
    form.value === 'appointed'
      ? { appointedBy: String(form.by) }
      : (chosen(['council', 'one_from_each_group'], form.value) ?? 'council'),
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
  asks: () => [choice('per', ['ballot', 'seat']), wholeNumber('min'), wholeNumber('max')],
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
