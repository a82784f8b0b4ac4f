import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { paths } from '../../../paths.ts'

export interface ClosePage {
  seat: string
  action: string
  back: string
}

export function closePage({ id, seat }: Nomination): ClosePage {
  return { seat: seat.label, action: paths.nominationClosing(id), back: paths.nomination(id) }
}
