import type { Election } from '../../../../models/elections/elections.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { Readiness as Seen } from '../../../../models/elections/readiness/readiness.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Readiness, SystemKey } from '../../../../models/rules/elections/readiness/lines.ts'
import { isAhead, type TickKey } from '../../../../models/rules/elections/readiness/ticks.ts'
import { formatDate, formatTime } from '../../../../models/core/dates.ts'
import { seenWords, type SeenWords, tickIfNot, tickName } from '../../../partials/elections/readiness.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface ReadinessPage {
  head: ElectionHead
  /** Whether there is a polling day ahead, or people vote already, or it is over. */
  stage: 'ahead' | 'open' | 'none'
  sittings: readonly Sitting[]
  /** What is not ready and not ticked, and what nobody knows. */
  missing: number
  unknown: number
  groups: SeenGroup[]
  ticks: ShownTicks[]
  paperHref: string
  mayTick: boolean
}

/** What is seen of the election and the server, and of each tablet. */
interface SeenGroup {
  /** The tablet's number; null for the others. */
  tablet: number | null
  lines: ShownLine[]
}

interface ShownLine extends SeenWords {
  key: SystemKey
  state: Readiness
  href: string | null
}

interface ShownTicks {
  place: string | null
  action: string
  /** The name of the boxes in the form. */
  field: string
  ticked: TickKey[]
  lines: { key: TickKey; name: string; hint: string; isTicked: boolean }[]
}

export function readinessPage(
  reader: Reader,
  election: Election,
  { lines, ticks, sittings }: Seen & { sittings: readonly Sitting[] },
): ReadinessPage {
  const { id, status } = election
  const shown = lines.map((line) => ({
    ...line,
    ...seenWords(reader.t, election.means, line),
    href: line.state === 'ready' ? null : hrefOf(line.key, id),
  }))
  const lists = ticks.map((list, index) => shownTicks(reader, election, list, index))
  const open = lists.flatMap((list) => list.lines).filter(({ isTicked }) => !isTicked)
  const of = (state: Readiness) => shown.filter((line) => line.state === state).length
  const isOpen = allows(status, 'takeVotes')
  return {
    head: headOf(reader, election),
    stage: isAhead(status) ? 'ahead' : isOpen ? 'open' : 'none',
    sittings,
    missing: of('not_ready') + open.length,
    unknown: of('unknown'),
    groups: groupsOf(shown),
    ticks: lists,
    paperHref: paths.electionPapers(id),
    mayTick: reader.can['elections.run'] && allows(status, 'getReady'),
  }
}

function hrefOf(key: SystemKey, id: Election['id']): string | null {
  switch (key) {
    case 'list':
      return paths.candidateList(id)
    case 'roll':
      return paths.roll(id)
    case 'printed':
    case 'old_papers':
      return paths.electionPapers(id)
    case 'key':
      return paths.box(id)
    case 'tablets':
      return paths.booths(id)
    default:
      return null
  }
}

function groupsOf(lines: readonly (ShownLine & { tablet?: number })[]): SeenGroup[] {
  const tablets = [...new Set(lines.flatMap(({ tablet }) => tablet ?? []))]
  return [null, ...tablets].map((tablet) => ({
    tablet,
    lines: lines.filter((line) => (line.tablet ?? null) === tablet),
  }))
}

/** The first list is what is done once; the others are the places. */
export function ticksField(list: number): string {
  return `ticks_${list}`
}

function shownTicks(
  { t, lang }: Reader,
  { id }: Election,
  { place, lines }: Seen['ticks'][number],
  index: number,
): ShownTicks {
  return {
    place,
    action: paths.readinessTicks(id, index),
    field: ticksField(index),
    ticked: lines.filter(({ tick }) => tick !== null).map(({ key }) => key),
    lines: lines.map(({ key, tick }) => ({
      key,
      name: tickName(t, key),
      hint: tick
        ? t('elections.readiness.ticked', {
            name: tick.recorded_by,
            date: formatDate(tick.recorded_on, lang),
            time: formatTime(tick.recorded_at, lang),
          })
        : t('elections.readiness.if_not', { what: tickIfNot(t, key) }),
      isTicked: tick !== null,
    })),
  }
}
