import type { IsoDate } from '../core/dates.ts'
import type { BodyId, PersonId, PersonPublicationId } from '../core/ids.ts'
import type { Flag } from '../core/tables.ts'

export type ContactBy = 'place' | 'email' | 'phone' | 'post' | 'digital_post'

export interface PersonRow {
  id: PersonId
  name: string
  email: string | null
  phone: string | null
  postal_address: string | null
  contact_by: ContactBy
  contact_place_id: BodyId | null
  protected_address: Flag
  registered_on: IsoDate
}

export interface PersonPublicationRow {
  id: PersonPublicationId
  person_id: PersonId
  field: 'name' | 'email' | 'phone'
  published: Flag
  decided_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    people: PersonRow
    person_publications: PersonPublicationRow
  }
}
