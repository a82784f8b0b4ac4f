import type { ContactBy, PersonPublicationRow } from './tables.ts'

/** The commonest way comes first: messages left at the drop-in centre. */
export const CONTACT_WAYS: readonly ContactBy[] = ['place', 'phone', 'email', 'post', 'digital_post']

export type PublicField = PersonPublicationRow['field']

/** What a person can agree to have shown to the public. */
export const PUBLIC_FIELDS: readonly PublicField[] = ['name', 'email', 'phone']
