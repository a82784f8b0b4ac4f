import type { Instant, IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId, PersonId } from '../../core/ids.ts'
import type { IncidentAnswer } from '../../rules/elections/incidents/signing.ts'
import { bodyNamer } from '../../bodies/names.ts'
import type { AccountRow, SignInLinkRow } from '../../accounts/tables.ts'

/** Never the password's hash, only whether there is a password. */
export interface InsightAccount extends Pick<
  AccountRow,
  'id' | 'name' | 'email' | 'role' | 'made_on' | 'closed_on'
> {
  hasPassword: boolean
  places: string[]
  links: { purpose: SignInLinkRow['purpose']; expires_at: Instant; used_at: Instant | null }[]
}

/** What the account did with what had happened to a candidate. */
type IncidentDuty = 'incident_written' | 'incident_signed' | 'incident_refused' | 'incident_withdrawn'

export interface InsightDuty {
  kind: 'board' | 'counted' | 'certified' | 'named_holders' | 'held_slip' | 'investigated' | IncidentDuty
  election_id: ElectionId
  area_slug: string
  area_name: string
  polling_on: IsoDate
  /** null for a place on the board, which has no date. */
  on: IsoDate | null
}

/** Closed accounts too. */
export async function listAccountsOf(db: Db, personId: PersonId, today: IsoDate): Promise<InsightAccount[]> {
  const accounts = await db('accounts').where({ person_id: personId }).orderBy('id')
  const ids = accounts.map(({ id }) => id)
  const places = await db('account_places').whereIn('account_id', ids).orderBy('body_id')
  const links = await db('sign_in_links').whereIn('account_id', ids).orderBy('expires_at')
  const nameOf = await bodyNamer(db)
  return accounts.map(({ id, name, email, role, made_on, closed_on, password_hash }) => ({
    ...{ id, name, email, role, made_on, closed_on, hasPassword: password_hash !== null },
    places: places.filter((one) => one.account_id === id).map(({ body_id }) => nameOf(body_id, today)),
    links: links
      .filter((one) => one.account_id === id)
      .map(({ purpose, expires_at, used_at }) => ({ purpose, expires_at, used_at })),
  }))
}

export async function listDutiesOf(db: Db, accounts: readonly number[]): Promise<InsightDuty[]> {
  const rows = (
    table:
      | 'election_board'
      | 'counts'
      | 'certifications'
      | 'box_custodies'
      | 'finding_signatures'
      | 'election_incidents'
      | 'incident_answers',
    ...columns: string[]
  ) =>
    db(table as string)
      .join('elections', 'elections.id', `${table}.election_id`)
      .join('areas', 'areas.id', 'elections.area_id')
      .whereIn(`${table}.account_id`, [...accounts])
      .orderBy('elections.polling_on')
      .orderBy('elections.id')
      .select<Omit<InsightDuty, 'kind'>[]>(
        ...[`${table}.election_id`, 'areas.slug as area_slug', 'areas.name as area_name'],
        ...['elections.polling_on', ...columns],
      )
  const boards = await rows('election_board')
  const counts = await rows('counts', 'counts.made_on as on')
  const certifications = await rows('certifications', 'certifications.certified_on as on')
  const named = await rows('box_custodies', 'box_custodies.made_on as on')
  const held = await listSlipsOf(db, accounts)
  const signatures = await rows('finding_signatures', 'finding_signatures.signed_on as on')
  const incidents = await rows('election_incidents', 'election_incidents.recorded_on as on')
  const answers = await listAnswersOf(db, accounts)
  return [
    ...boards.map((one) => ({ ...one, kind: 'board' as const, on: null })),
    ...counts.map((one) => ({ ...one, kind: 'counted' as const })),
    ...certifications.map((one) => ({ ...one, kind: 'certified' as const })),
    ...named.map((one) => ({ ...one, kind: 'named_holders' as const })),
    ...held.map((one) => ({ ...one, kind: 'held_slip' as const })),
    ...signatures.map((one) => ({ ...one, kind: 'investigated' as const })),
    ...incidents.map((one) => ({ ...one, kind: 'incident_written' as const })),
    ...answers.map(({ answer, ...one }) => ({ ...one, kind: `incident_${answer}` as const })),
  ]
}

async function listAnswersOf(db: Db, accounts: readonly number[]) {
  return db('incident_answers')
    .join('elections', 'elections.id', 'incident_answers.election_id')
    .join('areas', 'areas.id', 'elections.area_id')
    .whereIn('incident_answers.account_id', [...accounts])
    .orderBy('elections.polling_on')
    .orderBy('incident_answers.incident_id')
    .select<(Omit<InsightDuty, 'kind'> & { answer: IncidentAnswer })[]>(
      ...['incident_answers.election_id', 'areas.slug as area_slug', 'areas.name as area_name'],
      ...['elections.polling_on', 'incident_answers.answered_on as on', 'incident_answers.answer'],
    )
}

/** The key slips that were held, of every naming of holders. */
async function listSlipsOf(db: Db, accounts: readonly number[]) {
  return db('box_slips')
    .join('box_custodies', 'box_custodies.id', 'box_slips.custody_id')
    .join('elections', 'elections.id', 'box_custodies.election_id')
    .join('areas', 'areas.id', 'elections.area_id')
    .whereIn('box_slips.account_id', [...accounts])
    .orderBy('elections.polling_on')
    .orderBy('box_slips.id')
    .select<Omit<InsightDuty, 'kind'>[]>(
      ...['box_custodies.election_id', 'areas.slug as area_slug', 'areas.name as area_name'],
      ...['elections.polling_on', 'box_custodies.made_on as on'],
    )
}
