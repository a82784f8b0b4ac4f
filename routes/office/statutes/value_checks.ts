import type { ValidationChain } from 'express-validator'
import type { Asked } from '../../../views/office/statutes/index.ts'
import * as fields from '../../web/fields.ts'

const CHECKS: { readonly [Is in Asked['is']]: (asked: Asked) => ValidationChain } = {
  choice: ({ name, among }) => fields.choice(name, among),
  choices: ({ name, among }) => fields.chosenAmong(name, among),
  number: ({ name }) => fields.wholeNumber(name),
  optional_number: ({ name }) => fields.optionalWholeNumber(name),
  text: ({ name, longest }) => fields.text(name, fields.LONGEST[longest]),
  optional_text: ({ name, longest }) => fields.optionalText(name, fields.LONGEST[longest]),
}

export function checksOf(asked: readonly Asked[]): ValidationChain[] {
  return asked.map((one) => CHECKS[one.is](one))
}
