import type { Request } from 'express'
import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import { findVacantChair } from '../../../../models/meetings/vacant_chair.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { paths } from '../../../../views/paths.ts'

/** office/register/_vacant_chair. */
export interface VacantChairBox {
  left: string
  leftOn: IsoDate
  since: IsoDate
  acting: string | null
  meeting: { on: IsoDate; href: string } | null
  /** Meetings to choose among; empty where none is planned. */
  meetings: { value: string; text: string }[]
  /** Where the choice is put on a meeting; null for whoever may not do that. */
  action: string | null
  planHref: string | null
}

export async function vacantChairBox(req: Request): Promise<VacantChairBox | null> {
  const vacant = await findVacantChair(req.db, req.clock.today())
  if (!vacant) return null
  const { left, since, acting, meeting, coming } = vacant
  const can = canOf(userOf(req))
  return {
    ...{ left: left.person, leftOn: left.ends_on, since, acting: acting?.person ?? null },
    meeting: meeting ? { on: meeting.held_on, href: paths.meeting(meeting.id) } : null,
    meetings: coming.map(({ id, title, held_on }) => ({
      value: String(id),
      text: `${title}, ${formatDate(held_on, req.lang)}`,
    })),
    action: can['offices.write'] ? paths.chairItem(left.id) : null,
    planHref: can['meetings.plan'] ? paths.newMeeting : null,
  }
}
