import type { IsoDate } from '../../../../models/core/dates.ts'
import type { HeldOffice } from '../../../../models/council/offices/offices.ts'
import type { VacantChair } from '../../../../models/meetings/vacant_chair.ts'
import { officeSlots, type OfficeSlot } from '../../../../models/rules/council/officeholding.ts'
import { officesOf, type Office, type OfficeKey } from '../../../../models/statutes/offices.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { asOf, type AsOf } from '../../../as_of.ts'
import { officeName, officesHeading } from '../../../partials/statutes/office_words.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { vacantChairBox, type VacantChairBox } from './_vacant_chair.page.ts'

export interface OfficesPage {
  asOf: AsOf
  heading: string
  now: {
    office: string
    holder: { name: string; href: string; starts_on: IsoDate; ends_on: IsoDate; leavingHref: string } | null
  }[]
  /** null unless the chair has left and no new one has been chosen. */
  vacantChair: VacantChairBox | null
  canSwap: boolean
  none: boolean
  /** Earlier, present and coming officers, the newest first; only on today's page. */
  history: {
    office: string
    name: string
    starts_on: IsoDate
    ends_on: IsoDate
    decided_on: IsoDate
    decided_by: string
    voidHref: string
  }[]
}

/** `known` are the offices of all versions, for the names of earlier ones. */
export interface OfficesOnDay {
  statutes: Statutes
  officers: readonly HeldOffice[]
  history: readonly HeldOffice[]
  known: readonly Office[]
  vacant: VacantChair | undefined
}

export function officesPage(
  reader: Reader,
  asked: IsoDate | undefined,
  { statutes, officers, history, known, vacant }: OfficesOnDay,
): OfficesPage {
  const then = asOf(reader, paths.offices, asked)
  const offices = officesOf(statutes)
  const slots = officeSlots(offices)
  const named = (office: OfficeKey) => officeName(reader, known, office)
  return {
    asOf: then,
    heading: officesHeading(reader, offices),
    now: slots.map((slot) => ({ office: named(slot.office), holder: holderOf(holderIn(officers, slot)) })),
    vacantChair: then.isToday && vacant ? vacantChairBox(reader, vacant) : null,
    canSwap: then.isToday && hasTwoToSwap(offices, slots, officers),
    none: slots.length === 0,
    history: (then.isToday ? history : []).map((held) => ({
      office: named(held.office),
      name: held.person,
      starts_on: held.starts_on,
      ends_on: held.ends_on,
      decided_on: held.decided_on,
      decided_by: held.decided_by,
      voidHref: paths.voidOffice(held.id),
    })),
  }
}

function holderIn(officers: readonly HeldOffice[], { office, number }: OfficeSlot): HeldOffice | undefined {
  return officers.find((held) => held.office === office && held.number === number)
}

function holderOf(held: HeldOffice | undefined): OfficesPage['now'][number]['holder'] {
  if (!held) return null
  const { id, person: name, person_id, starts_on, ends_on } = held
  return { name, href: paths.person(person_id), starts_on, ends_on, leavingHref: paths.officeLeaving(id) }
}

/** With more than one chair or one deputy it is not clear who changes places with whom. */
function hasTwoToSwap(
  offices: readonly Office[],
  slots: readonly OfficeSlot[],
  officers: readonly HeldOffice[],
): boolean {
  return (['leads', 'deputises'] as const).every((fact) => {
    const keys = offices.filter((office) => office[fact]).map(({ key }) => key)
    const [only, ...others] = slots.filter(({ office }) => keys.includes(office))
    return only !== undefined && others.length === 0 && holderIn(officers, only) !== undefined
  })
}
