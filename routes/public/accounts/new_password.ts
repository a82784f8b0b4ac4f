import { body } from 'express-validator'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../../models/accounts/index.ts'
import type { Field } from '../../web/fields.ts'

export const newPassword: readonly [Field<{ password: string }>, Field<{ password_again: string }>] = [
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
