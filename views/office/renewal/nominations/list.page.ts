import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { remindersDue } from '../../../../models/renewal/nominations/reminders.ts'
import type { SeatToFill } from '../../../../models/renewal/nominations/seats_to_fill.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { listOf } from '../../elections/head.ts'
import { termInWords } from '../words.ts'
import { endedInWords, nominationLine, type NominationLine } from './line.ts'
import { newHref } from './words.ts'

export interface ListPage {
  open: Line[]
  /** Reminders that are to be written today. */
  reminders: { name: string; seat: string; answerBy: IsoDate; href: string }[]
  toFill: { seat: string; term: string; vacant: string; href: string }[]
  ended: Line[]
}

interface Line extends NominationLine {
  standing: string
  ended: string
}

export function nominationListPage(
  reader: Reader,
  open: readonly Nomination[],
  ended: readonly Nomination[],
  toFill: readonly SeatToFill[],
): ListPage {
  return {
    open: open.map((nomination) => lineOf(reader, nomination)),
    reminders: open.flatMap((nomination) =>
      remindersDue(nomination, reader.today).map((body) => ({
        name: body.name,
        seat: nomination.seat.label,
        answerBy: nomination.answer_by,
        href: paths.letter(nomination.id, 'paamindelse', body.id),
      })),
    ),
    toFill: toFill.map(({ seat, term, vacantSince }) => ({
      seat: seat.label,
      term: termInWords(term),
      vacant: vacantInWords(reader, vacantSince),
      href: newHref(seat.slug, term),
    })),
    ended: ended.map((nomination) => lineOf(reader, nomination)),
  }
}

function lineOf(reader: Reader, nomination: Nomination): Line {
  const line = nominationLine(reader, nomination)
  const names = listOf(reader, line.names)
  return {
    ...line,
    standing: reader.t(`nominations.state.${line.state}`, { names }),
    ended: endedInWords(reader, line),
  }
}

function vacantInWords({ t, lang, today }: Reader, vacantSince: IsoDate | undefined): string {
  if (vacantSince === undefined) return t('nominations.vacant')
  const word = today < vacantSince ? 'vacant_from' : 'vacant_since'
  return t(`nominations.${word}`, { date: formatDate(vacantSince, lang) })
}
