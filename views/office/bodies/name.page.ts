import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { bodyForm, type BodyForm } from './body_form.ts'

export interface NamePage extends BodyForm {
  today: IsoDate
}

export function namePage({ today }: Reader, body: BodyInFull): NamePage {
  return { ...bodyForm(body, paths.bodyName), today }
}
