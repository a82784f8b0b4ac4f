import type { Measure } from './measures.ts'

/** Places named for each measure that is not kept. */
const NAMED = 10

export function reportOf(measures: readonly Measure[]): string {
  const width = Math.max(...measures.map(({ name }) => name.length))
  return measures.flatMap((one) => [`${one.name.padEnd(width)}  ${valueOf(one)}`, ...places(one)]).join('\n')
}

function valueOf({ value, limit, kept, held }: Measure): string {
  if (!limit) return String(value)
  const range = limit.least === undefined ? `at most ${limit.most}` : `${limit.least} to ${limit.most}`
  const verdict = kept ? '' : held ? '  MISSED' : '  missed, not yet held'
  return `${value} (${range})${verdict}`
}

function places({ where }: Measure): string[] {
  const more = where.length - NAMED
  const named = where.slice(0, NAMED).map((place) => `    ${place}`)
  return more > 0 ? [...named, `    and ${more} more`] : named
}
