import type { ValidationChain } from 'express-validator'
import type { Asked } from '../../../views/office/statutes/values/asked.ts'
import {
  choice,
  chosenAmong,
  LONGEST,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from '../../web/fields.ts'

const CHECKS: { readonly [Is in Asked['is']]: (asked: Asked) => ValidationChain } = {
  choice: ({ name, among }) => choice(name, among),
  choices: ({ name, among }) => chosenAmong(name, among),
  number: ({ name }) => wholeNumber(name),
  optional_number: ({ name }) => optionalWholeNumber(name),
  text: ({ name, longest }) => text(name, LONGEST[longest]),
  optional_text: ({ name, longest }) => optionalText(name, LONGEST[longest]),
}

export function checksOf(asked: readonly Asked[]): ValidationChain[] {
  return asked.map((one) => CHECKS[one.is](one))
}
