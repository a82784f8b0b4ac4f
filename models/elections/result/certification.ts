import { stateAfter } from '../../rules/elections/acts.ts'
import type { SignedIn } from '../../accounts/accounts.ts'
import { act } from '../../core/audit.ts'
import { later, type IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { isCertified, mayCertify, type Actor } from '../../rules/elections/certification.ts'
import { unconfirmed } from '../../rules/elections/board/lot_by_telephone.ts'
import { complaintDeadline, mayBecomeFinal } from '../../rules/elections/complaint_period.ts'
import { isOtherResult } from '../../rules/elections/protocol/correction.ts'
import type { CertificationRow } from './tables.ts'
import { listBoard } from '../board.ts'
import { listStanding } from '../candidates/candidates.ts'
import { countUndecided } from '../complaints/complaints.ts'
import { outcomeOf } from '../count/former.ts'
import { loadCounting } from '../count/rounds.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { removePortraits } from '../candidates/portraits.ts'
import { requireNoInvestigation } from '../investigation/investigating.ts'
import type { Official } from '../reach.ts'
import { correctionOf } from '../record/corrections.ts'
import { storeRecord } from '../record/record.ts'
import { getResult } from './loading.ts'
import { confirmOwn, listCalls } from './lot_calls.ts'
import { roundOf, type Result } from './result.ts'
import { reseat, type Seated } from './seating.ts'

/** Lists only the certifications of this very result, the first one first. */
export async function listCertifications(db: Db, result: Result): Promise<CertificationRow[]> {
  return db('certifications')
    .where({ election_id: result.election.id, round: roundOf(result), result_hash: result.hash })
    .orderBy('id')
}

export async function checkCertifier(db: Db, user: SignedIn, election: Election, result: Result) {
  const certified = await listCertifications(db, result)
  return mayCertify({
    account: { id: user.id, person_id: user.personId, name: user.name },
    boardMemberIds: (await listBoard(db, election.id)).map(({ id }) => id),
    counters: (await loadCounting(db, election.id)).counters,
    candidates: await listStanding(db, election.id),
    alreadyCertifiedBy: await certifiersOf(db, certified),
  })
}

/** Two accounts may be one person's, so the rules need the person. */
async function certifiersOf(db: Db, certified: readonly CertificationRow[]): Promise<Actor[]> {
  const ids = certified.map(({ account_id }) => account_id)
  const accounts = await db('accounts').whereIn('id', ids).select('id', 'person_id')
  return certified.map(({ account_id: id, certifier: name }) => {
    return { id, name, person_id: accounts.find((account) => account.id === id)?.person_id ?? null }
  })
}

/** In the act of the second board member the elected are given their seats; if that fails, nothing is stored. */
export async function certifyResult(
  db: Db,
  by: Official,
  id: ElectionId,
  seenHash: string,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'certify')
    await requireNoInvestigation(trx, id)
    const result = await getResult(trx, election)
    if (result.hash !== seenHash) throw new Conflict('result_changed')
    require(await checkCertifier(trx, by.user, election, result))
    const before = await listCertifications(trx, result)
    // A certification says that the lot was drawn like that, too.
    const waiting = unconfirmed(await confirmOwn(trx, by, await listCalls(trx, result)))
    const round = roundOf(result)
    const { id: account_id, name: certifier, personId: person_id } = by.user
    const row = { election_id: id, round, account_id, certifier, result_hash: result.hash }
    await trx('certifications')
      .insert({ ...row, certified_on: by.clock.today() })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Refused('already_certified') : error
      })
    const details = { round, result_hash: result.hash }
    const subject = subjectOf(election)
    const certifiers = [...(await certifiersOf(trx, before)), { id: account_id, name: certifier, person_id }]
    if (!isCertified(certifiers)) {
      return { action: 'election.certified_once', subject, details, result: { id } }
    }
    if (waiting.length > 0)
      throw new Refused('lot_unconfirmed', { names: waiting.map(({ account }) => account.name).join(', ') })
    const recount = await recountOf(trx, election, result)
    const isCorrected = recount === 'changed'
    const until = isCorrected ? { complaints_until: complaintsAgain(election, by.clock.today()) } : {}
    const certified = await moveElection(trx, election, 'certify', until)
    const standing = await listStanding(trx, id)
    const elected = result.elected.flatMap((one) => standing.filter((candidacy) => candidacy.id === one))
    const { seated, unseated } = await reseat(trx, by, certified, elected)
    const recorded = await storeRecord(trx, by, certified, isCorrected ? 'corrected' : stateAfter('certify'))
    const seats = {
      ...(recount && { recount, ...until }),
      seated: seated.map((one: Seated) => ({ ...one })),
      ...(unseated.length > 0 && { unseated }),
    }
    return {
      action: 'election.certified',
      subject,
      details: { ...details, elected: result.elected, ...seats, ...recorded },
      result: { id },
    }
  })
}

/** What counting anew has made of the result that was certified before; undefined when none was. */
async function recountOf(
  trx: Trx,
  { id }: Election,
  result: Result,
): Promise<'changed' | 'confirmed' | undefined> {
  const correction = await correctionOf(trx, id, result)
  if (!correction) return undefined
  return isOtherResult(correction.was, outcomeOf(result)) ? 'changed' : 'confirmed'
}

/** A corrected result can be complained about as long as the first one could, counted from its own certification. */
function complaintsAgain({ complaints_until, statutes }: Election, today: IsoDate): IsoDate {
  return later(complaints_until, complaintDeadline(today, statutes.rules.complaintDays.value))
}

/** The result is final when the time for complaints is over and every complaint is decided. */
export async function finishElection(db: Db, by: Official, id: ElectionId): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'makeFinal')
    await requireNoInvestigation(trx, id)
    require(await checkFinal(trx, election, by))
    const final = await moveElection(trx, election, 'makeFinal')
    const recorded = await storeRecord(trx, by, final, stateAfter('makeFinal'))
    const photos_removed = await removePortraits(trx, id)
    const details = { complaints_until: election.complaints_until, ...recorded, photos_removed }
    return { action: 'election.final', subject: subjectOf(election), details, result: { id } }
  })
}

async function checkFinal(db: Db, election: Election, { clock }: Pick<Official, 'clock'>) {
  return mayBecomeFinal({
    deadline: election.complaints_until,
    today: clock.today(),
    undecidedComplaints: await countUndecided(db, election.id),
  })
}
