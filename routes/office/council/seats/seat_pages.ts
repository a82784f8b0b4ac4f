import type { Request } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { assumedBehind, type AssumedRule } from '../../../../models/council/assumed.ts'
import {
  formalAppointmentsOf,
  type FormalAppointment,
} from '../../../../models/council/formal/formal_appointments.ts'
import { listOpenFlags, type GroundFlag } from '../../../../models/council/grounds/flags.ts'
import type { Held } from '../../../../models/council/held.ts'
import { getSeat, type SeatInArea } from '../../../../models/council/seats.ts'
import {
  asItStands,
  listEndingsInTerm,
  listSeatsToDecide,
} from '../../../../models/council/places_over_time.ts'
import { rosterOn, type RosterLine } from '../../../../models/council/roster.ts'
import { listSeatDecisions } from '../../../../models/council/seat_decisions.ts'
import { seatStory, type Chapter } from '../../../../models/council/history/seat_story.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { steppedIn, substitutesForSeat } from '../../../../models/council/substitutes/substitutes.ts'
import { underWayFor } from '../../../../models/renewal/under_way.ts'
import { includesDay, type Span } from '../../../../models/rules/core/spans.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { substitutesOf } from '../../../../models/rules/council/substitutes.ts'
import type { EndReason } from '../../../../models/rules/council/membership.ts'
import type { SeatChoice } from '../../../../models/council/tables.ts'
import type { LostGround } from '../../../../models/council/grounds/tables.ts'
import type { Office } from '../../../../models/statutes/offices.ts'
import { officeName } from '../../../../views/partials/statutes/office_words.ts'
import { sentenceIn } from '../../../../views/partials/statutes/statutes_text.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { asOf, type AsOf } from '../../../../views/as_of.ts'
import { paths } from '../../../../views/paths.ts'
import { absenceOf, type SeatAbsence } from './seat_absence.ts'
import { formalLine } from '../../../../views/partials/council/formal_words.ts'
import { vacancyOf, type SeatVacancy } from './seat_vacancy.ts'
import { assumedTitles, chosenText } from '../../../../views/partials/council/seat_words.ts'
import { readerOf } from '../../../web/reader.ts'
import type { AreaKind } from '../../../../models/rules/core/by_kind.ts'

/** office/register/seat. */
export interface SeatPage {
  label: string
  area: string
  kind: AreaKind
  asOf: AsOf
  /** Who held it on another day than today, in a sentence. */
  holder: string | null
  vacancy: SeatVacancy | null
  /** Organisations that nominate for the seat and end before the term does. */
  endings: { name: string; on: IsoDate; over: boolean; successor: string | null; decideHref: string | null }[]
  /** What has been decided about the seat because of them, the newest first. */
  decisions: { body: string; choice: SeatChoice; by: string; on: IsoDate; reason: string }[]
  /** The newest first. */
  story: StoryChapter[]
  newMembershipHref: string
  /** Where the statutes have substitutes for the seat: how, who stands ready, and where they are written down. */
  substitutes: { rule: string; names: string[]; href: string } | null
  assumedRules: string[]
}

export type StoryChapter =
  | { kind: 'gap' | 'unknown'; from: IsoDate; until: IsoDate | null }
  | {
      kind: 'held'
      name: string
      href: string
      starts_on: IsoDate
      ends_on: IsoDate
      end_reason: EndReason | 'private' | null
      /** null where there is none, and for those who may not read it. */
      note: string | null
      chosen: string
      /** The appointment that follows the election; null where the statutes ask for none. */
      formal: string | null
      /** Where it is written down; null once it is, or where there is nothing to write. */
      formalHref: string | null
      offices: (Span & { office: string })[]
      standing: 'past' | 'now' | 'coming'
      /** null where nothing is left to end. */
      leavingHref: string | null
      /** Where it is noted that the member may not be eligible any more; null once the time is over. */
      groundHref: string | null
      /** What has been noted, for those who may read it. */
      flags: LostGround[]
      /** That they have been away without notice for as long as the statutes allow, for those who may read it. */
      absence: string | null
      voidHref: string
    }

/** The seat as it was on the day, with its story up to then; what can be done about it is on today's page. */
export async function seatPage(req: Request, slug: string, asked?: IsoDate): Promise<SeatPage> {
  const then = asOf(readerOf(req), paths.seat(slug), asked)
  const { day, isToday } = then
  const seat = await getSeat(req.db, slug, day)
  const statutes = await asItStands(req.db, (await statutesOn(req.db, day)).statutes, day)
  const line = (await rosterOn(req.db, day)).find((one) => one.seat.id === seat.id)
  const story = (await seatStory(req.db, seat, day)).filter(
    (chapter) => isToday || beginningOf(chapter) <= day,
  )
  const held = story.flatMap((chapter) => (chapter.kind === 'held' ? chapter.held : []))
  const stepped = await steppedIn(
    req.db,
    held.map(({ id }) => id),
  )
  const formal = await formalAppointmentsOf(req.db, held)
  const flags = isToday ? await listOpenFlags(req.db) : []
  const absence = await absenceOf(req, seat, then)
  const known = await listOffices(req.db)
  const assumed = line ? assumedTitles(req, assumedOf(statutes, line, formal)) : []
  return {
    label: seat.label,
    area: seat.area_name,
    kind: seat.area_kind,
    asOf: then,
    holder: isToday || !line?.member ? null : holderOf(req, line.member, then),
    vacancy: vacancyOf(req, statutes, seat, line, then, await underWayFor(req.db)),
    endings: isToday ? await endingsOf(req, seat) : [],
    decisions: (await decisionsOf(req, seat)).filter(({ on }) => isToday || on <= day),
    story: story.map((chapter) =>
      storyChapter(req, statutes, seat, chapter, { then, stepped, flags, formal, absence, known }),
    ),
    newMembershipHref: paths.newMembership(seat.slug),
    substitutes: isToday ? await substitutesOfSeat(req, statutes, seat) : null,
    assumedRules: [...assumed, ...(absence?.assumed ?? [])],
  }
}

/** Behind what is said of the vacant seat, and of the appointment that a member waits for. */
function assumedOf(
  statutes: Statutes,
  line: RosterLine,
  formal: ReadonlyMap<number, FormalAppointment>,
): AssumedRule[] {
  return [
    ...assumedBehind(statutes, [line]),
    ...(line.member ? (formal.get(line.member.id)?.assumed ?? []) : []),
  ]
}

function beginningOf(chapter: Chapter): IsoDate {
  return chapter.kind === 'held' ? chapter.held.starts_on : chapter.from
}

function holderOf(req: Request, { person: name }: Held, { isPast }: AsOf): string {
  return isPast ? req.t('as_of.sat', { name }) : req.t('as_of.sits', { name })
}

async function substitutesOfSeat(
  req: Request,
  statutes: Statutes,
  seat: SeatInArea,
): Promise<SeatPage['substitutes']> {
  if (substitutesOf(statutes, seat.area_slug) === 'none') return null
  const { standing } = await substitutesForSeat(req.db, seat, req.clock.today())
  return {
    rule: sentenceIn(req.t, statutes, 'substitutes'),
    names: standing.map(({ person }) => person),
    href: paths.substitutes(seat.slug),
  }
}

async function decisionsOf(req: Request, seat: SeatInArea): Promise<SeatPage['decisions']> {
  const decisions = await listSeatDecisions(req.db, seat.id)
  return decisions.map(({ body, choice, decided_by: by, decided_on: on, reason }) => ({
    ...{ body, choice, by, on, reason },
  }))
}

/** What stands behind the seat may end while its member sits: the seat does not change by itself, but people must know. */
async function endingsOf(req: Request, seat: SeatInArea): Promise<SeatPage['endings']> {
  const today = req.clock.today()
  const open = await listSeatsToDecide(req.db, today)
  const endings = (await listEndingsInTerm(req.db, today)).filter((one) => one.seat.id === seat.id)
  return endings.map(({ body, endsOn, successor }) => {
    const undecided = open.some((one) => one.seat.id === seat.id && one.body.id === body.id)
    const mayDecide = undecided && canOf(userOf(req))['register.write']
    return {
      ...{ name: body.name, on: endsOn, over: endsOn < today, successor: successor?.name ?? null },
      decideHref: mayDecide ? `${paths.seatDecision(seat.slug)}?organisation=${body.id}` : null,
    }
  })
}

function storyChapter(
  req: Request,
  statutes: Statutes,
  seat: SeatInArea,
  chapter: Chapter,
  known: {
    then: AsOf
    stepped: ReadonlySet<number>
    flags: readonly GroundFlag[]
    formal: ReadonlyMap<number, FormalAppointment>
    absence: SeatAbsence | undefined
    known: readonly Office[]
  },
): StoryChapter {
  const { stepped, flags, absence } = known
  const { day } = known.then
  if (chapter.kind !== 'held') return { kind: chapter.kind, from: chapter.from, until: chapter.until ?? null }
  const { held, offices } = chapter
  const mayEnd = held.end_reason === null && day < held.due_on
  const { starts_on, ends_on } = held
  const mayRead = canOf(userOf(req))['contacts.read']
  const formal = formalLine(readerOf(req), known.formal.get(held.id), { until: ends_on, day })
  const end_reason = held.end_private && !mayRead ? 'private' : held.end_reason
  return {
    kind: 'held',
    name: held.person,
    href: paths.person(held.person_id),
    ...{ starts_on, ends_on, end_reason },
    offices: offices.map((one) => ({ ...one, office: officeName(req, known.known, one.office) })),
    note: mayRead ? held.end_note : null,
    chosen: stepped.has(held.id)
      ? req.t('statutes_versions.substitutes.stepped_in')
      : chosenText(req, statutes, seat, held.chosen),
    formal: formal?.text ?? null,
    formalHref: formal?.waits ? paths.formalAppointment(held.id) : null,
    standing: standingOf(held, day),
    groundHref: day <= held.ends_on ? paths.groundFlag(held.id) : null,
    flags: mayRead ? flags.filter((flag) => flag.membership_id === held.id).map(({ lost }) => lost) : [],
    absence: absence?.membershipId === held.id ? absence.text : null,
    leavingHref: mayEnd ? paths.leaving(held.id) : null,
    voidHref: paths.voidMembership(held.id),
  }
}

function standingOf(held: { starts_on: IsoDate; ends_on: IsoDate }, day: IsoDate) {
  if (includesDay(held, day)) return 'now'
  return day < held.starts_on ? 'coming' : 'past'
}
