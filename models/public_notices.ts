import type { IsoDate } from './dates.ts'
import type { Db } from './db.ts'
import { publicationsOf } from './register/publications.ts'
import { getStatutesVersion } from './register/statutes.ts'
import { findArea, type PlaceArea } from './rules/statutes.ts'
import type { ElectionRow, ElectionStatus, MeetingRow } from './tables.ts'

/** What the public follows as it happens: from the call for candidates until complaints are over. */
const UNDER_WAY: readonly ElectionStatus[] = [
  'nominating',
  'listed',
  'polling',
  'closed',
  'counted',
  'lot_required',
  'uncontested',
  'unfilled',
  'certified',
]

const SHOWN = [
  'id',
  'kind',
  'status',
  'place',
  'candidates_by',
  'polling_on',
  'opens_at',
  'closes_at',
  'complaints_until',
] as const

type Shown = Pick<ElectionRow, (typeof SHOWN)[number]>

export interface PublicElection extends Shown {
  area: string
  wording: PlaceArea['wording']
  /** Those elected, once the result is certified, as far as their names may be shown. */
  elected: string[]
}

type Row = Shown & { area: string; area_slug: string; statutes_version_id: number }

/** The elections under way, the next polling day first. Nothing of a count is here before it is certified. */
export async function publicElectionsUnderWay(db: Db): Promise<PublicElection[]> {
  const rows = await db('elections')
    .join('areas', 'areas.id', 'elections.area_id')
    .whereIn('status', UNDER_WAY)
    .orderBy(['polling_on', 'areas.position', 'elections.id'])
    .select<Row[]>(
      ...SHOWN.map((column) => `elections.${column}`),
      'statutes_version_id',
      'areas.name as area',
      'areas.slug as area_slug',
    )
  return Promise.all(
    rows.map(async ({ area_slug, statutes_version_id, ...election }) => {
      const { statutes } = await getStatutesVersion(db, statutes_version_id)
      const area = findArea(statutes, area_slug)
      const wording = area?.kind === 'place' ? area.wording : 'på'
      return { ...election, wording, elected: await electedIn(db, election) }
    }),
  )
}

async function electedIn(db: Db, election: Shown): Promise<string[]> {
  if (election.status !== 'certified') return []
  const elected = await db('memberships')
    .join('candidacies', 'candidacies.id', 'memberships.candidacy_id')
    .where('candidacies.election_id', election.id)
    .orderBy('memberships.id')
    .select<{ person_id: number; name: string }[]>('memberships.person_id', 'candidacies.name')
  const ids = elected.map(({ person_id }) => person_id)
  const published = await publicationsOf(db, ids)
  return elected.filter(({ person_id }) => published.get(person_id)?.name.published).map(({ name }) => name)
}

export type PublicMeeting = Pick<MeetingRow, 'title' | 'held_on' | 'starts_at' | 'place'>

/** The next meeting from the day on; what is on its agenda is not told here. */
export async function nextPublicMeeting(db: Db, today: IsoDate): Promise<PublicMeeting | null> {
  const meeting = await db('meetings')
    .where('held_on', '>=', today)
    .orderBy('held_on')
    .orderBy('starts_at')
    .first('title', 'held_on', 'starts_at', 'place')
  return meeting ?? null
}
