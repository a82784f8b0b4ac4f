import type { Refusal, Verdict } from '../rules/core/verdict.ts'
import type sentences from '../../locales/da/core/refusals.json'

/** Why something was refused. Each reason has its sentence in both locales; a reason without one does not compile. */
export type Reason = Singular<Extract<keyof (typeof sentences)['refusals'], string>>

/** A sentence that counts something has a key for one and a key for several; the reason is what they share. */
type Singular<Key extends string> = Key extends `${infer Shared}_${'one' | 'other'}` ? Shared : Key

export type Params = Record<string, string | number>

/** There is no such thing, or none that this person may see: 404. */
export class NotFound extends Error {}

/** Signed in, but the role does not allow it: 403. */
export class Forbidden extends Error {}

/** What was sent holds characters that no text can have: 422, before anything of it is read. */
export class Unreadable extends Error {}

/** What was typed cannot be accepted: 422, the form again with what was typed. `field` names the input to mend. */
export class Refused extends Error {
  readonly reason: Reason
  readonly params: Params
  readonly field: string | undefined
  /** What was refused for more than one reason is told with all of them; this one comes first. */
  readonly further: readonly Refused[]

  constructor(reason: Reason, params: Params = {}, field?: string, further: readonly Refused[] = []) {
    super(reason)
    this.reason = reason
    this.params = params
    this.field = field
    this.further = further
  }
}

/**
 * Goes on where a rule allows it, and throws `Refused` with the rule's reason where it does not. `field` names the input of
 * the form where it is another one than the rule's.
 */
export function require<V extends Verdict<Reason>>(
  verdict: V,
  field?: string,
): asserts verdict is Extract<V, { ok: true }> {
  if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, field ?? verdict.field)
}

/** Goes on where no rule has a reason against it, and throws `Refused` with all reasons where there are several. */
export function requireNone(refusals: readonly Refusal<Reason>[]): void {
  const [first, ...further] = refusals.map(({ reason, params, field }) => ({ reason, params, field }))
  if (!first) return
  const rest = further.map(({ reason, params, field }) => new Refused(reason, params, field))
  throw new Refused(first.reason, first.params, first.field, rest)
}

/** Somebody else was first, or the page was out of date: 409, with how things stand now. */
export class Conflict extends Refused {}
