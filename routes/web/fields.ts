import { body, query, type ValidationChain } from 'express-validator'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../models/accounts/passwords.ts'
import { parseDate, parseTime } from '../../models/core/dates.ts'
import { LONGEST_SEARCH } from '../../models/front/finding.ts'

/** Longest accepted texts, in characters. */
export const LONGEST = { name: 120, line: 200, statement: 400, text: 2000 }

/** The largest accepted figure; models/rules/core/figures.ts says the same of what is stored. */
const MOST = 1_000_000

/** Something typed that is not only spaces; `missing` is said of anything else. */
function typed(field: string, missing = 'invalid.required'): ValidationChain {
  return body(field).isString().withMessage(missing).bail().trim().notEmpty().withMessage(missing).bail()
}

/** Reads what was typed by `parse`, and says `wrong` of what it cannot read. */
function read(chain: ValidationChain, parse: (text: string) => string | undefined, wrong: string) {
  return chain
    .custom((text: unknown) => typeof text === 'string' && parse(text) !== undefined)
    .withMessage(wrong)
    .bail()
    .customSanitizer(parse)
}

/** A text that must be there. */
export function text(field: string, longest = LONGEST.line): ValidationChain {
  return typed(field).isLength({ max: longest }).withMessage(`invalid.too_long|most=${longest}`)
}

/** A text that may be left out; an empty one becomes undefined. */
export function optionalText(field: string, longest = LONGEST.line): ValidationChain {
  return body(field)
    .optional({ values: 'falsy' })
    .isString()
    .withMessage('invalid.required')
    .bail()
    .trim()
    .isLength({ max: longest })
    .withMessage(`invalid.too_long|most=${longest}`)
}

/** A day, however people write it; becomes an IsoDate. */
export function date(field: string): ValidationChain {
  return read(typed(field), parseDate, 'invalid.no_such_day')
}

/** A day that may be left out. */
export function optionalDate(field: string): ValidationChain {
  return read(body(field).optional({ values: 'falsy' }), parseDate, 'invalid.no_such_day')
}

/** A time of day; becomes `HH.MM`. */
export function time(field: string): ValidationChain {
  return read(typed(field), parseTime, 'invalid.no_such_time')
}

/** A whole number from 0 up. An empty field is not entered, which is not the same as zero. */
export function wholeNumber(field: string): ValidationChain {
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

/** A whole number that may be left out; an empty field becomes undefined. */
export function optionalWholeNumber(field: string): ValidationChain {
  return body(field)
    .customSanitizer((typed: unknown) => (typed === '' ? undefined : typed))
    .optional()
    .isInt({ min: 0, max: MOST })
    .withMessage('invalid.not_a_whole_number')
    .bail()
    .toInt()
}

/** Several of a closed list, from checkboxes; none is an empty list. */
export function chosenAmong(field: string, choices: readonly string[]): ValidationChain {
  return body(field)
    .customSanitizer((typed: unknown) => (typed === undefined || typed === '' ? [] : [typed].flat()))
    .custom((chosen: unknown[]) => chosen.every((one) => choices.includes(one as string)))
    .withMessage('invalid.choose')
}

/** One of a closed list. */
export function choice(field: string, choices: readonly string[]): ValidationChain {
  return body(field)
    .isString()
    .bail()
    .withMessage('invalid.choose')
    .isIn(choices)
    .withMessage('invalid.choose')
}

/** Like choice, for one that may be left open. */
export function optionalChoice(field: string, choices: readonly string[]): ValidationChain {
  return body(field)
    .optional({ values: 'falsy' })
    .isString()
    .bail()
    .withMessage('invalid.choose')
    .isIn(choices)
    .withMessage('invalid.choose')
}

/** The id of something that was chosen from a list; whether it exists is for the act to say. */
export function chosenId(field: string): ValidationChain {
  return body(field)
    .isString()
    .bail()
    .withMessage('invalid.choose')
    .isInt({ min: 1, max: 2_000_000_000 })
    .withMessage('invalid.choose')
    .bail()
    .toInt()
}

/** Like chosenId, for a choice that may be left open. */
export function optionalId(field: string): ValidationChain {
  return body(field)
    .optional({ values: 'falsy' })
    .isInt({ min: 1, max: 2_000_000_000 })
    .withMessage('invalid.choose')
    .bail()
    .toInt()
}

/** Several ids from checkboxes; none is an empty list. */
export function chosenIds(field: string): ValidationChain {
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

/** A box to tick; becomes true or false. */
export function ticked(field: string): ValidationChain {
  return body(field).customSanitizer((typed: unknown) => typed === 'ja')
}

/** A box that must be ticked. */
export function mustTick(field: string): ValidationChain {
  return body(field)
    .custom((typed: unknown) => typed === 'ja')
    .withMessage('invalid.must_tick')
    .bail()
    .customSanitizer(() => true)
}

/** A password that its owner chooses, typed twice. */
export const newPassword: readonly ValidationChain[] = [
  body('password')
    .isString()
    .bail()
    .withMessage('invalid.required')
    .isLength({ min: SHORTEST_PASSWORD })
    .withMessage(`invalid.password_too_short|least=${SHORTEST_PASSWORD}`)
    .isLength({ max: LONGEST_PASSWORD })
    .withMessage(`invalid.too_long|most=${LONGEST_PASSWORD}`),
  body('password_again')
    .custom((again: unknown, { req }) => again === (req.body as { password?: unknown }).password)
    .withMessage('invalid.passwords_differ'),
]

export function email(field: string): ValidationChain {
  return text(field).bail().isEmail().withMessage('invalid.not_an_email')
}

export function optionalEmail(field: string): ValidationChain {
  return optionalText(field).bail().isEmail().withMessage('invalid.not_an_email')
}

/** `?dato=` of a page: an IsoDate, or undefined where none or nonsense is given. */
export const dateQuery = query('dato')
  .optional({ values: 'falsy' })
  .custom((typed: unknown) => typeof typed === 'string' && parseDate(typed) !== undefined)
  .withMessage('invalid.no_such_day')

/** `?q=` of a page that searches: nothing, or a text that is not too long. */
export const searchQuery = query('q')
  .custom((typed: unknown) => searchText(typed).length <= LONGEST_SEARCH)
  .withMessage(`invalid.too_long|most=${LONGEST_SEARCH}`)

/** What `?q=` says; where it is there twice, both. */
export function searchText(typed: unknown): string {
  return [typed]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')
    .trim()
}
