import type { SignedIn } from '../../accounts/accounts.ts'
import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import type { ElectionId, InvestigationId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import {
  FIGURES,
  mayInvestigate,
  maySign,
  SIGNERS_NEEDED,
} from '../../rules/elections/protocol/investigation.ts'
import { facts } from '../../rules/elections/state.ts'
import type { Actor } from '../../rules/elections/certification.ts'
import { listBoard } from '../board.ts'
import { listStanding } from '../candidates/candidates.ts'
import { formerText } from '../count/former.ts'
import { countAnew } from '../count/recounts.ts'
import { loadCounting } from '../count/rounds.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { storeRecord } from '../record/record.ts'
import { getResult } from '../result/loading.ts'
import { roundOf, totalsOf } from '../result/result.ts'
import { findOpenInvestigation, type Investigation } from './listing.ts'

export { FIGURES }

/** The board says why the count is to be looked into. Until it is closed, nothing is certified and nothing is final. */
export async function beginInvestigation(
  db: Db,
  by: Official,
  id: ElectionId,
  { reason }: { reason: string },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'investigate')
    require(await checkInvestigator(trx, by.user, election))
    const number = (await trx('investigations').where({ election_id: id })).length + 1
    const begun = { begun_by: by.name, begun_on: by.clock.today() }
    await insertOne(trx, 'investigations', { election_id: id, number, reason, ...begun }).catch(
      (error: unknown) => {
        throw isTaken(error) ? new Conflict('under_investigation') : error
      },
    )
    const details = { investigation: number, reason_hash: sha256(reason) }
    return { action: 'election.investigation_begun', subject: subjectOf(election), details, result: { id } }
  })
}

export interface FindingsForm {
  findings: string
  figures: (typeof FIGURES)[number]
}

/** What was found, signed by the member of the board who writes it. It takes effect when a second one signs. */
export async function writeFindings(
  db: Db,
  by: Official,
  id: ElectionId,
  { findings, figures }: FindingsForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const open = await requireOpen(trx, election)
    if (open.findings) throw new Conflict('findings_written')
    require(await checkSigner(trx, by.user, election, open))
    if (figures === 'new' && totalsOf(await getResult(trx, election)) === null)
      throw new Refused('nothing_to_recount', {}, 'figures')
    await trx('findings')
      .insert({
        ...{ investigation_id: open.id, findings, figures },
        ...{ written_by: by.name, written_on: by.clock.today() },
      })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('findings_written') : error
      })
    await sign(trx, by, election, open.id)
    const details = { investigation: open.number, figures, findings_hash: sha256(findings) }
    return { action: 'election.investigation_signed', subject: subjectOf(election), details, result: { id } }
  })
}

/** The second signature closes the investigation: the figures stay, or the ballots are counted anew. */
export async function signFindings(db: Db, by: Official, id: ElectionId): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const open = await requireOpen(trx, election)
    const { findings } = open
    if (!findings) throw new Conflict('no_findings_yet')
    require(await checkSigner(trx, by.user, election, open))
    await sign(trx, by, election, open.id)
    const details = { investigation: open.number, figures: findings.figures }
    const subject = subjectOf(election)
    if (open.signatures.length + 1 < SIGNERS_NEEDED)
      return { action: 'election.investigation_signed', subject, details, result: { id } }
    const after_round = findings.figures === 'new' ? await close(trx, by, election, open) : null
    if (after_round !== null)
      return {
        ...{ action: 'election.investigation_recount', subject, result: { id } },
        details: { ...details, after_round },
      }
    await close(trx, by, election, open)
    const logged = facts(election.status).certified ? await storeRecord(trx, by, election, 'corrected') : {}
    return {
      ...{ action: 'election.investigation_closed', subject, result: { id } },
      details: { ...details, ...logged },
    }
  })
}

/** Returns the round after which the ballots are counted anew, or null. */
async function close(
  trx: Trx,
  by: Official,
  election: Election,
  open: Investigation,
): Promise<number | null> {
  const result = await getResult(trx, election)
  const isNew = open.findings?.figures === 'new'
  const after_round = isNew ? roundOf(result) : null
  await trx('investigation_ends').insert({
    ...{
      investigation_id: open.id,
      after_round,
      was: formerText(election, result),
      closed_on: by.clock.today(),
    },
  })
  if (!isNew) return null
  await countAnew(trx, election)
  return after_round
}

async function sign(trx: Trx, by: Official, election: Election, id: InvestigationId): Promise<void> {
  await insertOne(trx, 'finding_signatures', {
    ...{ election_id: election.id, investigation_id: id, account_id: by.user.id },
    ...{ signer: by.name, signed_on: by.clock.today() },
  }).catch((error: unknown) => {
    throw isTaken(error) ? new Conflict('already_signed') : error
  })
}

async function requireOpen(trx: Trx, election: Election): Promise<Investigation> {
  requireAct(election, 'investigate')
  const open = await findOpenInvestigation(trx, election.id)
  if (!open) throw new Conflict('no_investigation')
  return open
}

/** Throws Conflict while the board looks into the count. */
export async function requireNoInvestigation(db: Db, electionId: ElectionId): Promise<void> {
  if (await findOpenInvestigation(db, electionId)) throw new Conflict('under_investigation')
}

export async function checkInvestigator(db: Db, user: SignedIn, election: Election) {
  return mayInvestigate({
    account: actorOf(user),
    boardMemberIds: (await listBoard(db, election.id)).map(({ id }) => id),
    candidates: await listStanding(db, election.id),
    isOpen: (await findOpenInvestigation(db, election.id)) !== undefined,
  })
}

export async function checkSigner(db: Db, user: SignedIn, election: Election, open: Investigation) {
  const ids = open.signatures.map(({ account_id }) => account_id)
  const accounts = await db('accounts').whereIn('id', ids).select('id', 'person_id')
  return maySign({
    account: actorOf(user),
    boardMemberIds: (await listBoard(db, election.id)).map(({ id }) => id),
    counters: (await loadCounting(db, election.id)).counters,
    candidates: await listStanding(db, election.id),
    signedBy: open.signatures.map(({ account_id: id, signer: name }): Actor => {
      return { id, name, person_id: accounts.find((account) => account.id === id)?.person_id ?? null }
    }),
  })
}

function actorOf({ id, personId, name }: SignedIn): Actor {
  return { id, person_id: personId, name }
}
