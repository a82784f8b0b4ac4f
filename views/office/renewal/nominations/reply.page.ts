import type { IsoDate } from '../../../../models/core/dates.ts'
import type { PersonId } from '../../../../models/core/ids.ts'
import type { Nomination, RecordedAnswer } from '../../../../models/renewal/nominations/nominations.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface ReplyPage {
  seat: string
  name: string
  person: PersonId
  action: string
  back: string
  today: IsoDate
}

export function replyPage(
  { today }: Reader,
  { id, seat }: Nomination,
  { person, person_id }: RecordedAnswer,
): ReplyPage {
  return {
    seat: seat.label,
    name: person,
    person: person_id,
    action: paths.nomineeReply(id),
    back: paths.nomination(id),
    today,
  }
}
