import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import type { Choice } from '../../../partials/form/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { bodyChoices } from './words.ts'

export interface NobodyPage {
  seat: string
  action: string
  back: string
  bodies: Choice[]
  /** The only organisation that is asked, so that the form asks for no choice. */
  only: Choice | undefined
  body: string
  today: IsoDate
}

/** `asked` is the organisation of the link that led here. */
export function nobodyPage({ today }: Reader, { id, seat, bodies }: Nomination, asked: unknown): NobodyPage {
  return {
    seat: seat.label,
    action: paths.nominationRefusal(id),
    back: paths.nomination(id),
    ...bodyChoices(bodies),
    body: typeof asked === 'string' ? asked : '',
    today,
  }
}
