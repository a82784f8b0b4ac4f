import type { Refusal, Verdict } from '../rules/core/verdict.ts'
import type sentences from '../../locales/da/core/refusals.json'

/** Each reason has its sentence in both locales; a reason without one does not compile. */
export type Reason = Singular<Extract<keyof (typeof sentences)['refusals'], string>>

/** A counting sentence has a key for one and a key for several; the reason is the part that they share. */
type Singular<Key extends string> = Key extends `${infer Shared}_${'one' | 'other'}` ? Shared : Key

export type Params = Record<string, string | number>

/** 404: there is no such thing, or this user may not see it. */
export class NotFound extends Error {}

/** 403: the user is signed in, but the role does not allow it. */
export class Forbidden extends Error {}

/** 422, before anything is read: the request holds characters that no text can have. */
export class Unreadable extends Error {}

/** 422: the form comes back with what was typed. `field` names the input to mend. */
export class Refused extends Error {
  readonly reason: Reason
  readonly params: Params
  readonly field: string | undefined
  /** The other reasons when there are several; this one comes first. */
  readonly further: readonly Refused[]

  constructor(reason: Reason, params: Params = {}, field?: string, further: readonly Refused[] = []) {
    super(reason)
    this.reason = reason
    this.params = params
    this.field = field
    this.further = further
  }
}

/** Throws Refused with the rule's reason when the rule forbids. `field` replaces the input that the rule names. */
export function require<V extends Verdict<Reason>>(
  verdict: V,
  field?: string,
): asserts verdict is Extract<V, { ok: true }> {
  if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, field ?? verdict.field)
}

/** Throws Refused with all the reasons when there is one. */
export function requireNone(refusals: readonly Refusal<Reason>[]): void {
  const [first, ...further] = refusals.map(({ reason, params, field }) => ({ reason, params, field }))
  if (!first) return
  const rest = further.map(({ reason, params, field }) => new Refused(reason, params, field))
  throw new Refused(first.reason, first.params, first.field, rest)
}

/** 409: another user was first, or the page was out of date. The answer shows how things stand now. */
export class Conflict extends Refused {}
