import { setImmediate as nextTurn } from 'node:timers/promises'
import { act } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import { type ElectionId, NO_ID } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { mayCount } from '../../rules/elections/certification.ts'
import { countBallots, type Marks } from '../../rules/elections/tally.ts'
import { ballotOf, type BoothBallot } from '../booth/ballot.ts'
import { boothAccount } from '../booth/panel.ts'
import { closeBooths } from '../booth/booths.ts'
import { codesHash } from './codes.ts'
import { shuffled, storeBallots, storeCodes } from './storing.ts'
import { listStanding } from '../candidates/candidates.ts'
import { completeCount, type Completion } from '../count/completion.ts'
import { hasBooth } from '../means.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { openSealed, publicKeyOf } from './sealing.ts'

/** How many sealed ballots are read at a time, and how many are opened before other requests get their turn. */
const READ_AT_ONCE = 1000
const OPENED_AT_ONCE = 100

/** No voter can have set this mark, so that every recount finds the ballot invalid. */
const UNREADABLE: Marks = [NO_ID]

export interface Opening {
  secretKey: Uint8Array
  /** Who was there, as the record names them. */
  openedBy: string
  /** Called as ballots are opened, and once all are stored. */
  onProgress?: (done: number, of: number) => void
}

/**
 * Decrypts in memory, shuffles, and stores under new random ids in their order, in one act that removes the sealed
 * ones and keeps their sorted codes. Refuses unless the account closes. The caller wipes the key and runs `compactBox`.
 */
export async function openBox(
  db: Db,
  by: Official,
  id: ElectionId,
  opening: Opening,
): Promise<{ waitsFor: Completion['waitsFor'] | null }> {
  await requireOpenable(db, by, id)
  const ballot = await ballotOf(db, id)
  const { marks, codes } = await openAll(db, ballot, opening)
  return act(db, by, async (trx) => {
    const { election, account } = await requireOpenable(trx, by, id)
    if (account.cast !== marks.length) throw new Conflict('box_account_open', figures(account, marks.length))
    const box = countBallots(marks, ballot)
    const { envelopes, blank, invalid } = box
    const { releases, voided } = account
    const row = { releases, voided, envelopes, blank, invalid, codes_hash: codesHash(codes) }
    const made = { opened_by: opening.openedBy, opened_on: by.clock.today() }
    await trx('box_openings').insert({ election_id: id, ...row, ...made })
    await storeBallots(trx, id, shuffled(marks))
    if (box.votes.length > 0)
      await trx('box_lines').insert(box.votes.map((line) => ({ election_id: id, ...line })))
    await storeCodes(trx, id, codes)
    await trx('envelopes').where({ election_id: id }).delete()
    const { waitsFor = null } = await completeCount(trx, election)
    opening.onProgress?.(marks.length, marks.length)
    const details = { ...row, opened_by: opening.openedBy }
    return { action: 'election.box_opened', subject: subjectOf(election), details, result: { waitsFor } }
  })
}

interface Account {
  releases: number
  cast: number
  voided: number
}

/** Throws when this user cannot open the box now. */
export async function requireOpenable(
  db: Db,
  by: Official,
  id: ElectionId,
): Promise<{ election: Election; account: Account }> {
  const election = await getElection(db, by.user, id)
  if (!hasBooth(election)) throw new Conflict('no_booth_here')
  if (await db('box_openings').where({ election_id: id }).first('election_id'))
    throw new Conflict('box_is_open')
  requireAct(election, 'openBox')
  const { id: accountId, name, personId } = by.user
  require(
    mayCount({
      account: { id: accountId, name, person_id: personId },
      candidates: await listStanding(db, id),
      countedThisRoundBy: [],
    }),
  )
  // A release given in the instant when polling closed is taken back like the others.
  await closeBooths(db as Trx, id)
  const account = await boothAccount(db, id)
  const inBox = await countEnvelopes(db, id)
  if (inBox !== account.cast || account.releases !== account.cast + account.voided)
    throw new Conflict('box_account_open', figures(account, inBox))
  return { election, account }
}

async function countEnvelopes(db: Db, electionId: ElectionId): Promise<number> {
  const [row] = await db('envelopes')
    .where({ election_id: electionId })
    .count<{ count: number | string }[]>('* as count')
  return Number(row?.count ?? 0)
}

function figures({ releases, cast, voided }: Account, envelopes: number) {
  return { releases, cast, voided, envelopes }
}

/** A ballot that names another election is invalid here. */
async function openAll(
  db: Db,
  ballot: BoothBallot,
  { secretKey, onProgress }: Opening,
): Promise<{ marks: Marks[]; codes: string[] }> {
  const { electionId, longest } = ballot
  const keys = { secretKey, publicKey: await publicKeyOf(secretKey) }
  if (!ballot.publicKey?.equals(keys.publicKey)) throw new Refused('slips_do_not_fit', {}, 'slip_1')
  const of = await countEnvelopes(db, electionId)
  const marks: Marks[] = []
  const codes: string[] = []
  let reading = readAfter(db, electionId, '')
  for (;;) {
    const envelopes = await reading
    const isLast = envelopes.length < READ_AT_ONCE
    // The next are read while these are opened.
    if (!isLast) reading = readAfter(db, electionId, envelopes.at(-1)?.id ?? '')
    for (const { sealed, code } of envelopes) {
      const content = openSealed(sealed, keys, longest)
      marks.push(content?.election === electionId ? content.marks : UNREADABLE)
      codes.push(code)
      if (marks.length % OPENED_AT_ONCE === 0) {
        onProgress?.(marks.length, of)
        await nextTurn()
      }
    }
    if (isLast) return { marks, codes }
  }
}

async function readAfter(db: Db, electionId: ElectionId, last: string) {
  return db('envelopes')
    .where({ election_id: electionId })
    .where('id', '>', last)
    .orderBy('id')
    .limit(READ_AT_ONCE)
    .select('id', 'sealed', 'code')
}
