import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { CandidacyId, Id, PersonId } from '../../core/ids.ts'
import { NotFound } from '../../core/errors.ts'
import { listErasuresOf } from '../erasures.ts'
import type { PersonPublicationRow, PersonRow } from '../../people/tables.ts'
import type { FormalAppointmentRow } from '../../council/formal/tables.ts'
import type { CandidatePhotoRow } from '../../elections/candidates/tables.ts'
import { listWrittenIncidents, type Incident } from '../../elections/incidents/incidents.ts'
import type { AttendanceStatus } from '../../meetings/tables.ts'
import type { ErasureRow } from '../tables.ts'
import { listAccountsOf, type InsightAccount } from './accounts.ts'
import { listDutiesOf, type InsightDuty } from './duties.ts'
import { listImportsOf, type InsightImport } from './imports.ts'
import { listEventsAbout, type InsightEvent } from './log.ts'
import { listAllMembershipsOf, type MembershipOfPerson } from '../../council/memberships.ts'
import { getPerson } from '../../people/people.ts'
import { listCandidaciesOf, type PersonCandidacy } from '../../elections/candidates/of_person.ts'
import { listGroundsOf, type PersonGround } from '../../council/grounds/of_person.ts'
import { listNominationsOf, type PersonNomination } from '../../renewal/nominations/of_person.ts'
import { listOfficesOf, type PersonOffice } from '../../council/offices/of_person.ts'
import { listSubstitutesOf, type PersonSubstitute } from '../../council/substitutes/of_person.ts'
import { listBodies } from '../../bodies/bodies.ts'

/** GDPR, article 15; struck-out rows too. personal_data maps the columns, and a test finds a forgotten one. */
export interface Insight {
  person: PersonRow
  /** The drop-in centre that messages go through. */
  contactPlace: string | null
  /** Oldest first. */
  erasures: ErasureRow[]
  /** Every answer, the oldest first. */
  publications: PersonPublicationRow[]
  memberships: (MembershipOfPerson & { formal: FormalAppointmentRow | undefined })[]
  offices: PersonOffice[]
  substitutes: PersonSubstitute[]
  candidacies: (PersonCandidacy & {
    photo: CandidatePhotoRow | undefined
    /** What the electoral board recorded after the first vote, the first one first. */
    incidents: Incident[]
  })[]
  nominations: PersonNomination[]
  grounds: PersonGround[]
  attendance: { held_on: IsoDate; title: string; status: AttendanceStatus }[]
  accounts: InsightAccount[]
  duties: InsightDuty[]
  imports: InsightImport[]
  log: InsightEvent[]
}

/** By id, never by name: another person may have the same name. */
export async function collectInsight(db: Db, personId: PersonId, today: IsoDate): Promise<Insight> {
  const person = await getPerson(db, personId)
  const places = await listBodies(db, today)
  const register = {
    publications: await db('person_publications').where({ person_id: personId }).orderBy('id'),
    memberships: await membershipsWithFormal(db, personId),
    offices: await listOfficesOf(db, personId),
    substitutes: await listSubstitutesOf(db, personId),
    candidacies: await candidaciesInFull(db, personId),
    nominations: await listNominationsOf(db, personId),
    grounds: await listGroundsOf(db, personId),
    attendance: await listMarks(db, personId),
    imports: await listImportsOf(db, personId),
  }
  const accounts = await listAccountsOf(db, personId, today)
  return {
    person,
    contactPlace: places.find(({ id }) => id === person.contact_place_id)?.name ?? null,
    erasures: await listErasuresOf(db, personId),
    ...register,
    accounts,
    duties: await listDutiesOf(db, idsOf(accounts)),
    log: await logOf(db, personId, { ...register, accounts }),
  }
}

async function membershipsWithFormal(db: Db, personId: PersonId): Promise<Insight['memberships']> {
  const memberships = await listAllMembershipsOf(db, personId)
  const written = await db('formal_appointments').whereIn('membership_id', idsOf(memberships))
  return memberships.map((one) => ({
    ...one,
    formal: written.find(({ membership_id }) => membership_id === one.id),
  }))
}

async function candidaciesInFull(db: Db, personId: PersonId): Promise<Insight['candidacies']> {
  const candidacies = await listCandidaciesOf(db, personId)
  const photos = await db('candidate_photos').whereIn('candidacy_id', idsOf(candidacies))
  const incidents = await listIncidentsOf(db, candidacies)
  return candidacies.map((one) => ({
    ...one,
    photo: photos.find(({ candidacy_id }) => candidacy_id === one.id),
    incidents: incidents.filter(({ candidacy_id }) => candidacy_id === one.id),
  }))
}

async function listIncidentsOf(db: Db, candidacies: readonly PersonCandidacy[]): Promise<Incident[]> {
  const found: Incident[] = []
  for (const id of new Set(candidacies.map(({ election_id }) => election_id)))
    found.push(...(await listWrittenIncidents(db, id)))
  return found
}

async function listMarks(db: Db, personId: PersonId): Promise<Insight['attendance']> {
  return db('attendances')
    .join('meetings', 'meetings.id', 'attendances.meeting_id')
    .join('memberships', 'memberships.id', 'attendances.membership_id')
    .where('memberships.person_id', personId)
    .orderBy('meetings.held_on')
    .orderBy('meetings.id')
    .select('meetings.held_on', 'meetings.title', 'attendances.status')
}

async function logOf(
  db: Db,
  person: PersonId,
  of: Pick<
    Insight,
    'memberships' | 'offices' | 'candidacies' | 'accounts' | 'substitutes' | 'imports' | 'nominations'
  >,
): Promise<InsightEvent[]> {
  const ids = {
    person,
    memberships: idsOf(of.memberships),
    offices: idsOf(of.offices),
    candidacies: idsOf(of.candidacies),
    accounts: idsOf(of.accounts),
    substitutes: idsOf(of.substitutes),
    imports: idsOf(of.imports),
    appointedIn: idsOf(of.nominations.filter(({ appointment }) => appointment)),
  }
  return listEventsAbout(
    db,
    ids,
    of.candidacies.map(({ election_id }) => election_id),
  )
}

function idsOf<Known extends Id<string>>(rows: readonly { id: Known }[]): Known[] {
  return rows.map(({ id }) => id)
}

/** Throws NotFound for a missing photo and for another person's. */
export async function getOwnPhoto(
  db: Db,
  personId: PersonId,
  candidacyId: CandidacyId,
): Promise<CandidatePhotoRow> {
  const own = db('candidacies').where({ id: candidacyId, person_id: personId }).select('id')
  const photo = await db('candidate_photos').whereIn('candidacy_id', own).first()
  if (!photo) throw new NotFound(`photo of candidacy ${candidacyId}`)
  return photo
}
