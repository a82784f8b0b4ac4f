import { formatDate } from '../../../../models/core/dates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasPaper } from '../../../../models/elections/means.ts'
import type { BallotPrint } from '../../../../models/elections/polling/prints.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface MorePapersPage {
  head: ElectionHead
  /** Null unless polls are open and the reader runs the election. */
  print: { action: string; listVersion: number; sizes: readonly string[] } | null
  takeOff: { action: string; prints: { value: number; text: string }[] } | null
  /** Why there is nothing to print. */
  when: 'open' | 'early' | 'over' | 'no_paper'
  prints: ShownPrint[]
  sum: number
  papersHref: string
}

interface ShownPrint {
  text: string
  takenOff: { text: string; reason: string }[]
}

/** `sizes`: how many papers fit on a sheet. */
export function morePapersPage(
  reader: Reader,
  election: Election,
  { prints, sizes }: { prints: readonly BallotPrint[]; sizes: readonly string[] },
): MorePapersPage {
  const { id, status, list_version: listVersion } = election
  const runs = reader.can['elections.run']
  const own = prints.filter((print) => print.list_version === listVersion)
  const left = own.filter((print) => print.left > 0)
  const mayTakeOff = runs && allows(status, 'takeOffPapers') && left.length > 0
  const mayPrint = runs && hasPaper(election) && allows(status, 'printMore')
  return {
    head: headOf(reader, election),
    print: mayPrint ? { action: paths.morePapers(id), listVersion, sizes } : null,
    takeOff: mayTakeOff
      ? {
          action: paths.papersTakenOff(id),
          prints: left.map((print) => ({ value: print.id, text: printText(reader, print) })),
        }
      : null,
    when: whenOf(election),
    prints: own.map((print) => ({
      text: printText(reader, print),
      takenOff: print.taken_off.map((one) => ({
        text: reader.t('elections.more.taken', {
          count: one.copies,
          name: one.recorded_by,
          date: formatDate(one.recorded_on, reader.lang),
        }),
        reason: one.reason,
      })),
    })),
    sum: own.reduce((sum, print) => sum + print.left, 0),
    papersHref: paths.electionPapers(id),
  }
}

function whenOf(election: Election): MorePapersPage['when'] {
  if (!hasPaper(election)) return 'no_paper'
  const is = facts(election.status)
  if (is.takesVotes) return 'open'
  return is.beforePolling ? 'early' : 'over'
}

function printText(reader: Reader, { batch, copies, recorded_on, recorded_by }: BallotPrint): string {
  const made = { count: copies, date: formatDate(recorded_on, reader.lang), name: recorded_by }
  return batch === null
    ? reader.t('elections.more.own', made)
    : reader.t('elections.more.batch', { ...made, batch })
}
