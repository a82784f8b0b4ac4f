import type { IsoDate } from '../../../../models/core/dates.ts'
import type { OrganisationsArea } from '../../../../models/statutes/document.ts'
import type { Plot } from '../../renewal/first_council/plot.ts'

export interface Change {
  plot: Plot
  /** The area whose only organisation ends inside the term. */
  area: OrganisationsArea
  body: string
  successor: string
  /** The last day of the organisation, and the first of the new version. */
  endsOn: IsoDate
  from: IsoDate
  /** The members by the addresses of their seats. */
  members: Map<string, string>
}
