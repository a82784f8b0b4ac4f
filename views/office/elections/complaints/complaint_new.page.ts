import type { IsoDate } from '../../../../models/core/dates.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface ComplaintNewPage {
  head: ElectionHead
  action: string
  backHref: string
  open: boolean
  today: IsoDate
  by: string
}

/** `by` is the name of the signed-in reader. */
export function complaintNewPage(reader: Reader, election: Election, by: string): ComplaintNewPage {
  return {
    head: headOf(reader, election),
    action: paths.newComplaint(election.id),
    backHref: paths.complaints(election.id),
    open: allows(election.status, 'receiveComplaint'),
    today: reader.today,
    by,
  }
}
