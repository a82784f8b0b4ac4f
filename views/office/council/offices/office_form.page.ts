import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { MembershipId } from '../../../../models/core/ids.ts'
import type { MembershipOfPerson } from '../../../../models/council/memberships.ts'
import { officeSlots, type OfficeSlot } from '../../../../models/rules/council/officeholding.ts'
import { officesOf, type Office, type OfficeKey } from '../../../../models/statutes/offices.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { officeName } from '../../../partials/statutes/office_words.ts'
import type { Reader } from '../../../reader.ts'

export interface OfficeFormPage {
  /** Chosen beforehand: the first office without a holder. */
  office: OfficeKey | undefined
  offices: { value: OfficeKey; text: string }[]
  members: { id: MembershipId; text: string }[]
  today: IsoDate
  decidedBy: string
}

/** `council` is the council's own name, for what it decides itself. */
export function officeFormPage(
  reader: Reader,
  council: string,
  {
    statutes,
    officers,
    members,
  }: { statutes: Statutes; officers: readonly OfficeSlot[]; members: readonly MembershipOfPerson[] },
): OfficeFormPage {
  const offices = officesOf(statutes)
  const free = officeSlots(offices).find(
    ({ office, number }) => !officers.some((held) => held.office === office && held.number === number),
  )
  const chosen = offices.find(({ key }) => key === free?.office) ?? offices[0]
  return {
    office: free?.office,
    offices: [...new Set(offices.map(({ key }) => key))].map((key) => ({
      value: key,
      text: officeName(reader, offices, key),
    })),
    members: members.map((member) => ({ id: member.id, text: memberText(reader, member) })),
    today: reader.today,
    decidedBy: chooserOf(chosen, council),
  }
}

function memberText(
  { t, lang, today }: Reader,
  { person: name, seat, starts_on }: MembershipOfPerson,
): string {
  const key = starts_on > today ? 'register.offices.coming_member' : 'register.offices.member'
  return t(key, { name, seat: seat.label, date: formatDate(starts_on, lang) })
}

function chooserOf(office: Office | undefined, council: string): string {
  return typeof office?.chosenBy === 'object' ? office.chosenBy.appointedBy : council
}
