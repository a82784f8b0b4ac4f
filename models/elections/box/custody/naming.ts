import { act } from '../../../core/audit.ts'
import type { Db } from '../../../core/db.ts'
import { NotFound, Refused, require } from '../../../core/errors.ts'
import type { AccountId, ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import { stands } from '../../../rules/elections/certification.ts'
import { mayHold, thresholdOf } from '../../../rules/elections/box/custody.ts'
import { type BoardMember, listBoardChoices } from '../../board.ts'
import { listStanding } from '../../candidates/candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import { findKeyAndTrial, requireBooth } from '../keys.ts'

/** A holder with an account, or the name of one without. */
export type NamedHolder = { account: AccountId } | { name: string }

/** The accounts that may work with the election, and do not stand in it. */
export async function listHolderChoices(
  db: Db,
  { id, area_id }: Pick<Election, 'id' | 'area_id'>,
): Promise<Pick<BoardMember, 'id' | 'name'>[]> {
  const candidates = await listStanding(db, id)
  const choices = await listBoardChoices(db, area_id)
  return choices.filter((choice) => !stands(choice, candidates)).map(({ id, name }) => ({ id, name }))
}

/** Says who is to hold a slip each. Slips that were shown before no longer count. */
export async function nameHolders(
  db: Db,
  by: Official,
  id: ElectionId,
  form: { holders: readonly NamedHolder[]; replaces_tried?: boolean },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireBooth(election)
    requireAct(election, 'lockBox')
    const before = await findKeyAndTrial(trx, id)
    if (before?.tried && form.replaces_tried !== true)
      throw new Refused('slips_are_tried', {}, 'replaces_tried')
    const choices = await listBoardChoices(trx, election.area_id)
    const holders = form.holders.map((holder) => holderAmong(choices, holder))
    require(mayHold(holders, await listStanding(trx, id)), 'holder_1')
    const shares = holders.length
    const threshold = thresholdOf(shares) ?? shares
    const made = { made_by: by.name, account_id: by.user.id, made_on: by.clock.today() }
    const custody_id = await insertOne(trx, 'box_custodies', { election_id: id, threshold, shares, ...made })
    const slips = holders.map(({ name, account }, index) => ({
      ...{ custody_id, number: index + 1, holder: name, account_id: account?.id ?? null },
    }))
    await trx('box_slips').insert(slips)
    const details = {
      ...{ threshold, shares },
      holders: slips.map(({ number, holder }) => ({ number, holder })),
    }
    return { action: 'election.box_holders_named', subject: subjectOf(election), details, result: { id } }
  })
}

/** Throws NotFound for an account that no page offers. */
function holderAmong(choices: readonly BoardMember[], holder: NamedHolder) {
  if ('name' in holder) return { name: holder.name, account: undefined }
  const account = choices.find(({ id }) => id === holder.account)
  if (!account) throw new NotFound(`account ${holder.account}`)
  return { name: account.name, account }
}
