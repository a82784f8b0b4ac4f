import { body, type ValidationChain } from 'express-validator'

declare const reads: unique symbol

export type Field<Shape extends object> = ValidationChain & { readonly [reads]?: Shape }

/** A check that is written where it is used gets its type by hand. */
export function field<Shape extends object>(chain: ValidationChain): Field<Shape> {
  return chain
}

export type Read<Name extends string, Value> = Field<{ [Key in Name]: Value }>

type Check<Shape extends object> = ((...args: Parameters<ValidationChain>) => void | Promise<void>) & {
  readonly [reads]?: Shape
}

/** The route line runs the checks; `submit` takes from the type what the form's act gets. */
export type Form<Shape extends object> = Check<object>[] & { readonly [reads]?: Shape }

export type FormOf<Checked> = Checked extends { readonly [reads]?: infer Shape } ? NonNullable<Shape> : never

export type ShapeOf<Checks extends readonly Check<object>[]> = Checks extends readonly [
  infer First,
  ...infer Rest extends readonly Check<object>[],
]
  ? FormOf<First> & ShapeOf<Rest>
  : Checks extends readonly [...infer Rest extends readonly Check<object>[], infer Last]
    ? ShapeOf<Rest> & FormOf<Last>
    : Checks extends readonly []
      ? object
      : FormOf<Checks[number]>

export function form<Checks extends readonly Check<object>[]>(...checks: Checks): Form<ShapeOf<Checks>> {
  return [...checks]
}

/** Fields that only some requests have to fill in; `ask` returns undefined when there are none. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the route line says which request
export function dependent<Req extends object, Shape extends object>(
  ask: (req: Req) => Promise<Form<Shape> | undefined> | Form<Shape> | undefined,
): Check<Partial<Shape>> {
  return async (req, res, next) => {
    for (const check of (await ask(req as Req)) ?? []) {
      await new Promise<void>((resolve, reject) => {
        void check(req, res, (error?: Error) => (error ? reject(error) : resolve()))
      })
    }
    next()
  }
}

/** `missing` is the message for an empty text, and for one of spaces only. */
export function typed(field: string, missing = 'invalid.required'): ValidationChain {
  return body(field).isString().withMessage(missing).bail().trim().notEmpty().withMessage(missing).bail()
}

/** `wrong` is the message for what `parse` cannot read. */
export function read(chain: ValidationChain, parse: (text: string) => string | undefined, wrong: string) {
  return chain
    .custom((text: unknown) => typeof text === 'string' && parse(text) !== undefined)
    .withMessage(wrong)
    .bail()
    .customSanitizer(parse)
}
