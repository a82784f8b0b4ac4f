import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import type { EndReason } from '../../../models/rules/council/membership.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import { officeName } from '../../../views/partials/statutes/office_words.ts'
import { paths } from '../../../views/paths.ts'
import { readerOf } from '../../web/reader.ts'
import { formalLine, type FormalLine } from '../../../views/partials/council/formal_words.ts'
import type { Reading } from './person_page.ts'
import { chosenText } from '../../../views/partials/council/seat_words.ts'

export interface PersonMembership {
  seat: string
  href: string
  starts_on: IsoDate
  ends_on: IsoDate
  end_reason: EndReason | 'private' | null
  /** null where there is none, and for those who may not read it. */
  note: string | null
  chosen: string
  /** The appointment that follows the election; null where the statutes ask for none. */
  formal: FormalLine | null
}

/** The person's seats. One that was not over on the day stands with the day it was due to end. */
export function membershipsOf(
  req: Request,
  statutes: Statutes,
  { memberships, formal }: PersonLife,
  { privately, day }: Reading & { day: IsoDate },
): PersonMembership[] {
  return memberships.map((held) => ({
    seat: held.seat.label,
    href: paths.seat(held.seat.slug),
    starts_on: held.starts_on,
    ends_on: held.over ? held.ends_on : held.due_on,
    ...(held.over
      ? {
          end_reason: held.end_private && !privately ? ('private' as const) : held.end_reason,
          note: privately ? held.end_note : null,
        }
      : { end_reason: null, note: null }),
    chosen: chosenText(req, statutes, held.seat, held.chosen),
    formal: formalLine(readerOf(req), formal.get(held.id), { until: held.ends_on, day }),
  }))
}

export interface PersonOfficeLine {
  office: string
  starts_on: IsoDate
  /** null where it had not ended on the day. */
  ends_on: IsoDate | null
  decided_by: string
  decided_on: IsoDate
  note: string | null
}

export function officesOf(
  req: Request,
  known: readonly Office[],
  { offices }: PersonLife,
  { privately }: Reading,
): PersonOfficeLine[] {
  return offices.map(({ office, starts_on, ends_on, decided_by, decided_on, end_note, over }) => ({
    ...{ office: officeName(req, known, office), starts_on, decided_by, decided_on },
    ends_on: over ? ends_on : null,
    note: over && privately ? end_note : null,
  }))
}
