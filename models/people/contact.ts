import type { ContactBy } from './tables.ts'
import type { BodyId } from '../core/ids.ts'
import { danishPhone } from '../core/phones.ts'

export interface Contact {
  contact_by: ContactBy
  contact_place_id: BodyId | null
  email: string | null
  phone: string | null
}

/** Reads the line that a candidate left: an e-mail address, a Danish telephone number, or else the drop-in centre. */
export function contactFrom(line: string | null, placeId: BodyId | undefined): Contact {
  const written = line?.trim() ?? ''
  const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written) ? written : null
  const phone = danishPhone(written) ?? null
  const contact_by = email !== null ? 'email' : phone !== null ? 'phone' : 'place'
  return { contact_by, contact_place_id: placeId ?? null, email, phone }
}
