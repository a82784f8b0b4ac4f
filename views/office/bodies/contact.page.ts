import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import { paths } from '../../paths.ts'
import { bodyForm, type BodyForm } from './body_form.ts'

export interface ContactPage extends BodyForm {
  contact: { name: string; email: string; phone: string; address: string }
}

export function contactPage(body: BodyInFull): ContactPage {
  const { contact } = body
  return {
    ...bodyForm(body, paths.bodyContact),
    contact: {
      name: contact?.name ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? '',
      address: contact?.postal_address ?? '',
    },
  }
}
