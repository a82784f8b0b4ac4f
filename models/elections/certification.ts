import type { SignedIn } from '../accounts/accounts.ts'
import { act } from '../audit.ts'
import { isTaken, type Db } from '../db.ts'
import { Conflict, Refused } from '../errors.ts'
import { isCertified, mayCertify } from '../rules/certification.ts'
import { mayBecomeFinal } from '../rules/complaint_period.ts'
import type { CertificationRow } from '../tables.ts'
import { listBoard } from './board.ts'
import { listStanding } from './candidates.ts'
import { loadCounting } from './count_rounds.ts'
import { getElection, moveElection, requireStatus, subjectOf, type Election } from './elections.ts'
import type { Official } from './reach.ts'
import { getResult, type Result } from './result.ts'
import { seatElected, type Seated } from './seating.ts'

/** The round that a result rests on; none where nobody voted. */
export function roundOf({ count }: Result): number {
  return count?.round ?? 0
}

/** Who has certified this very result, the first one first. */
export async function listCertifications(db: Db, result: Result): Promise<CertificationRow[]> {
  return db('certifications')
    .where({ election_id: result.election.id, round: roundOf(result), result_hash: result.hash })
    .orderBy('id')
}

/** Whether this person may certify the result now. */
export async function checkCertifier(db: Db, user: SignedIn, election: Election, result: Result) {
  const certified = await listCertifications(db, result)
  return mayCertify({
    account: { id: user.id, person_id: user.personId, name: user.name },
    boardMemberIds: (await listBoard(db, election.id)).map(({ id }) => id),
    counterIds: (await loadCounting(db, election.id)).counterIds,
    candidates: await listStanding(db, election.id),
    alreadyCertifiedBy: certified.map(({ account_id }) => account_id),
  })
}

/**
 * One of two board members confirms the result they saw. The second one makes it valid: in the same act the elected are
 * given their seats, and if that cannot be done, nothing is stored.
 */
export async function certifyResult(
  db: Db,
  by: Official,
  id: number,
  seenHash: string,
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'counted', 'uncontested')
    const result = await getResult(trx, election)
    if (result.hash !== seenHash) throw new Conflict('result_changed')
    const verdict = await checkCertifier(trx, by.user, election, result)
    if (!verdict.ok) throw new Refused(verdict.reason)
    const before = await listCertifications(trx, result)
    const round = roundOf(result)
    const { id: account_id, name: certifier } = by.user
    const row = { election_id: id, round, account_id, certifier, result_hash: result.hash }
    await trx('certifications')
      .insert({ ...row, certified_on: by.clock.today() })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Refused('already_certified') : error
      })
    const details = { round, result_hash: result.hash }
    const subject = subjectOf(election)
    if (!isCertified([...before.map((one) => one.account_id), account_id])) {
      return { action: 'election.certified_once', subject, details, result: { id } }
    }
    await moveElection(trx, election, 'certified')
    const standing = await listStanding(trx, id)
    const elected = result.elected.flatMap((one) => standing.filter((candidacy) => candidacy.id === one))
    const seated = (await seatElected(trx, by, election, elected)).map((one: Seated) => ({ ...one }))
    return {
      action: 'election.certified',
      subject,
      details: { ...details, elected: result.elected, seated },
      result: { id },
    }
  })
}

/** Makes the result final, when nobody can complain any more. */
export async function finishElection(db: Db, by: Official, id: number): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'certified')
    const verdict = checkFinal(election, by)
    if (!verdict.ok) throw new Refused(verdict.reason, verdict.params)
    await moveElection(trx, election, 'final')
    const details = { complaints_until: election.complaints_until }
    return { action: 'election.final', subject: subjectOf(election), details, result: { id } }
  })
}

/** Whether the complaint period is over. */
export function checkFinal(election: Election, { clock }: Pick<Official, 'clock'>) {
  return mayBecomeFinal({
    pollingDay: election.polling_on,
    complaintDays: election.statutes.rules.complaintDays.value,
    today: clock.today(),
    undecidedComplaints: 0,
  })
}
