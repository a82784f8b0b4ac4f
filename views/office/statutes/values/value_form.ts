import type { RuleKey, RuleName } from '../../../../models/statutes/document.ts'
import type { AnyField } from '../../../partials/form/parts.ts'
import { ruleSentence, type Translate } from '../../../partials/statutes/statutes_text.ts'
import { choice, text, wholeNumber, type Asked } from './asked.ts'

export type ValueField = Extract<AnyField, { kind: 'radios' | 'checkboxes' | 'number_field' | 'text_field' }>

export interface Option {
  value: string
  text: string
}

export type Typed = Readonly<Record<string, unknown>>

/** A rule's value as fields, what is asked of them, and how it is read back. Its limits are for models/rules. */
export interface ValueForm<V> {
  /** `value` is undefined when the statutes have no such rule yet. */
  fields: (t: Translate, value: V | undefined) => ValueField[]
  asks: (typed: Typed, value?: V) => Asked[]
  /** `value` is what the statutes say now, since a form may keep parts of it that it does not show. */
  read: (form: Typed, value?: V) => V
}

/** Each choice is said in the words of the statutes page. */
export function oneOf<V extends string>(key: RuleKey, choices: Record<V, true>): ValueForm<V> {
  const values = Object.keys(choices) as V[]
  return sentences(
    key,
    values.map((value) => [value, value]),
  )
}

/** For choices whose values are not plain words. */
export function sentences<V>(
  key: RuleKey,
  choices: readonly (readonly [name: string, value: V])[],
): ValueForm<V> {
  const names = choices.map(([name]) => name)
  return {
    fields: (t, value) => {
      const options = choices.map(([name, known]) => ({ value: name, text: ruleSentence(t, key, known) }))
      const chosen = choices.find(([, known]) => same(known, value))?.[0] ?? ''
      return [radios(t('statutes_form.choices'), 'value', chosen, options)]
    },
    asks: () => [choice('value', names)],
    read: (form) => offered(choices.find(([name]) => name === form.value))[1],
  }
}

export function count(key: RuleName): ValueForm<number> {
  return {
    fields: (t, value) => [number(t(`statutes_form.label.${key}`), 'value', value ?? '')],
    asks: () => [wholeNumber('value')],
    read: (form) => Number(form.value),
  }
}

export function limit<V>(
  key: RuleName,
  { without, countOf, limited }: { without: V; countOf: (value: V) => number; limited: (n: number) => V },
): ValueForm<V> {
  return {
    fields: (t, value) => {
      const options = [
        { value: 'without', text: ruleSentence(t, key, without) },
        { value: 'limit', text: t(`statutes_form.limit.${key}`) },
      ]
      const free = same(value, without)
      const hint = t('statutes_form.count_hint')
      const chosen = free ? 'without' : 'limit'
      const known = free || value === undefined ? '' : countOf(value)
      return [
        radios(t('statutes_form.choices'), 'value', value === undefined ? '' : chosen, options),
        number(t(`statutes_form.label.${key}`), 'count', known, hint),
      ]
    },
    asks: (typed) => [
      choice('value', ['without', 'limit']),
      ...(typed.value === 'limit' ? [wholeNumber('count')] : []),
    ],
    read: (form) => (form.value === 'without' ? without : limited(Number(form.count))),
  }
}

export function words(key: RuleName): ValueForm<string> {
  return {
    fields: (t, value) => [
      {
        kind: 'text_field',
        field: { name: 'value', label: t(`statutes_form.label.${key}`), value: value ?? '', width: 'xl' },
      },
    ],
    asks: () => [text('value')],
    read: (form) => String(form.value),
  }
}

/** A rule with a list in it is too much for a form. */
export function onlyInFile<V>(): ValueForm<V> {
  return {
    fields: () => [],
    asks: () => [],
    read: () => {
      throw new Error('the rule has no form')
    },
  }
}

/**
 * A choice among kinds. A kind's figure is asked for only when the kind is chosen. `said` is an example of the
 * kind, for the words beside the choice; when it is undefined, the words are in `statutes_form.kind`.
 */
export function kinds<V>(
  key: RuleName,
  choices: readonly {
    name: string
    said?: V
    figures?: readonly string[]
    is: (value: V) => boolean
    read: (figures: Record<string, number>) => V
    of?: (value: V) => Record<string, number | undefined>
  }[],
): ValueForm<V> {
  const all = [...new Set(choices.flatMap(({ figures }) => figures ?? []))]
  return {
    fields: (t, value) => {
      const chosen = value === undefined ? undefined : choices.find(({ is }) => is(value))
      const options = choices.map(({ name, said }) => ({
        value: name,
        text: said === undefined ? t(`statutes_form.kind.${key}.${name}`) : ruleSentence(t, key, said),
      }))
      const known = value === undefined ? {} : (chosen?.of?.(value) ?? {})
      return [
        radios(t('statutes_form.choices'), 'value', chosen?.name ?? '', options),
        ...all.map((figure) =>
          number(
            t(`statutes_form.figure.${figure}`),
            figure,
            known[figure] ?? '',
            t('statutes_form.figure_hint'),
          ),
        ),
      ]
    },
    asks: (typed) => {
      const asked = choices.find(({ name }) => name === typed.value)?.figures ?? []
      return [
        choice(
          'value',
          choices.map(({ name }) => name),
        ),
        ...asked.map((figure) => wholeNumber(figure)),
      ]
    },
    read: (form) => {
      const { figures = [], read } = offered(choices.find(({ name }) => name === form.value))
      return read(Object.fromEntries(figures.map((figure) => [figure, Number(form[figure])])))
    },
  }
}

export function radios(
  label: string,
  name: string,
  value: string,
  options: readonly Option[],
  hint?: string,
): ValueField {
  return { kind: 'radios', field: { name, label, value, options, ...(hint !== undefined && { hint }) } }
}

export function number(label: string, name: string, value: number | string, hint?: string): ValueField {
  // The hint says when the figure is needed, so the label need not claim that it always is.
  return {
    kind: 'number_field',
    field: { name, label, value, ...(hint !== undefined && { hint, optional: true }) },
  }
}

export function textField(label: string, name: string, value: string, hint: string): ValueField {
  return { kind: 'text_field', field: { name, label, value, hint, optional: true, width: 'xl' } }
}

/** The checks let through only what a form offers. */
function offered<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('no form offers this value')
  return one
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
