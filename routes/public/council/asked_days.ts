import type { Request } from 'express'
import { query, type ValidationChain } from 'express-validator'
import { formatDate, type IsoDate, runsBackwards, type Span } from '../../../models/core/index.ts'
import { daysToCompare, listTerms, readEdge, wholeSpan } from '../../../models/council/index.ts'
import { type Asked as InRequest, dateQuery, dayQuery } from '../../web/fields.ts'
import { dayFrom, queryErrors, type Rendering, typedIn } from '../../web/index.ts'

/** `fra` and `til` are each a year or a day. */
export const spanQuery: readonly ValidationChain[] = [edge('fra', 'first'), edge('til', 'last'), dateQuery]

interface Asked {
  from: IsoDate | undefined
  until: IsoDate | undefined
  day: IsoDate | undefined
  /** As typed, with a sentence for each field that cannot be read. */
  shown: Pick<Rendering, 'status' | 'errors' | 'values'>
}

export interface AskedHistory {
  today: IsoDate
  /** The day of the picture's line: today unless another is asked for. */
  day: IsoDate
  read: (held: readonly Span[], terms: readonly Span[]) => SpanToShow
}

export interface SpanToShow {
  /** undefined when nothing is registered. */
  span: Span | undefined
  asked: boolean
  shown: Asked['shown']
}

export const daysQuery: readonly ValidationChain[] = [dayQuery('fra'), dayQuery('til')]

export interface AskedDays {
  from: IsoDate
  until: IsoDate
  shown: Pick<Rendering, 'status' | 'errors' | 'values'>
}

/** Falls back on the proposed days when one is left out, or, with a sentence, when they cannot be used. */
export async function askedDays(req: Request): Promise<AskedDays> {
  const terms = await listTerms(req.db)
  const proposed = daysToCompare(terms, req.clock.today())
  const typed = { fra: typedIn(req, 'fra'), til: typedIn(req, 'til') }
  const errors = queryErrors(req)
  if (errors.length > 0) return { ...proposed, shown: { status: 422, errors, values: typed } }
  const until = dayFrom(req, typed.til) ?? proposed.until
  const from = dayFrom(req, typed.fra) ?? daysToCompare(terms, until).from
  const values = { fra: from, til: until }
  if (!runsBackwards({ starts_on: from, ends_on: until })) return { from, until, shown: { values } }
  const days = { from: formatDate(from, req.lang), to: formatDate(until, req.lang) }
  const message = req.t('history.differences.backwards', days)
  return {
    ...proposed,
    shown: { status: 422, errors: [{ field: typed.til === '' ? 'fra' : 'til', message }], values: typed },
  }
}

function edge(field: string, which: 'first' | 'last'): ValidationChain {
  return query(field)
    .optional({ values: 'falsy' })
    .custom(
      (typed: unknown, { req }: InRequest) =>
        typeof typed === 'string' && req.clock && readEdge(typed, which, req.clock.today()) !== undefined,
    )
    .withMessage('history.no_such_edge')
}

/** Needs `spanQuery` on the route line. Unless all fields can be read, none of them counts. */
function askedSpan(req: Request): Asked {
  const [fra, til, dato] = [typedIn(req, 'fra'), typedIn(req, 'til'), typedIn(req, 'dato')]
  const values = { fra, til, dato }
  const errors = queryErrors(req)
  const nothing = { from: undefined, until: undefined, day: undefined }
  if (errors.length > 0) return { ...nothing, shown: { status: 422, errors, values } }
  const today = req.clock.today()
  const read = {
    from: readEdge(fra, 'first', today),
    until: readEdge(til, 'last', today),
    day: dayFrom(req, dato),
  }
  return { ...read, shown: { values } }
}

export function heldIn<Held>(
  seats: readonly { stretches: readonly ({ kind: 'held'; held: Held } | { kind: 'gap' | 'unknown' })[] }[],
): Held[] {
  return seats.flatMap(({ stretches }) => stretches.flatMap((one) => (one.kind === 'held' ? [one.held] : [])))
}

export function askedHistory(req: Request): AskedHistory {
  const asked = askedSpan(req)
  const today = req.clock.today()
  return {
    today,
    day: asked.day ?? today,
    read: (held, terms) => {
      const whole = wholeSpan(held, terms, today)
      if (!whole) return { span: undefined, asked: false, shown: asked.shown }
      const { span, shown } = partOf(req, whole, asked)
      const isAsked = [asked.from, asked.until, asked.day].some((one) => one !== undefined)
      return { span, asked: isAsked, shown }
    },
  }
}

/** Returns the whole, with a sentence, when there is no such part. */
function partOf(req: Request, whole: Span, asked: Asked): { span: Span; shown: Asked['shown'] } {
  const { from, until, shown } = asked
  const span = { starts_on: from ?? whole.starts_on, ends_on: until ?? whole.ends_on }
  if (!runsBackwards(span)) return { span, shown }
  const days = { from: formatDate(whole.starts_on, req.lang), to: formatDate(whole.ends_on, req.lang) }
  const message = from && until ? req.t('history.backwards') : req.t('history.outside', days)
  return {
    span: whole,
    shown: { ...shown, status: 422, errors: [{ field: until ? 'til' : 'fra', message }] },
  }
}
