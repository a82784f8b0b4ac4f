import type { Request } from 'express'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { ruleTitle } from '../../../../views/partials/statutes/statutes_text.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { paths } from '../../../../views/paths.ts'

/** The assumed rules a page leans on, and where to read or confirm them. */
export interface AssumedLine {
  rules: string[]
  href: string
}

/** How the organisations agree, and who appoints: where either is assumed, the page says so. */
export function assumedFor(
  req: Request,
  rules: Pick<Nomination, 'seat' | 'agreementConfirmed' | 'appointingBodyConfirmed'>,
): AssumedLine {
  const agreement = `areas.${rules.seat.area_slug}.agreement` as const
  const keys = [
    ...(rules.agreementConfirmed ? [] : [agreement]),
    ...(rules.appointingBodyConfirmed ? [] : (['appointingBody'] as const)),
  ]
  const [first] = keys
  const mayConfirm = canOf(req.user)['statutes.write']
  return {
    rules: keys.map((key) => ruleTitle(req.t, key, rules.seat.area_name)),
    href: mayConfirm && first !== undefined ? paths.statutesRule(first) : `${paths.statutes}#${first ?? ''}`,
  }
}
