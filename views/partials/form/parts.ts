import type { IsoDate } from '../../../models/core/dates.ts'
import type { Locals } from '../../locals.ts'

/**
 * Who reads a name or what somebody writes in their own words, said beside the field. `record`: the signed record and
 * the office. `office`: everybody who may open the page. `board`: the secretary, the electoral board and the auditor.
 */
export type SeenBy = 'record' | 'office' | 'board' | 'public' | 'ballot'

/** `TextFieldPart` is what text_field.ejs takes, and so on. */

export interface Field {
  /** Without an `id`, the id that the error summary links to is made of it. */
  name: string
  label: string
  hint?: string | undefined
  seen?: SeenBy | undefined
  optional?: boolean | undefined
  /** What the error summary calls it, where others on the page have the same label. */
  inSummary?: string | undefined
  id?: string | undefined
}

type Width = 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl'

export interface TextField extends Field {
  value?: string | undefined
  width?: Width | undefined
  type?: 'text' | 'email' | 'password' | 'search' | 'tel'
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text'
  maxlength?: number
  suffix?: string | undefined
  spellcheck?: boolean
}

export interface TextFieldPart {
  field: TextField
  /** What the field shows, when that is not the value as it was typed. */
  value?: Locals['value']
}

export interface DateField extends Field {
  value?: IsoDate | '' | undefined
}

export interface DateFieldPart {
  field: DateField
}

export interface NumberField extends Omit<TextField, 'value'> {
  /** Empty means not filled in. */
  value?: number | string | null | undefined
}

export interface NumberFieldPart {
  field: NumberField
}

export interface TextareaField extends Field {
  value?: string | undefined
  rows?: number
  spellcheck?: boolean
  maxlength?: number
}

export interface TextareaPart {
  field: TextareaField
}

export interface Choice {
  value: string | number
  text: string
  hint?: string | undefined
}

export interface RadiosField extends Field {
  value?: string | number | undefined
  options: readonly Choice[]
}

export interface RadiosPart {
  field: RadiosField
}

/** Without a label it is a single tick, whose option's text speaks for itself. */
export interface CheckboxesField extends Omit<Field, 'label' | 'optional'> {
  label?: string | undefined
  value?: string | readonly string[] | undefined
  options: readonly Choice[]
}

export interface CheckboxesPart {
  field: CheckboxesField
}

export interface SelectField extends Field {
  value?: string | number | undefined
  options: readonly Omit<Choice, 'hint'>[]
  /** The text of the first, empty choice. */
  empty?: string
  width?: Width
}

export interface SelectPart {
  field: SelectField
}

/** For pages whose fields are chosen while they are built. */
export type AnyField =
  | { kind: 'text_field'; field: TextField }
  | { kind: 'date_field'; field: DateField }
  | { kind: 'number_field'; field: NumberField }
  | { kind: 'textarea'; field: TextareaField }
  | { kind: 'radios'; field: RadiosField }
  | { kind: 'checkboxes'; field: CheckboxesField }

export interface AnyFieldPart {
  any: AnyField
}

export interface ButtonsPart {
  options: {
    text: string
    name?: string | undefined
    value?: string | undefined
    /** For acts that cannot be undone. */
    warning?: boolean
    cancel?: { href: string; text?: string | undefined } | undefined
    second?: { text: string; name: string; value: string } | undefined
  }
}

export interface ConfirmPart {
  options: {
    action: string
    heading: string
    text?: string | readonly string[]
    button: string
    /** Leads away without doing it. */
    cancel: string
    cancelText?: string
    /** What the button sends, where a second one sends something else. */
    name?: string
    value?: string
    second?: { name: string; value: string; text: string }
    /** False for an act that can be undone. */
    warning?: boolean
    hidden?: Readonly<Record<string, string | number>>
    fields?: readonly AnyField[]
  }
}

export interface FormPageTopPart {
  options: {
    back?: string | undefined
    backText?: string | undefined
    caption?: string | undefined
    heading: string
    lead?: string | undefined
  }
}

export interface PostButtonPart {
  options: {
    action: string
    text: string
    /** Hidden words that tell the button from its neighbours. */
    about?: string
    variant?: 'primary' | 'secondary' | 'tertiary' | 'warning'
    hidden?: Readonly<Record<string, string | number>>
  }
}
