import { type Db } from '../../../core/db.ts'
import { NotFound } from '../../../core/errors.ts'
import type { AccountId, BoxKeyId, ElectionId } from '../../../core/ids.ts'
import {
  type Custody as Rules,
  type HeldSlip as Held,
  isTriedEnough,
  slipState,
  type SlipState,
} from '../../../rules/elections/box/custody.ts'
import type { BoxCustodyRow, BoxSlipCopyRow, BoxSlipKeyRow, BoxSlipRow, BoxSlipTrialRow } from './tables.ts'
import type { SealedShare } from './slip_key.ts'

/** One slip: who holds it, and how far it has come. */
export interface HeldSlip extends Held {
  id: BoxSlipRow['id']
  holder: string
  state: SlipState
  /** What was shown last; undefined before anything was. */
  key: BoxSlipKeyRow | undefined
  copy: BoxSlipCopyRow | undefined
  trials: BoxSlipTrialRow[]
}

export interface Custody extends Rules, Pick<BoxCustodyRow, 'id' | 'shares' | 'made_by' | 'made_on'> {
  slips: HeldSlip[]
  /** Enough slips have been tried, each by somebody else than the person who named the holders. */
  isTriedEnough: boolean
}

/** Who holds which slip of the newest naming, and who has tried which; undefined when nobody has been named. */
export async function findCustody(db: Db, electionId: ElectionId): Promise<Custody | undefined> {
  const custody = await db('box_custodies').where({ election_id: electionId }).orderBy('id', 'desc').first()
  return custody && load(db, custody)
}

/** Who held the slips of this key; undefined for a key from before slips had named holders. */
export async function custodyOfKey(db: Db, keyId: BoxKeyId): Promise<Custody | undefined> {
  const custody = await db('box_custodies')
    .join('box_slips', 'box_slips.custody_id', 'box_custodies.id')
    .join('box_slip_keys', 'box_slip_keys.slip_id', 'box_slips.id')
    .join('box_shares', 'box_shares.slip_key_id', 'box_slip_keys.id')
    .where({ box_key_id: keyId })
    .first<BoxCustodyRow | undefined>('box_custodies.*')
  return custody && load(db, custody)
}

export async function getSlip(
  db: Db,
  electionId: ElectionId,
  number: number,
): Promise<{ custody: Custody; slip: HeldSlip }> {
  const custody = await findCustody(db, electionId)
  const slip = custody?.slips.find((one) => one.number === number)
  if (!custody || !slip) throw new NotFound(`slip ${number}`)
  return { custody, slip }
}

/** The slip that this account holds. */
export function slipOf(custody: Custody | undefined, account: AccountId): HeldSlip | undefined {
  return custody?.slips.find(({ account_id }) => account_id === account)
}

/** What opens the shares of this key; empty for a key from before slips had named holders. */
export async function listShares(db: Db, keyId: BoxKeyId): Promise<SealedShare[]> {
  return db('box_shares')
    .join('box_slip_keys', 'box_slip_keys.id', 'box_shares.slip_key_id')
    .join('box_slips', 'box_slips.id', 'box_slip_keys.slip_id')
    .where({ box_key_id: keyId })
    .orderBy('number')
    .select<SealedShare[]>('number', 'public_key', 'sealed')
}

async function load(db: Db, custody: BoxCustodyRow): Promise<Custody> {
  const rows = await db('box_slips').where({ custody_id: custody.id }).orderBy('number')
  const slips: HeldSlip[] = []
  for (const row of rows) slips.push(await loadSlip(db, row))
  const keys = slips.flatMap(({ key }) => key?.id ?? [])
  const isLocked = (await db('box_shares').whereIn('slip_key_id', keys).first('slip_key_id')) !== undefined
  const { id, threshold, shares, made_by, account_id, made_on } = custody
  const loaded = { id, threshold, shares, made_by, account_id, made_on, slips, isLocked }
  return { ...loaded, isTriedEnough: isTriedEnough(loaded) }
}

async function loadSlip(db: Db, { id, number, holder, account_id }: BoxSlipRow): Promise<HeldSlip> {
  const key = await db('box_slip_keys').where({ slip_id: id }).orderBy('id', 'desc').first()
  const of = { slip_key_id: key?.id ?? null }
  const copy = key && (await db('box_slip_copies').where(of).first())
  const trials = key ? await db('box_slip_trials').where(of).orderBy('account_id') : []
  const held = {
    ...{ number, account_id, shownTo: key?.account_id ?? null, isOnPaper: copy !== undefined },
    triedBy: trials.map((trial) => trial.account_id),
  }
  return { id, holder, ...held, state: slipState(held), key, copy, trials }
}
