import type { Request } from 'express'
import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import { Conflict } from '../../../../models/core/errors.ts'
import { listMembersFrom } from '../../../../models/council/memberships.ts'
import {
  getOfficeholding,
  listOfficeholdings,
  listOfficersOn,
} from '../../../../models/council/offices/offices.ts'
import { statutesOn } from '../../../../models/statutes/versions.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { officeSlots } from '../../../../models/rules/council/officeholding.ts'
import type { Office } from '../../../../models/council/offices/tables.ts'
import { asOf, type AsOf } from '../../../../views/as_of.ts'
import { paths } from '../../../../views/paths.ts'
import { vacantChairBox, type VacantChairBox } from './vacant_chair.ts'
import { readerOf } from '../../../web/reader.ts'

export const OFFICES: readonly Office[] = ['chair', 'vice_chair']

/** office/register/offices. */
export interface OfficesPage {
  asOf: AsOf
  now: {
    office: Office
    holder: { name: string; href: string; starts_on: IsoDate; ends_on: IsoDate; leavingHref: string } | null
  }[]
  /** The chair has left, and no new one has been chosen. */
  vacantChair: VacantChairBox | null
  canSwap: boolean
  /** The council has no chair at all. */
  none: boolean
  /** Everybody who holds, held or will hold an office, the newest first; only on the page of today. */
  history: {
    office: Office
    name: string
    starts_on: IsoDate
    ends_on: IsoDate
    decided_on: IsoDate
    decided_by: string
    voidHref: string
  }[]
}

/** Who holds the offices on the day; on today's page also who has held them, and what can be done. */
export async function officesPage(req: Request, asked?: IsoDate): Promise<OfficesPage> {
  const then = asOf(readerOf(req), paths.offices, asked)
  const { day, isToday } = then
  const { statutes } = await statutesOn(req.db, day)
  const officers = await listOfficersOn(req.db, day)
  const now = officeSlots(statutes.rules.offices.value).map(({ office, number }) => {
    const held = officers.find((officer) => officer.office === office && officer.number === number)
    if (!held) return { office, holder: null }
    const { id, person, person_id, starts_on, ends_on } = held
    const holder = { name: person, href: paths.person(person_id), starts_on, ends_on }
    return { office, holder: { ...holder, leavingHref: paths.officeLeaving(id) } }
  })
  const history = isToday ? await listOfficeholdings(req.db) : []
  return {
    asOf: then,
    now,
    vacantChair: isToday ? await vacantChairBox(req) : null,
    canSwap: isToday && isOneOfEach(statutes.rules.offices.value) && now.every(({ holder }) => holder),
    none: now.length === 0,
    history: history.map(({ id, office, person, starts_on, ends_on, decided_on, decided_by }) => ({
      ...{ office, name: person, starts_on, ends_on, decided_on, decided_by },
      voidHref: paths.voidOffice(id),
    })),
  }
}

/** A chair and a vice chair: with more of either, nobody could say who changes places with whom. */
function isOneOfEach(offices: readonly Office[]): boolean {
  return offices.length === 2 && new Set(offices).size === 2
}

/** office/register/office_form. */
export interface OfficeFormPage {
  /** The office to choose beforehand: the first that nobody holds. */
  office: Office | undefined
  offices: Office[]
  members: { id: number; text: string }[]
  today: IsoDate
  decidedBy: string
}

export async function officeFormPage(req: Request): Promise<OfficeFormPage> {
  const today = req.clock.today()
  const { statutes } = await statutesOn(req.db, today)
  const officers = await listOfficersOn(req.db, today)
  const slots = officeSlots(statutes.rules.offices.value)
  const free = slots.find(
    ({ office, number }) => !officers.some((held) => held.office === office && held.number === number),
  )
  const members = await listMembersFrom(req.db, today)
  return {
    office: free?.office,
    offices: [...new Set(slots.map(({ office }) => office))],
    members: members.map(({ id, person, seat, starts_on }) => {
      const key = starts_on > today ? 'register.offices.coming_member' : 'register.offices.member'
      return {
        id,
        text: req.t(key, { name: person, seat: seat.label, date: formatDate(starts_on, req.lang) }),
      }
    }),
    today,
    decidedBy: officersChosenBy(req, statutes),
  }
}

/** Who chooses the officers, as the statutes say; the council itself where they say nothing. */
function officersChosenBy(req: Request, statutes: Statutes): string {
  const chosen = statutes.rules.officersChosen?.value
  return typeof chosen === 'object' ? chosen.appointedBy : councilName(req)
}

/** The council decides for itself who is chair, so its own name is there beforehand. */
export function councilName(req: Request): string {
  return req.house.council.name
}

/** office/register/office_leaving. */
export interface OfficeLeavingPage {
  name: string
  office: Office
  action: string
  starts_on: IsoDate
  ends_on: IsoDate
  today: IsoDate
}

export async function officeLeavingPage(req: Request, id: number): Promise<OfficeLeavingPage> {
  const { person: name, office, starts_on, ends_on } = await getOfficeholding(req.db, id)
  return { name, office, action: paths.officeLeaving(id), starts_on, ends_on, today: req.clock.today() }
}

/** office/register/office_void. */
export interface OfficeVoidPage {
  name: string
  office: Office
  action: string
  starts_on: IsoDate
  ends_on: IsoDate
}

export async function officeVoidPage(req: Request, id: number): Promise<OfficeVoidPage> {
  const { person: name, office, starts_on, ends_on, voided_on } = await getOfficeholding(req.db, id)
  if (voided_on !== null) throw new Conflict('office_voided')
  return { name, office, action: paths.voidOffice(id), starts_on, ends_on }
}
