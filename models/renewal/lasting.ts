import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { lastEndedBefore } from '../rules/core/spans.ts'
import { lastsUntil } from '../rules/renewal/lasting.ts'
import { stepsOfTimetable } from '../rules/renewal/progress.ts'
import type { RenewalStepKind } from '../rules/renewal/renewal.ts'
import { type Board, renewalBoard } from './board.ts'
import { listRenewals, type Renewal } from './renewal.ts'

export interface Lasting {
  renewal: Renewal
  board: Board
}

/** The renewals that are not finished, each as long as it lasts. */
export async function lastingRenewals(db: Db, today: IsoDate): Promise<Lasting[]> {
  const lasting = []
  for (const renewal of await listRenewals(db)) {
    const { term, days, made_on: begunOn } = renewal
    if (lastEndedBefore([term], today)) continue
    const board = await renewalBoard(db, renewal, today)
    const steps = board.lines.flatMap((line) => line.steps)
    const until = lastsUntil({ days, begunOn, termStartsOn: term.starts_on, steps })
    if (today <= until && openLines(lineStates({ renewal, board }, today)).length > 0)
      lasting.push({ renewal, board })
  }
  return lasting
}

/** The lines of the timetable. */
function lineStates({ renewal, board }: Lasting, today: IsoDate) {
  const { constituting, lines } = board
  const constituted = constituting !== undefined && constituting.held_on <= today
  const discussed = renewal.discussion !== undefined || renewal.days.call < today
  return stepsOfTimetable({ lines, discussed, constituted }, renewal.days, today)
}

function openLines(lines: ReturnType<typeof lineStates>) {
  return lines.filter(({ state }) => state !== 'done')
}

/** The nearest line of the timetable that is still to come. */
export function nextLine(
  lasting: Lasting,
  today: IsoDate,
): { kind: RenewalStepKind; on: IsoDate } | undefined {
  const { board, renewal } = lasting
  const { days } = renewal
  return openLines(lineStates(lasting, today))
    .filter(({ kind }) => days[kind] >= today && !(kind === 'constituting' && board.constituting))
    .map(({ kind }) => ({ kind, on: days[kind] }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]
}
