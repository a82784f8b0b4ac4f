import type { IsoDate } from '../../../models/core/dates.ts'
import type { PersonId } from '../../../models/core/ids.ts'
import type { PublicField } from '../../../models/people/fields.ts'
import type { Publication } from '../../../models/people/publications.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface PublicationPage {
  name: string
  action: string
  back: string
  today: IsoDate
  /** undefined when the person has not been asked. */
  publishName: 'ja' | 'nej' | undefined
  publishPhone: boolean
  publishEmail: boolean
}

export function publicationPage(
  { today }: Reader,
  { id, name }: { id: PersonId; name: string },
  now: Record<PublicField, Publication> | undefined,
): PublicationPage {
  const isAsked = now?.name.decided_on !== undefined
  return {
    name,
    action: paths.personPublication(id),
    back: paths.person(id),
    today,
    publishName: isAsked ? (now.name.published ? 'ja' : 'nej') : undefined,
    publishPhone: now?.phone.published ?? false,
    publishEmail: now?.email.published ?? false,
  }
}
