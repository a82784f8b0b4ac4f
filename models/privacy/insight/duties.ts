import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { AccountId, ElectionId } from '../../core/ids.ts'
import { keysOf } from '../../core/records.ts'

/** Where it stands that an account did something at an election: by the account's id, never by its name. */
interface Source {
  table: string
  account: string
  /** The day it was done on; left out where no day is kept. */
  on?: string
  only?: Readonly<Record<string, string>>
}

const SOURCES = {
  board: [{ table: 'election_board', account: 'account_id' }],
  counted: [{ table: 'counts', account: 'account_id', on: 'counts.made_on' }],
  certified: [{ table: 'certifications', account: 'account_id', on: 'certifications.certified_on' }],
  named_holders: [{ table: 'box_custodies', account: 'account_id', on: 'box_custodies.made_on' }],
  held_slip: [{ table: 'box_slips', account: 'account_id', on: 'box_custodies.made_on' }],
  shown_slip: [{ table: 'box_slip_keys', account: 'account_id', on: 'box_slip_keys.shown_on' }],
  copied_slip: [{ table: 'box_slip_copies', account: 'account_id', on: 'box_slip_copies.copied_on' }],
  tried_slip: [{ table: 'box_slip_trials', account: 'account_id', on: 'box_slip_trials.tried_on' }],
  typed_slip: [{ table: 'box_sitting_slips', account: 'account_id' }],
  entered_papers: (['first_account_id', 'second_account_id'] as const).map((account) => ({
    ...{ table: 'paper_entry_pairs', account, on: 'paper_entry_pairs.began_on' },
  })),
  at_the_box: (['first_account_id', 'second_account_id'] as const).map((account) => ({
    ...{ table: 'paper_entry_turns', account },
  })),
  printed_votes: [{ table: 'box_prints', account: 'account_id', on: 'box_prints.printed_on' }],
  on_telephone: [{ table: 'lot_calls', account: 'account_id', on: 'lot_calls.called_on' }],
  investigated: [{ table: 'finding_signatures', account: 'account_id', on: 'finding_signatures.signed_on' }],
  incident_written: [
    { table: 'election_incidents', account: 'account_id', on: 'election_incidents.recorded_on' },
  ],
  incident_signed: answered('signed'),
  incident_refused: answered('refused'),
  incident_withdrawn: answered('withdrawn'),
} satisfies Readonly<Record<string, readonly Source[]>>

function answered(answer: string): Source[] {
  const table = 'incident_answers'
  return [{ table, account: 'account_id', on: `${table}.answered_on`, only: { [`${table}.answer`]: answer } }]
}

/** For the tables that do not name the election: the table on the way to it, and the column that points there. */
const ON_THE_WAY: Readonly<Record<string, readonly [table: string, by: string]>> = {
  box_slips: ['box_custodies', 'custody_id'],
  box_slip_keys: ['box_slips', 'slip_id'],
  box_slip_copies: ['box_slip_keys', 'slip_key_id'],
  box_slip_trials: ['box_slip_keys', 'slip_key_id'],
}

export interface InsightDuty {
  kind: keyof typeof SOURCES
  election_id: ElectionId
  area_slug: string
  area_name: string
  polling_on: IsoDate
  on: IsoDate | null
}

/** A test holds the list against every column that points at an account. */
export async function listDutiesOf(db: Db, accounts: readonly AccountId[]): Promise<InsightDuty[]> {
  const duties: InsightDuty[] = []
  for (const kind of keysOf(SOURCES))
    for (const source of SOURCES[kind])
      duties.push(...(await listFrom(db, source, accounts)).map((one) => ({ ...one, kind })))
  return duties
}

async function listFrom(
  db: Db,
  { table, account, on, only = {} }: Source,
  accounts: readonly AccountId[],
): Promise<Omit<InsightDuty, 'kind'>[]> {
  const query = db(table)
    .whereIn(`${table}.${account}`, [...accounts])
    .where(only)
  let at = table
  for (let way = ON_THE_WAY[at]; way; way = ON_THE_WAY[at]) {
    const [next, by] = way
    void query.join(next, `${next}.id`, `${at}.${by}`)
    at = next
  }
  return query
    .join('elections', 'elections.id', `${at}.election_id`)
    .join('areas', 'areas.id', 'elections.area_id')
    .orderBy('elections.polling_on')
    .orderBy('elections.id')
    .select<Omit<InsightDuty, 'kind'>[]>(
      ...['elections.id as election_id', 'areas.slug as area_slug', 'areas.name as area_name'],
      ...['elections.polling_on', on ? `${on} as on` : db.raw('null as "on"')],
    )
}
