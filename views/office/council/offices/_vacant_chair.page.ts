import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { VacantChair } from '../../../../models/meetings/vacant_chair.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface VacantChairPart {
  options: VacantChairBox
}

export interface VacantChairBox {
  left: string
  leftOn: IsoDate
  since: IsoDate
  acting: string | null
  meeting: { on: IsoDate; href: string } | null
  /** Empty when no meeting is planned. */
  meetings: { value: string; text: string }[]
  /** Where the choice is put on a meeting; null for a reader who may not do that. */
  action: string | null
  planHref: string | null
}

export function vacantChairBox({ can, lang }: Reader, vacant: VacantChair): VacantChairBox {
  const { left, since, acting, meeting, coming } = vacant
  return {
    left: left.person,
    leftOn: left.ends_on,
    since,
    acting: acting?.person ?? null,
    meeting: meeting ? { on: meeting.held_on, href: paths.meeting(meeting.id) } : null,
    meetings: coming.map(({ id, title, held_on }) => ({
      value: String(id),
      text: `${title}, ${formatDate(held_on, lang)}`,
    })),
    action: can['offices.write'] ? paths.chairItem(left.id) : null,
    planHref: can['meetings.plan'] ? paths.newMeeting : null,
  }
}
