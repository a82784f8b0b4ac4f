import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { bodyForm, type BodyForm } from './body_form.ts'

export interface AddressPage extends BodyForm {
  address: string
  today: IsoDate
}

export function addressPage({ today }: Reader, body: BodyInFull): AddressPage {
  return { ...bodyForm(body, paths.bodyAddress), address: body.addressThen ?? '', today }
}
