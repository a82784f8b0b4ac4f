import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { dueInWords } from '../../../due.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { termInWords } from '../words.ts'

export type NominationState = 'waiting' | 'agreed' | 'disagreement' | 'nobody' | 'appointed' | 'closed'

export interface NominationLine {
  href: string
  seat: string
  term: string
  state: NominationState
  /** The organisations that the nomination waits for, or the nominees. */
  names: string[]
  answerBy: IsoDate
  due: string
  late: boolean
  /** null while the nomination is open. */
  endedOn: IsoDate | null
}

export function nominationLine({ t, today }: Reader, nomination: Nomination): NominationLine {
  const { id, seat, term, answer_by: answerBy, appointment, closing } = nomination
  const { state, names } = standing(nomination)
  return {
    href: paths.nomination(id),
    seat: seat.label,
    term: termInWords(term),
    state,
    names,
    answerBy,
    due: dueInWords(t, answerBy, today),
    late: state === 'waiting' && answerBy < today,
    endedOn: appointment?.decided_on ?? closing?.closed_on ?? null,
  }
}

/** "Lukket den 15. januar 2026."; empty while the nomination is open. */
export function endedInWords({ t, lang }: Reader, { state, endedOn }: NominationLine): string {
  const ended = state === 'closed' ? 'closed_on' : 'appointed_on'
  return endedOn === null ? '' : t(`nominations.${ended}`, { date: formatDate(endedOn, lang) })
}

function standing(nomination: Nomination): { state: NominationState; names: string[] } {
  const { status, outcome, appointment, bodies, answers } = nomination
  if (status === 'closed') return { state: 'closed', names: [] }
  if (status === 'appointed') return { state: 'appointed', names: appointment ? [appointment.person] : [] }
  switch (outcome.state) {
    case 'agreed':
      return {
        state: 'agreed',
        names: namesIn(answers.filter(({ person_id }) => person_id === outcome.person)),
      }
    case 'disagreement':
      return { state: 'disagreement', names: namesIn(answers.filter(({ counts }) => counts)) }
    case 'nobody':
      return { state: 'nobody', names: [] }
    default: {
      const missing = outcome.state === 'waiting' ? outcome.missing : bodies.map(({ id }) => id)
      return {
        state: 'waiting',
        names: bodies.filter(({ id }) => missing.includes(id)).map(({ name }) => name),
      }
    }
  }
}

function namesIn(answers: readonly { person: string }[]): string[] {
  return [...new Set(answers.map(({ person }) => person))]
}
