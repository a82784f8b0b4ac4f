import { addDays, formatDate, later, type IsoDate } from '../../../../models/core/dates.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { Askable } from '../../../../models/renewal/nominations/askable.ts'
import type { TermOfSeat } from '../../../../models/renewal/nominations/seat_in_term.ts'
import type { Choice } from '../../../partials/form/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { listOf } from '../../elections/head.ts'
import { termInWords } from '../words.ts'
import { assumedFor, type AssumedLine } from './assumed.ts'

export interface AskPage {
  seat: string
  slug: string
  action: string
  back: string
  agreement: Askable['agreement']
  /** The organisations that are asked without a choice, in words; null when one has to be chosen. */
  everybody: string | null
  choices: Choice[]
  /** Boxes to tick: successors that may be asked for an organisation that has ended. */
  successors: Choice[]
  ended: string[]
  hasSuccessor: boolean
  terms: Choice[]
  term: string
  /** Why nothing can be asked for, one line for each term. */
  obstacles: { text: string; href: string | null }[]
  today: IsoDate
  answerBy: IsoDate
  assumed: AssumedLine
}

export function freeTerms(terms: readonly TermOfSeat[]): TermOfSeat[] {
  return terms.filter(({ holder, openNomination }) => !holder && openNomination === undefined)
}

/** Organisations hold a meeting before they answer. */
const LEAST_DAYS = 21

/** `chosen` is the term, if one is free; `renewalAnswers` the day by which its renewal wants an answer. */
export function askPage(
  reader: Reader,
  seat: SeatInArea,
  terms: readonly TermOfSeat[],
  chosen: TermOfSeat | undefined,
  askable: Askable,
  renewalAnswers?: IsoDate,
): AskPage {
  return {
    seat: seat.label,
    slug: seat.slug,
    action: paths.newNomination,
    back: paths.nominations,
    ...askedBodies(reader, askable),
    terms: freeTerms(terms).map(({ term }) => ({ value: String(term.id), text: termInWords(term) })),
    term: chosen ? String(chosen.term.id) : '',
    obstacles: chosen ? [] : terms.map((each) => obstacleIn(reader, each)),
    today: reader.today,
    answerBy: later(renewalAnswers ?? reader.today, addDays(reader.today, LEAST_DAYS)),
    assumed: assumedFor(reader, { seat, ...askable }),
  }
}

/** All when they nominate together, else one. A lone successor is ticked, never taken for granted. */
function askedBodies(reader: Reader, { agreement, active, ended }: Askable) {
  const { t, lang } = reader
  const asBoxes = agreement === 'joint' || active.length === 0
  const successors = ended.flatMap(({ body, until, successor }) => {
    const hint = t('nominations.successor_of', { name: body.name, date: formatDate(until, lang) })
    return successor ? [{ value: String(successor.id), text: successor.name, hint }] : []
  })
  const own = active.map(({ id, name }) => ({ value: String(id), text: name }))
  const choices = asBoxes || own.length + successors.length < 2 ? [] : [...own, ...successors]
  const everybody = agreement === 'joint' ? 'everybody_joint' : 'everybody_single'
  const names = listOf(
    reader,
    active.map(({ name }) => name),
  )
  return {
    agreement,
    everybody: choices.length > 0 || active.length === 0 ? null : t(`nominations.${everybody}`, { names }),
    choices,
    successors: asBoxes ? successors : [],
    ended: ended.map(({ body, until }) => {
      const said = t('nominations.ended_body', { name: body.name, date: formatDate(until, lang) })
      return successors.length > 0 ? said : `${said} ${t('nominations.no_successor')}`
    }),
    hasSuccessor: successors.length > 0,
  }
}

function obstacleIn({ t, lang }: Reader, { term, holder, openNomination }: TermOfSeat) {
  const years = termInWords(term)
  return {
    text: holder
      ? t('nominations.obstacle_held', {
          person: holder.person,
          date: formatDate(holder.until, lang),
          term: years,
        })
      : t('nominations.obstacle_open', { term: years }),
    href: openNomination === undefined ? null : paths.nomination(openNomination),
  }
}
