import type { IsoDate } from '../../../../models/core/dates.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { IncidentRow } from '../../../../models/elections/incidents/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { Pause } from '../../../../models/elections/polling/pauses.ts'
import type { PollingClosingRow, PollingOpeningRow } from '../../../../models/elections/polling/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { crossesIn } from '../../../../models/rules/elections/marks.ts'
import { crossesSaid } from '../../../partials/elections/crosses.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, nameFinder, type ElectionHead } from '../head.ts'
import type { TablePage } from './polling_table.ts'

export interface PollingPage {
  head: ElectionHead
  action: string
  candidates: string[]
  mayOpen: boolean
  day: 'coming' | 'today' | 'past'
  mayClose: boolean
  opening: PollingOpeningRow | null
  closing: PollingClosingRow | null
  pauses: Pause[]
  /** The day of the last sitting. */
  lastDay: IsoDate
  closesAt: string
  now: string
  user: string
  closingHref: string
  /** "højst 2 krydser" */
  crosses: string
  /** null when there is no tablet, or when it is too early or too late to lock the box. */
  boxHref: string | null
  rollHref: string
  incidentsHref: string
  /** What happened to candidates, in words for those who stand at the table. */
  incidents: string[]
  /** null when polling is not open. */
  table: TablePage | null
}

export interface PollingRows {
  candidates: readonly Pick<CandidacyRow, 'id' | 'name'>[]
  incidents: readonly IncidentRow[]
  sittings: readonly [Sitting, ...Sitting[]]
  opening: PollingOpeningRow | undefined
  closing: PollingClosingRow | undefined
  pauses: Pause[]
}

/** `time` is the time of day, `by` the name of the signed-in reader. */
export function pollingPage(
  reader: Reader,
  election: Election,
  { candidates, incidents, sittings, opening, closing, pauses }: PollingRows,
  { time, by, table }: { time: string; by: string; table: TablePage | null },
): PollingPage {
  const { id, status, opens_at } = election
  const runs = reader.can['elections.run']
  const [first] = sittings
  const last = sittings.at(-1) ?? first
  const day = dayOf(reader, first, last)
  const said = crossesSaid(crossesIn(election))
  const isStopped = allows(status, 'closeStopped')
  const told = incidents.filter(({ effect }) => (isStopped ? effect === 'stops' : table !== null))
  return {
    head: headOf(reader, election),
    action: paths.pollingOpening(id),
    candidates: candidates.map(({ name }) => name),
    mayOpen: allows(status, 'openPolling') && runs && day !== 'coming',
    day,
    mayClose: allows(status, 'closePolling') && runs,
    opening: opening ?? null,
    closing: closing ?? null,
    pauses,
    lastDay: last.held_on,
    closesAt: (sittings.find(({ held_on }) => held_on === reader.today) ?? last).closes_at,
    now: day === 'past' ? opens_at : time,
    user: by,
    closingHref: paths.pollingClosing(id),
    crosses: reader.t(`public_election.crosses.${said.wording}`, said.figures),
    boxHref: hasBooth(election) && allows(status, 'openPolling') ? paths.box(id) : null,
    rollHref: paths.roll(id),
    incidentsHref: paths.incidents(id),
    incidents: told.map((one) => incidentLine(reader, candidates, one)),
    table,
  }
}

function incidentLine({ t }: Reader, candidates: PollingRows['candidates'], one: IncidentRow): string {
  const name = nameFinder(candidates)(one.candidacy_id)
  return `${name}: ${t(`elections.incidents.kinds.${one.because}`)}. ${t(`elections.incidents.effects.${one.effect}`)}`
}

function dayOf({ today }: Reader, first: Sitting, last: Sitting): PollingPage['day'] {
  if (first.held_on > today) return 'coming'
  return last.held_on >= today ? 'today' : 'past'
}
