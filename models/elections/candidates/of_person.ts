import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId, PersonId } from '../../core/ids.ts'
import { stateIn, type RecordDocument } from '../record/document.ts'
import { readRecord } from '../record/record.ts'
import {
  candidacyOutcome,
  type CandidacyOutcome,
  type RecordedOutcome,
} from '../../rules/elections/candidacy_outcome.ts'
import { dateBy, happenedBy } from '../../rules/core/known_by.ts'
import { facts } from '../../rules/elections/state.ts'
import { isListed } from '../../rules/elections/candidate_list.ts'
import type { ElectionRow } from '../tables.ts'
import type { CandidacyRow } from './tables.ts'

export interface PersonCandidacy extends CandidacyRow {
  election: Pick<ElectionRow, 'kind' | 'status' | 'polling_on' | 'term_id'> & {
    id: ElectionId
    area_slug: string
    area_name: string
    /** The list of candidates is approved, so that the public may know it. */
    listed: boolean
  }
  outcome: CandidacyOutcome
}

type Row = CandidacyRow &
  Pick<ElectionRow, 'kind' | 'status' | 'polling_on' | 'term_id' | 'list_version'> & {
    area_slug: string
    area_name: string
  }

/** The newest polling day comes first. The elections are as they were known on the day `by`. */
export async function listCandidaciesOf(
  db: Db,
  personId: PersonId,
  by?: IsoDate,
): Promise<PersonCandidacy[]> {
  const rows = await db('candidacies')
    .join('elections', 'elections.id', 'candidacies.election_id')
    .join('areas', 'areas.id', 'elections.area_id')
    .where('candidacies.person_id', personId)
    .orderBy('elections.polling_on', 'desc')
    .orderBy('candidacies.id', 'desc')
    .select<Row[]>(
      ...['candidacies.*', 'elections.kind', 'elections.status', 'elections.polling_on', 'elections.term_id'],
      ...['elections.list_version', 'areas.slug as area_slug', 'areas.name as area_name'],
    )
  const records = await newestRecords(db, rows, by)
  return rows
    .filter(({ consented_on }) => happenedBy(consented_on, by))
    .map((row) => personCandidacy(row, records.get(row.election_id), by))
}

/** A result that is being counted again is not one, until it is certified anew. */
async function newestRecords(
  db: Db,
  rows: readonly Row[],
  by: IsoDate | undefined,
): Promise<Map<ElectionId, RecordDocument>> {
  const decided = rows.filter(({ status }) => by !== undefined || !facts(status).underWay)
  const records = await db('records')
    .whereIn(
      'election_id',
      decided.map(({ election_id }) => election_id),
    )
    .orderBy('id')
    .select('election_id', 'document', 'made_on')
  return new Map(
    records
      .filter(({ made_on }) => happenedBy(made_on, by))
      .map(({ election_id, document }) => [election_id, readRecord({ document })]),
  )
}

function outcomeIn(record: RecordDocument): RecordedOutcome {
  return { ...record, made_at: stateIn(record) }
}

function personCandidacy(
  { kind, status, polling_on, term_id, list_version, area_slug, area_name, ...row }: Row,
  record: RecordDocument | undefined,
  by: IsoDate | undefined,
): PersonCandidacy {
  const withdrawn_on = dateBy(row.withdrawn_on, by)
  const listed = isListed({ list_version, status })
  return {
    ...row,
    withdrawn_on,
    election: { id: row.election_id, kind, status, polling_on, term_id, area_slug, area_name, listed },
    outcome: candidacyOutcome(
      { id: row.id, withdrawn: withdrawn_on !== null, calledOff: facts(status).calledOff },
      record && withdrawn_on === null ? outcomeIn(record) : undefined,
    ),
  }
}
