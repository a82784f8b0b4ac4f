import type { ElectionRow } from '../../../models/elections/tables.ts'
import type { SystemLine } from '../../../models/rules/elections/readiness/lines.ts'
import type { TickKey } from '../../../models/rules/elections/readiness/ticks.ts'
import type { Translate } from '../../reader.ts'

export interface SeenWords {
  name: string
  said: string
  /** What to do; empty when it is ready. */
  ifNot: string
}

/** What stands on the page and on paper of a line that the program sees by itself. */
export function seenWords(
  t: Translate,
  means: ElectionRow['means'],
  { key, state, says, figures: measured }: SystemLine,
): SeenWords {
  const figures = key === 'disk' ? sizesOf(measured) : measured
  const also = key === 'backup' && means !== 'paper' ? ` ${t('elections.readiness.no_copy')}` : ''
  return {
    name: t(`elections.readiness.seen.${key}.name`),
    said: t(`elections.readiness.seen.${key}.${says}`, figures) + also,
    ifNot: state === 'ready' ? '' : t(`elections.readiness.seen.${key}.if_not`, figures),
  }
}

/** From this many megabytes on a size is told in whole gigabytes: nobody compares five digits the day before polls open. */
const TOLD_IN_GIGABYTES = 10_000

/** "210 MB", "25 GB". What is there is rounded down, what is needed up. */
function sizesOf(figures: SystemLine['figures']): Record<string, string> {
  const told = Object.entries(figures).map(([name, megabytes]): [string, string] => {
    if (Number(megabytes) < TOLD_IN_GIGABYTES) return [name, `${megabytes} MB`]
    const gigabytes = Number(megabytes) / 1000
    return [name, `${name === 'free' ? Math.floor(gigabytes) : Math.ceil(gigabytes)} GB`]
  })
  return Object.fromEntries(told)
}

export function tickName(t: Translate, key: TickKey): string {
  return t(`elections.readiness.ticks.${key}.name`)
}

/** "tag en lampe med." */
export function tickIfNot(t: Translate, key: TickKey): string {
  return t(`elections.readiness.ticks.${key}.if_not`)
}
