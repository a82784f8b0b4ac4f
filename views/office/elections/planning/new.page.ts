import type { BoardChoice, BoardMember } from '../../../../models/elections/board.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { PlaceToElect, TermToElect } from '../../../../models/elections/planning/places_to_elect.ts'
import type { ElectionRow } from '../../../../models/elections/tables.ts'
import type { ProposedDays } from '../../../../models/rules/elections/timetable_proposal.ts'
import type { Reader } from '../../../reader.ts'
import { headOf } from '../head.ts'
import type { StoredTimetable } from './timetable.ts'
import { boardOptions, type BoardOption } from './words.ts'
import type { AreaId, ElectionId, TermId } from '../../../../models/core/ids.ts'

export interface NewPage {
  areas: PlaceToElect[]
  terms: TermToElect[]
  chosen: { area_id: AreaId | null; term_id: TermId | null }
  board: BoardOption[]
  usual: string[]
  /** The annulled election that this one replaces; its place and term are given. */
  rerun: { id: ElectionId; name: string; area_id: AreaId; term_id: TermId } | null
  stored: StoredTimetable & { roll_kind?: ElectionRow['roll_kind'] }
  /** null until the reader asks which days follow from the polling day. */
  days: ProposedDays | null
}

export interface Plannable {
  areas: PlaceToElect[]
  terms: TermToElect[]
  /** Given when the place is chosen already. */
  area: PlaceToElect | undefined
  /** Hours and place of the last vote there. */
  times: Record<string, string>
  choices: readonly BoardChoice[]
  /** The annulled election that is held again, with its board. */
  annulled: { election: Election; board: readonly BoardMember[] } | undefined
}

/** `days` are proposed ones. */
export function newPage(reader: Reader, plannable: Plannable, days?: ProposedDays): NewPage {
  const { areas, terms, area, times, choices, annulled } = plannable
  const usual = annulled?.board ?? choices.filter((choice) => choice.usual)
  return {
    areas,
    terms,
    chosen: {
      area_id: area?.id ?? null,
      term_id: (area ?? areas[0])?.open_term_id ?? terms[0]?.id ?? null,
    },
    board: boardOptions(reader, choices),
    usual: usual.map(({ id }) => `${id}`),
    rerun: annulled ? rerunOf(reader, annulled.election) : null,
    stored: { ...(annulled && waysOf(annulled.election)), days: {}, sittings: times },
    days: days ?? null,
  }
}

function rerunOf(reader: Reader, annulled: Election): NonNullable<NewPage['rerun']> {
  const { id, area_id, term_id } = annulled
  return { id, name: headOf(reader, annulled).name, area_id, term_id }
}

/** A rerun is held as its election was, unless the secretary chooses otherwise. */
function waysOf({ means, roll_kind }: Election): Pick<NewPage['stored'], 'means' | 'roll_kind'> {
  return { means, roll_kind }
}
