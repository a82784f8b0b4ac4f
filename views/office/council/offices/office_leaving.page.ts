import type { IsoDate } from '../../../../models/core/dates.ts'
import type { HeldOffice } from '../../../../models/council/offices/offices.ts'
import type { Office } from '../../../../models/statutes/offices.ts'
import { officeName } from '../../../partials/statutes/office_words.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface OfficeLeavingPage {
  name: string
  office: string
  action: string
  starts_on: IsoDate
  ends_on: IsoDate
  today: IsoDate
}

export function officeLeavingPage(
  reader: Reader,
  known: readonly Office[],
  { id, person: name, office, starts_on, ends_on }: HeldOffice,
): OfficeLeavingPage {
  return {
    name,
    office: officeName(reader, known, office),
    action: paths.officeLeaving(id),
    starts_on,
    ends_on,
    today: reader.today,
  }
}
