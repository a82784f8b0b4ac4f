import type { Db } from '../../core/db.ts'
import { boothAccount } from '../booth/panel.ts'
import { ballotsHash } from '../box/ballots_hash.ts'
import { codesHash } from '../box/codes.ts'
import { boxIsSame } from '../count/recounts.ts'
import { hasBooth } from '../means.ts'
import type { Election } from '../elections.ts'
import type { LoggedElection } from './logged.ts'

/** `codes`: not those of the closing and the opening. `booths`: the tablets' sums. `box`, `ballots`: the open ballots. */
export type BoxFault = 'codes' | 'booths' | 'box' | 'ballots'

/** Holds an opened box against what the log of its closing and of its opening says. */
export async function faultsOfBox(db: Db, election: Election, log: LoggedElection): Promise<BoxFault[]> {
  if (!hasBooth(election) || election.uncontested_on !== null || log.isWithoutResult) return []
  const { id } = election
  const faults: BoxFault[] = []
  const opening = await db('box_openings').where({ election_id: id }).first()
  if (opening) {
    const codes = await db('box_codes').where({ election_id: id }).pluck<string[]>('code')
    const closed = log.closed?.codes_hash ?? opening.codes_hash
    if (codesHash(codes) !== opening.codes_hash || closed !== opening.codes_hash) faults.push('codes')
    const { releases, cast, voided } = await boothAccount(db, id)
    const isSame = releases === opening.releases && voided === opening.voided && cast === opening.envelopes
    if (!isSame) faults.push('booths')
  }
  if (!log.isSettled) return faults
  const ballots = await db('ballots').where({ election_id: id }).select('id', 'marks')
  // Once the ballots are destroyed, or lie among the papers, there is nothing left to count.
  if (log.isDestroyed || log.isMixedIn) return ballots.length > 0 ? [...faults, 'ballots'] : faults
  const logged = log.opened?.ballots_hash
  if (logged !== undefined && logged !== ballotsHash(ballots)) faults.push('ballots')
  if (!(await boxIsSame(db, election))) faults.push('box')
  return faults
}
