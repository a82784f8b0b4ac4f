import type { Request } from 'express'
import { formatDate, parseDate, type IsoDate } from '../../../../models/core/dates.ts'
import { listAskable, type Askable } from '../../../../models/renewal/nominations/askable.ts'
import { listTermsOfSeat, type TermOfSeat } from '../../../../models/renewal/nominations/seat_in_term.ts'
import { getSeat, type SeatInArea } from '../../../../models/council/seats.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { statutesOn } from '../../../../models/statutes/versions.ts'
import { paths } from '../../../../views/paths.ts'
import { assumedFor, type AssumedLine } from './assumed.ts'
import { years } from './list_page.ts'
import { isNominatedSeat } from '../../../../models/rules/core/by_kind.ts'

/** A radio button or a box to tick. */
export interface Option {
  value: string
  text: string
  hint?: string
}

/** office/nominations/choose: which seat is it about? */
export interface ChooseSeatPage {
  seats: { label: string; holder: string | null; until: IsoDate | null; href: string }[]
}

/** The seats that organisations nominate for, the vacant ones first. */
export async function chooseSeatPage(req: Request): Promise<ChooseSeatPage> {
  const roster = await rosterOn(req.db, req.clock.today())
  const nominated = roster.filter(({ seat }) => isNominatedSeat(seat))
  const seats = nominated.map(({ seat, member }) => ({
    label: seat.label,
    holder: member?.person ?? null,
    until: member?.ends_on ?? null,
    href: `${paths.newNomination}?plads=${seat.slug}`,
  }))
  return {
    seats: [...seats.filter(({ holder }) => holder === null), ...seats.filter(({ holder }) => holder)],
  }
}

/** office/nominations/ask. */
export interface AskPage {
  seat: string
  slug: string
  action: string
  back: string
  agreement: Askable['agreement']
  /** Those who are asked without any choice; null where one has to be chosen. */
  everybody: string[] | null
  choices: Option[]
  /** Boxes to tick: successors that may be asked for an organisation that has ended. */
  successors: Option[]
  ended: { name: string; until: IsoDate }[]
  hasSuccessor: boolean
  terms: Option[]
  term: string
  /** Why there is nothing to ask for, one line for each term. */
  obstacles: { term: string; person: string | null; until: IsoDate | null; href: string | null }[]
  today: IsoDate
  assumed: AssumedLine
}

export async function askPage(req: Request, slug: string): Promise<AskPage> {
  const today = req.clock.today()
  const seat = await getSeat(req.db, slug)
  const terms = await listTermsOfSeat(req.db, seat, today)
  const free = terms.filter(({ holder, openNomination }) => !holder && openNomination === undefined)
  const wanted = textOf(req.typed.term_id ?? req.query.periode)
  const chosen = free.find(({ term }) => String(term.id) === wanted) ?? free[0]
  const askedOn = parseDate(textOf(req.typed.asked_on)) ?? today
  const term = chosen ?? terms[0]
  if (!term) throw new Error('there is no term that is not over')
  const askable = await listAskable(req.db, seat, term.term, askedOn)
  return {
    seat: seat.label,
    slug,
    action: paths.newNomination,
    back: paths.nominations,
    ...whoToAsk(req, askable),
    terms: free.map((each) => ({ value: String(each.term.id), text: years(each.term) })),
    term: chosen ? String(chosen.term.id) : '',
    obstacles: chosen ? [] : terms.map(obstacleIn),
    today,
    assumed: await assumedOn(req, seat, askable, askedOn),
  }
}

/** Together: all. Else one of several, or the only one there is. A lone successor is ticked, never taken for granted. */
function whoToAsk(req: Request, { agreement, active, ended }: Askable) {
  const asBoxes = agreement === 'joint' || active.length === 0
  const options = ended.flatMap(({ body, until, successor }) => {
    const hint = req.t('nominations.successor_of', { name: body.name, date: formatDate(until, req.lang) })
    return successor ? [{ value: String(successor.id), text: successor.name, hint }] : []
  })
  const own = active.map(({ id, name }) => ({ value: String(id), text: name }))
  const choices = asBoxes || own.length + options.length < 2 ? [] : [...own, ...options]
  return {
    agreement,
    everybody: choices.length > 0 || active.length === 0 ? null : active.map(({ name }) => name),
    choices,
    successors: asBoxes ? options : [],
    ended: ended.map(({ body, until }) => ({ name: body.name, until })),
    hasSuccessor: options.length > 0,
  }
}

function obstacleIn({ term, holder, openNomination }: TermOfSeat) {
  return {
    term: years(term),
    person: holder?.person ?? null,
    until: holder?.until ?? null,
    href: openNomination === undefined ? null : paths.nomination(openNomination),
  }
}

async function assumedOn(
  req: Request,
  seat: SeatInArea,
  { agreementConfirmed }: Askable,
  on: IsoDate,
): Promise<AssumedLine> {
  const { appointingBody } = (await statutesOn(req.db, on)).statutes.rules
  return assumedFor(req, { seat, agreementConfirmed, appointingBodyConfirmed: appointingBody.confirmed })
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed : ''
}
