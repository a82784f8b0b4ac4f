import type { Request } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import {
  listEndedNominations,
  listOpenNominations,
  type Nomination,
} from '../../../../models/renewal/nominations/nominations.ts'
import { listSeatsToFill } from '../../../../models/renewal/nominations/seats_to_fill.ts'
import type { TermRow } from '../../../../models/council/tables.ts'
import { remindersDue } from '../../../../models/renewal/letters.ts'
import { newHref } from '../../../../views/office/renewal/nominations/words.ts'
import { paths } from '../../../../views/paths.ts'
import { dueInWords } from '../../../../views/due.ts'

/** office/nominations/list. */
export interface NominationsPage {
  open: NominationLine[]
  /** Reminders to write today. */
  reminders: { name: string; seat: string; answerBy: IsoDate; href: string }[]
  toFill: { seat: string; term: string; vacantSince: IsoDate | null; comesLater: boolean; href: string }[]
  ended: NominationLine[]
}

/** Where a nomination stands, in words that the views have: `nominations.state.<state>` filled in with `names`. */
export interface NominationLine {
  href: string
  seat: string
  term: string
  state: NominationState
  /** Whom it waits for, or who is named. */
  names: string[]
  answerBy: IsoDate
  due: string
  late: boolean
  /** The day it ended; null while it is open. */
  endedOn: IsoDate | null
}

export type NominationState = 'waiting' | 'agreed' | 'disagreement' | 'nobody' | 'appointed' | 'closed'

export async function nominationsPage(req: Request): Promise<NominationsPage> {
  const today = req.clock.today()
  const toFill = await listSeatsToFill(req.db, today)
  const open = await listOpenNominations(req.db)
  return {
    open: open.map((nomination) => lineOf(req, nomination)),
    reminders: open.flatMap((nomination) =>
      remindersDue(nomination, today).map((body) => ({
        name: body.name,
        seat: nomination.seat.label,
        answerBy: nomination.answer_by,
        href: paths.letter(nomination.id, 'paamindelse', body.id),
      })),
    ),
    toFill: toFill.map(({ seat, term, vacantSince }) => ({
      seat: seat.label,
      term: years(term),
      vacantSince: vacantSince ?? null,
      comesLater: vacantSince !== undefined && today < vacantSince,
      href: newHref(seat.slug, term),
    })),
    ended: (await listEndedNominations(req.db)).map((nomination) => lineOf(req, nomination)),
  }
}

export function lineOf(req: Request, nomination: Nomination): NominationLine {
  const today = req.clock.today()
  const { state, names } = standing(nomination)
  return {
    href: paths.nomination(nomination.id),
    seat: nomination.seat.label,
    term: years(nomination.term),
    state,
    names,
    answerBy: nomination.answer_by,
    due: dueInWords(req.t, nomination.answer_by, today),
    late: state === 'waiting' && nomination.answer_by < today,
    endedOn: nomination.appointment?.decided_on ?? nomination.closing?.closed_on ?? null,
  }
}

/** "2026–2029". */
export function years(term: TermRow): string {
  return `${term.starts_on.slice(0, 4)}–${term.ends_on.slice(0, 4)}`
}

function standing(nomination: Nomination): { state: NominationState; names: string[] } {
  const { status, outcome, appointment, bodies, answers } = nomination
  if (status === 'closed') return { state: 'closed', names: [] }
  if (status === 'appointed') return { state: 'appointed', names: appointment ? [appointment.person] : [] }
  if (outcome.state === 'agreed')
    return {
      state: 'agreed',
      names: namesOf(answers.filter(({ person_id }) => person_id === outcome.person)),
    }
  if (outcome.state === 'disagreement')
    return { state: 'disagreement', names: namesOf(answers.filter(({ counts }) => counts)) }
  if (outcome.state === 'nobody') return { state: 'nobody', names: [] }
  const missing = outcome.state === 'waiting' ? outcome.missing : bodies.map(({ id }) => id)
  return { state: 'waiting', names: bodies.filter(({ id }) => missing.includes(id)).map(({ name }) => name) }
}

function namesOf(answers: readonly { person: string }[]): string[] {
  return [...new Set(answers.map(({ person }) => person))]
}
