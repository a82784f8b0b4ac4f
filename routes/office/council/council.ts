import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { assumedBehind } from '../../../models/council/assumed.ts'
import { listOfficersOn } from '../../../models/council/offices/offices.ts'
import { findTermOn } from '../../../models/council/terms.ts'
import { rosterOn, type RosterLine } from '../../../models/council/roster.ts'
import { findVacantChair } from '../../../models/meetings/vacant_chair.ts'
import { statutesOn } from '../../../models/statutes/versions.ts'
import { officeSlots } from '../../../models/rules/council/officeholding.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { officesOf, type Office } from '../../../models/statutes/offices.ts'
import { officeName, officesHeading } from '../../../views/partials/statutes/office_words.ts'
import { ruleSentence } from '../../../views/partials/statutes/statutes_text.ts'
import { requires } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { asOf, sameDay, type AsOf } from '../../../views/as_of.ts'
import { dateQuery } from '../../web/fields.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { balanceLines } from './balance.ts'
import { assumedTitles, chosenText, fillingLines } from '../../../views/partials/council/seat_words.ts'
import { readerOf } from '../../web/reader.ts'
import { AREA_KINDS, type AreaKind } from '../../../models/rules/core/by_kind.ts'

/** office/register/council. */
export interface CouncilPage {
  asOf: AsOf
  filled: number
  groups: { kind: AreaKind; seats: CouncilSeat[] }[]
  vacant: string[]
  term: { starts_on: IsoDate; ends_on: IsoDate } | null
  officesHeading: string
  offices: { office: string; name: string | null; href: string | null; starts_on: IsoDate | null }[]
  /** The chair has left, and the vice chair acts. */
  acting: { name: string | null; left: string } | null
  /** Seats whose holders sat to the end of a term that is over, with what is known of who goes on. */
  interregnum: { endedOn: IsoDate; seats: number; rule: string } | null
  /** Quotas that are not kept, and members that a range of seats lacks. */
  balance: string[]
  assumedRules: string[]
}

/** Exactly one of `member` and `vacancy` is there. */
export interface CouncilSeat {
  label: string
  href: string
  member: {
    name: string
    href: string
    office: string | null
    starts_on: IsoDate
    ends_on: IsoDate
    early: boolean
    chosen: string
  } | null
  vacancy: {
    since: IsoDate | null
    previous: { name: string; ends_on: IsoDate } | null
    next: { name: string; starts_on: IsoDate } | null
    lines: string[]
  } | null
}

/** The council on any day, as the office sees it. */
export function councilRoutes(): Router {
  const router = express.Router()
  router.get(paths.council, requires('register.read'), dateQuery, async (req: Request, res: Response) => {
    const asked = askedDay(req)
    const today = req.clock.today()
    const day = asked.day ?? today
    const page = await req.answers.get(`council:${day}:${today}:${req.lang}`, () => councilPage(req, day))
    const title = req.t('register.council.title')
    show(req, res, 'office/council/council', { title, layout: 'office', page, ...asked.refused })
  })
  return router
}

async function councilPage(req: Request, day: IsoDate): Promise<CouncilPage> {
  const lines = await rosterOn(req.db, day)
  const { statutes } = await statutesOn(req.db, day)
  const offices = officesOf(statutes)
  const term = await findTermOn(req.db, day)
  const then = asOf(readerOf(req), paths.council, day)
  const seats = lines.map((line) => ({
    kind: line.seat.area_kind,
    ...councilSeat(req, statutes, offices, line, then),
  }))
  return {
    asOf: then,
    filled: lines.filter(({ member }) => member).length,
    groups: AREA_KINDS.map((kind) => ({ kind, seats: seats.filter((seat) => seat.kind === kind) })).filter(
      (group) => group.seats.length > 0,
    ),
    vacant: lines.filter(({ vacancy }) => vacancy).map(({ seat }) => seat.label),
    term: term ? { starts_on: term.starts_on, ends_on: term.ends_on } : null,
    officesHeading: officesHeading(req, offices),
    offices: await officesOn(req, offices, day),
    acting: then.isToday ? await actingOn(req, day) : null,
    interregnum: interregnumOf(req, statutes, lines),
    balance: balanceLines(req, statutes, lines),
    assumedRules: assumedTitles(req, assumedBehind(statutes, lines)),
  }
}

function councilSeat(
  req: Request,
  statutes: Statutes,
  offices: readonly Office[],
  { seat, member, vacancy }: RosterLine,
  then: AsOf,
): CouncilSeat {
  const { label } = seat
  const previous = vacancy?.previous
  const next = vacancy?.next
  return {
    label,
    href: sameDay(paths.seat(seat.slug), then),
    member: member
      ? {
          name: member.person,
          href: paths.person(member.person_id),
          office: member.office === undefined ? null : officeName(req, offices, member.office),
          starts_on: member.starts_on,
          ends_on: member.ends_on,
          early: member.end_reason !== null,
          chosen: chosenText(req, statutes, seat, member.chosen),
        }
      : null,
    vacancy: vacancy
      ? {
          since: vacancy.neverFilled ? null : (vacancy.vacantSince ?? null),
          previous: previous ? { name: previous.person, ends_on: previous.ends_on } : null,
          next: next ? { name: next.person, starts_on: next.starts_on } : null,
          lines: fillingLines(req, statutes, vacancy.filling, vacancy.substitutes !== 'none'),
        }
      : null,
  }
}

async function officesOn(
  req: Request,
  offices: readonly Office[],
  day: IsoDate,
): Promise<CouncilPage['offices']> {
  const officers = await listOfficersOn(req.db, day)
  return officeSlots(offices).map(({ office, number }) => {
    const held = officers.find((officer) => officer.office === office && officer.number === number)
    return {
      office: officeName(req, offices, office),
      name: held?.person ?? null,
      href: held ? paths.person(held.person_id) : null,
      starts_on: held?.starts_on ?? null,
    }
  })
}

async function actingOn(req: Request, day: IsoDate): Promise<CouncilPage['acting']> {
  const vacant = await findVacantChair(req.db, day)
  return vacant ? { name: vacant.acting?.person ?? null, left: vacant.left.person } : null
}

/** Nobody is put out silently when a term ends: the page says who sat last, and what is not known. */
function interregnumOf(req: Request, statutes: Statutes, lines: RosterLine[]): CouncilPage['interregnum'] {
  const waiting = lines.flatMap(({ vacancy }) =>
    vacancy?.previous?.end_reason === null ? [vacancy.previous.ends_on] : [],
  )
  const endedOn = waiting.sort().at(-1)
  if (endedOn === undefined) return null
  const rule = ruleSentence(req.t, 'holdover', statutes.rules.holdover.value)
  return { endedOn, seats: waiting.length, rule }
}
