import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { MembershipId, OfficeholdingId, PersonId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { checkDecision, checkOfficeLeaving } from '../../rules/council/office_decision.ts'
import { checkOfficeGroups, checkOfficeholding, slotFor } from '../../rules/council/officeholding.ts'
import { overlaps, type Span } from '../../rules/core/spans.ts'
import type { Statutes } from '../../statutes/document.ts'
import type { AreaRow } from '../../bodies/tables.ts'
import type { MembershipRow } from '../tables.ts'
import type { OfficeholdingRow } from './tables.ts'
import { officesOf, type OfficeKey } from '../../statutes/offices.ts'
import { inOffice, standing } from '../in_office.ts'
import { statutesOn } from '../../statutes/versions.ts'
import { strikeOut } from '../strike_out.ts'

export interface HeldOffice extends OfficeholdingRow {
  person_id: PersonId
  person: string
}

/** Past, present and coming holders, newest first. */
export async function listOfficeholdings(db: Db): Promise<HeldOffice[]> {
  return officeholdings(db).where(standing('officeholdings')).orderBy('officeholdings.starts_on', 'desc')
}

export async function listOfficersOn(db: Db, on: IsoDate): Promise<HeldOffice[]> {
  return officeholdings(db).where(inOffice(on, 'officeholdings')).orderBy('office').orderBy('number')
}

export async function getOfficeholding(db: Db, id: OfficeholdingId): Promise<HeldOffice> {
  const held = await officeholdings(db).where('officeholdings.id', id).first()
  if (!held) throw new NotFound(`officeholding ${id}`)
  return held
}

function officeholdings(db: Db) {
  return db('officeholdings')
    .join('memberships', 'memberships.id', 'officeholdings.membership_id')
    .join('people', 'people.id', 'memberships.person_id')
    .select<HeldOffice[]>('officeholdings.*', 'memberships.person_id', 'people.name as person')
}

export interface OfficeForm {
  office: OfficeKey
  membership_id: MembershipId
  starts_on: IsoDate
  decided_on: IsoDate
  decided_by: string
}

/** The office lasts until the membership ends. It begins on the day of the decision or later. */
export async function electOfficer(db: Db, by: By, form: OfficeForm): Promise<{ id: OfficeholdingId }> {
  return act(db, by, async (trx) => {
    const { office, membership_id, starts_on, decided_on, decided_by } = form
    const today = by.clock.today()
    require(checkDecision({ decidedOn: decided_on, startsOn: starts_on, today }))
    const membership = await trx('memberships').where({ id: membership_id }).where(standing()).first()
    if (!membership) throw new Refused('no_such_person', {}, 'membership_id')
    const number = await requireFree(trx, office, membership, starts_on)
    const id = await insertOfficeholding(trx, { ...form, number, ends_on: membership.ends_on })
    const details = { office, person: membership.person_id, starts_on, decided_on, decided_by }
    return { action: 'office.taken', subject: `officeholding:${id}`, details, result: { id } }
  })
}

/** Returns the office's number, as some councils have two vice chairs. Throws Refused when it is not free. */
async function requireFree(
  trx: Trx,
  office: OfficeKey,
  membership: MembershipRow,
  startsOn: IsoDate,
): Promise<number> {
  const holdings = await listOfficeholdings(trx)
  const { statutes } = await statutesOn(trx, startsOn)
  const wanted = { starts_on: startsOn, ends_on: membership.ends_on }
  const number = slotFor(officesOf(statutes), office, wanted, holdings) ?? 1
  const own = checkOfficeholding({
    statutes,
    office,
    startsOn,
    dueOn: membership.ends_on,
    memberships: [membership],
    officeTaken: holdings.filter((held) => held.office === office && held.number === number),
    otherOffices: holdings.filter((held) => held.membership_id === membership.id),
  })
  const verdict = own.ok ? await checkGroups(trx, statutes, { office, membership, wanted }, holdings) : own
  if (verdict.ok) return number
  // The end is the membership's own, so a wrong end is a wrong choice of member.
  const isOfMember = verdict.field === 'person_id' || verdict.field === 'due_on'
  const reason = verdict.reason === 'end_before_start' ? 'holder_not_member' : verdict.reason
  const params = { until: membership.ends_on, ...verdict.params }
  throw new Refused(reason, params, isOfMember ? 'membership_id' : verdict.field)
}

async function checkGroups(
  trx: Trx,
  statutes: Statutes,
  { office, membership, wanted }: { office: OfficeKey; membership: MembershipRow; wanted: Span },
  holdings: readonly HeldOffice[],
) {
  const inGroup = async (held: { office: OfficeKey; membership_id: MembershipId }) => {
    const area = await trx('memberships')
      .join('seats', 'seats.id', 'memberships.seat_id')
      .join('areas', 'areas.id', 'seats.area_id')
      .where('memberships.id', held.membership_id)
      .first<Pick<AreaRow, 'kind'>>('areas.kind')
    return { office: held.office, kind: area.kind }
  }
  const beside = holdings.filter((held) => held.membership_id !== membership.id && overlaps(held, wanted))
  const holder = await inGroup({ office, membership_id: membership.id })
  return checkOfficeGroups(statutes, holder, await Promise.all(beside.map(inGroup)))
}

/** The caller's act has checked the officeholding. `number` is 1 when left out. */
export async function insertOfficeholding(
  trx: Trx,
  held: Omit<OfficeholdingRow, 'id' | 'number' | 'end_note' | 'voided_on'> & { number?: number },
): Promise<OfficeholdingId> {
  return insertOne(trx, 'officeholdings', {
    ...held,
    number: held.number ?? 1,
    end_note: null,
    voided_on: null,
  })
}

export interface OfficeLeavingForm {
  ends_on: IsoDate
  note?: string | undefined
}

/** Ends an office before the membership. The member keeps the seat. */
export async function leaveOffice(
  db: Db,
  by: By,
  id: OfficeholdingId,
  form: OfficeLeavingForm & { seen: IsoDate },
): Promise<{ id: OfficeholdingId }> {
  return act(db, by, async (trx) => {
    const held = await getOfficeholding(trx, id)
    const { ends_on, note } = form
    if (held.voided_on !== null || held.ends_on !== form.seen)
      throw new Conflict('office_ended', { date: held.ends_on })
    require(checkOfficeLeaving(held, ends_on))
    await shortenOfficeholding(trx, held, ends_on, note)
    const details = { office: held.office, person: held.person_id, ends_on }
    return { action: 'office.left', subject: `officeholding:${id}`, details, result: { id } }
  })
}

/** Moves the last day forward. Throws Conflict when it has been moved already. */
export async function shortenOfficeholding(
  trx: Trx,
  held: Pick<OfficeholdingRow, 'id' | 'ends_on'>,
  to: IsoDate,
  note?: string,
): Promise<void> {
  const moved = await trx('officeholdings')
    .where({ id: held.id, ends_on: held.ends_on })
    .where(standing('officeholdings'))
    .update({ ends_on: to, end_note: note || null })
  if (moved !== 1) throw new Conflict('office_ended', { date: held.ends_on })
}

/** Strikes out an officeholding written by mistake. The row and the member's seat stay. */
export async function voidOffice(
  db: Db,
  by: By,
  id: OfficeholdingId,
  note: string,
): Promise<{ id: OfficeholdingId }> {
  return act(db, by, async (trx) => {
    const held = await getOfficeholding(trx, id)
    if (held.voided_on !== null) throw new Conflict('office_voided')
    await trx('officeholdings').where({ id }).update({ end_note: note })
    await strikeOut(trx, 'officeholdings', id, by.clock.today())
    const details = { office: held.office, person: held.person_id, starts_on: held.starts_on }
    return { action: 'office.voided', subject: `officeholding:${id}`, details, result: { id } }
  })
}
