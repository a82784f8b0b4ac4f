import { body } from 'express-validator'
import type { Id } from '../../models/core/ids.ts'
import { parsePhone } from '../../models/core/phones.ts'
import { read, typed, type Read } from './form_shape.ts'

export { type Asked, date, dateQuery, dayQuery, optionalDate, optionalTime, time } from './days.ts'
export { dependent, field, form, type Field, type Form, type FormOf, type ShapeOf } from './form_shape.ts'

/** In characters. */
export const LONGEST = { name: 120, line: 200, statement: 400, text: 2000 }

/** models/rules/core/figures.ts sets the same limit for what is stored. */
const MOST = 1_000_000

export function text<Name extends string>(field: Name, longest = LONGEST.line): Read<Name, string> {
  return typed(field).isLength({ max: longest }).withMessage(`invalid.too_long|most=${longest}`)
}

/** An empty field becomes undefined. */
export function optionalText<Name extends string>(
  field: Name,
  longest = LONGEST.line,
): Read<Name, string | undefined> {
  return body(field)
    .optional({ values: 'falsy' })
    .isString()
    .withMessage('invalid.required')
    .bail()
    .trim()
    .isLength({ max: longest })
    .withMessage(`invalid.too_long|most=${longest}`)
}

/** Becomes `12 34 56 78`. An empty field becomes undefined. */
export function optionalPhone<Name extends string>(field: Name): Read<Name, string | undefined> {
  return read(body(field).optional({ values: 'falsy' }), parsePhone, 'invalid.no_such_phone')
}

/** From 0 up. An empty field is refused, since empty is not zero. */
export function wholeNumber<Name extends string>(field: Name): Read<Name, number> {
  return typed(field, 'invalid.not_entered')
    .matches(/^-?\d+$/)
    .withMessage('invalid.not_a_whole_number')
    .bail()
    .isInt({ min: 0 })
    .withMessage('invalid.not_negative')
    .bail()
    .isInt({ max: MOST })
    .withMessage(`invalid.too_large|most=${MOST}`)
    .bail()
    .toInt()
}

export function optionalWholeNumber<Name extends string>(field: Name): Read<Name, number | undefined> {
  return body(field)
    .customSanitizer((typed: unknown) => (typed === '' ? undefined : typed))
    .optional()
    .isInt({ min: 0, max: MOST })
    .withMessage('invalid.not_a_whole_number')
    .bail()
    .toInt()
}

/** No ticked box becomes an empty list. */
export function chosenAmong<Name extends string, const Choice extends string>(
  field: Name,
  choices: readonly Choice[],
): Read<Name, Choice[]> {
  return body(field)
    .customSanitizer((typed: unknown) => (typed === undefined || typed === '' ? [] : [typed].flat()))
    .custom((chosen: unknown[]) => chosen.every((one) => (choices as readonly unknown[]).includes(one)))
    .withMessage('invalid.choose')
}

export function choice<Name extends string, const Choice extends string>(
  field: Name,
  choices: readonly Choice[],
): Read<Name, Choice> {
  return body(field)
    .isString()
    .bail()
    .withMessage('invalid.choose')
    .isIn(choices)
    .withMessage('invalid.choose')
}

export function optionalChoice<Name extends string, const Choice extends string>(
  field: Name,
  choices: readonly Choice[],
): Read<Name, Choice | undefined> {
  return body(field)
    .optional({ values: 'falsy' })
    .isString()
    .bail()
    .withMessage('invalid.choose')
    .isIn(choices)
    .withMessage('invalid.choose')
}

/** `person_id` chooses a person. */
type NameIn<Field extends string> = Field extends `${infer Name}_id` ? Name : Field

/** `_of`: whose id it is, when the field is not named after it. Whether it exists is for the act to say. */
export function chosenId<Field extends string, Of extends string = NameIn<Field>>(
  field: Field,
  _of?: Of,
): Read<Field, Id<Of>> {
  return body(field)
    .isString()
    .bail()
    .withMessage('invalid.choose')
    .isInt({ min: 1, max: 2_000_000_000 })
    .withMessage('invalid.choose')
    .bail()
    .toInt()
}

export function optionalId<Field extends string, Of extends string = NameIn<Field>>(
  field: Field,
  _of?: Of,
): Read<Field, Id<Of> | undefined> {
  return body(field)
    .optional({ values: 'falsy' })
    .isInt({ min: 1, max: 2_000_000_000 })
    .withMessage('invalid.choose')
    .bail()
    .toInt()
}

/** No ticked box becomes an empty list. */
export function chosenIds<Field extends string, Of extends string = NameIn<Field>>(
  field: Field,
  _of?: Of,
): Read<Field, Id<Of>[]> {
  return body(field)
    .customSanitizer((typed: unknown) => (typed === undefined || typed === '' ? [] : [typed].flat()))
    .isArray({ max: 500 })
    .withMessage('invalid.choose')
    .bail()
    .custom((ids: unknown[]) => ids.every((id) => typeof id === 'string' && /^[1-9]\d{0,8}$/.test(id)))
    .withMessage('invalid.choose')
    .bail()
    .customSanitizer((ids: string[]) => ids.map(Number))
}

export function ticked<Name extends string>(field: Name): Read<Name, boolean> {
  return body(field).customSanitizer((typed: unknown) => typed === 'ja')
}

export function mustTick<Name extends string>(field: Name): Read<Name, true> {
  return body(field)
    .custom((typed: unknown) => typed === 'ja')
    .withMessage('invalid.must_tick')
    .bail()
    .customSanitizer(() => true)
}

export function email<Name extends string>(field: Name): Read<Name, string> {
  return text(field).bail().isEmail().withMessage('invalid.not_an_email')
}

export function optionalEmail<Name extends string>(field: Name): Read<Name, string | undefined> {
  return optionalText(field).bail().isEmail().withMessage('invalid.not_an_email')
}
