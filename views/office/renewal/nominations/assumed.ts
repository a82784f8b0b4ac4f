import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { ruleTitle } from '../../../partials/statutes/statutes_text.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface AssumedLine {
  rules: string[]
  href: string
}

export function assumedFor(
  { t, can }: Reader,
  nomination: Pick<Nomination, 'seat' | 'agreementConfirmed' | 'appointingBodyConfirmed'>,
): AssumedLine {
  const { seat, agreementConfirmed, appointingBodyConfirmed } = nomination
  const keys = [
    ...(agreementConfirmed ? [] : [`areas.${seat.area_slug}.agreement` as const]),
    ...(appointingBodyConfirmed ? [] : (['appointingBody'] as const)),
  ]
  const [first] = keys
  return {
    rules: keys.map((key) => ruleTitle(t, key, seat.area_name)),
    href:
      can['statutes.write'] && first !== undefined
        ? paths.statutesRule(first)
        : `${paths.statutes}#${first ?? ''}`,
  }
}
