import { randomUUID } from 'node:crypto'
import type { AccountId } from '../../models/core/ids.ts'
import type { NextFunction, Request, Response } from 'express'
import { matchedData, validationResult } from 'express-validator'
import type { By } from '../../models/core/audit.ts'
import { canonicalJson, sha256 } from '../../models/core/canonical.ts'
import type { IsoDate } from '../../models/core/dates.ts'
import { Conflict, Refused } from '../../models/core/errors.ts'
import { paramsInWords } from '../../models/rules/core/verdict.ts'
import { userOf } from './access.ts'
import type { Form } from './form_shape.ts'
import type { FieldError } from '../../views/locals.ts'
import type { Rendering } from './views.ts'

type Fields = Record<string, string | string[] | undefined>

/** Keeps a sent form before the checks trim and parse it, and gives each shown form its own key. */
export function keepTyped(req: Request, res: Response, next: NextFunction): void {
  req.typed = { ...(req.body as Fields | undefined) }
  res.locals.once = randomUUID()
  next()
}

/** Who acts, for the log, and the key by which a second click on the same form is known. */
export function byOf(req: Request): By {
  const user = userOf(req)
  return { accountId: user.id, name: user.name, clock: req.clock, keys: req.house.keys, once: onceKey(req) }
}

/** The owner of a one-time link has no session yet. */
export function byOfLinkOwner(req: Request, owner: { id: AccountId | null; name: string }): By {
  return { accountId: owner.id, name: owner.name, clock: req.clock, keys: req.house.keys, once: onceKey(req) }
}

/** A second click has the same key; an edited form that is sent again has another one. */
function onceKey(req: Request): string | undefined {
  const { _once, ...typed } = req.typed
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => name !== '_csrf'))
  if (typeof _once !== 'string' || _once === '') return undefined
  return sha256(canonicalJson({ _once, account: req.user?.id, path: req.path, fields, file: req.fileHash }))
}

export type Submission<Shape extends object, Result> = {
  act: (form: Shape) => Promise<Result>
  again: (shown: Again) => Promise<void> | void
  /** A locale key. */
  notice?: string | ((result: Result) => string)
} & (
  | {
      done: (result: Result) => string
    }
  | {
      /** Some answers have no page to go to: a preview, or what is shown only once. */
      answer: (result: Result) => Promise<void> | void
    }
)

export type Again = Required<Pick<Rendering, 'status' | 'errors' | 'values'>>

/** What a page shows of a refused form; nothing when it is asked for by its address. */
export type Shown = Partial<Again>

export type Show<Req> = (req: Req, res: Response, shown: Again) => Promise<void> | void

/** What a form's route does, as `Submission` has it; each step gets the request. */
export type Steps<Req, Shape extends object, Result> = {
  act: (req: Req, form: Shape) => Promise<Result>
  again: Show<Req>
  /** A locale key. */
  notice?: string | ((req: Req, result: Result) => string)
} & (
  | { done: (req: Req, result: Result) => string }
  | { answer: (req: Req, res: Response, result: Result) => Promise<void> | void }
)

/** Ends the line of a page's route. */
export function shows<Req extends Request>(show: (req: Req, res: Response) => Promise<void> | void) {
  return (req: Req, res: Response) => show(req, res)
}

/** Ends the line of a form's route: its checks, and then `submit`. */
export function submits<Req extends Request, Shape extends object, Result>(
  form: Form<Shape>,
  steps: Steps<Req, Shape, Result>,
) {
  const { act, again, notice } = steps
  return [
    ...form,
    (req: Req, res: Response) =>
      submit<Shape, Result>(req, res, form, {
        act: (typed) => act(req, typed),
        again: (shown) => again(req, res, shown),
        ...(notice !== undefined && {
          notice: typeof notice === 'string' ? notice : (result: Result) => notice(req, result),
        }),
        ...('done' in steps
          ? { done: (result: Result) => steps.done(req, result) }
          : { answer: (result: Result) => steps.answer(req, res, result) }),
      }),
  ]
}

/**
 * Gives the checked fields to one act, then redirects (303). A refusal comes back as 422, or 409 when another act was
 * first, with what was typed and how to mend it. Nothing is stored unless all of it is.
 */
export async function submit<Shape extends object, Result>(
  req: Request,
  res: Response,
  _form: Form<Shape>,
  submission: Submission<Shape, Result>,
): Promise<void> {
  const wrong = validationResult(req).formatWith(({ msg, ...error }) => ({
    field: error.type === 'field' ? error.path : undefined,
    message: translateCheck(req, msg as string),
    check: true,
  }))
  if (!wrong.isEmpty()) {
    await submission.again({ status: 422, errors: wrong.array({ onlyFirstError: true }), values: req.typed })
    return
  }
  try {
    const result = await submission.act(matchedData<Shape>(req))
    if ('answer' in submission) {
      await submission.answer(result)
      return
    }
    const { notice } = submission
    if (notice !== undefined) req.session.notice = typeof notice === 'function' ? notice(result) : notice
    if (req.guessed) req.session.guessed = guessedIn(req, req.guessed)
    res.redirect(303, submission.done(result))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    req.answers.renew()
    const status = error instanceof Conflict ? 409 : 422
    await submission.again({ status, errors: explainAll(req, error), values: req.typed })
  }
}

function guessedIn({ typed }: Request, days: ReadonlyMap<string, IsoDate>) {
  return [...days].map(([field, day]) => ({ typed: [typed[field] ?? ''].flat().join(' ').trim(), day }))
}

/** A message is a locale key, with parameters after a bar: `invalid.too_long|most=120`. */
export function translateCheck(req: Request, message: string): string {
  const [key = '', rest = ''] = message.split('|')
  return req.t(key, Object.fromEntries(new URLSearchParams(rest)))
}

export function explain(req: Request, refused: Refused): FieldError {
  return {
    field: refused.field,
    message: req.t(`refusals.${refused.reason}`, paramsInWords(refused.params, req.lang)),
  }
}

export function explainAll(req: Request, refused: Refused): FieldError[] {
  return [refused, ...refused.further].map((one) => explain(req, one))
}
