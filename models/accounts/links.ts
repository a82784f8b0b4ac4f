import { randomBytes } from 'node:crypto'
import { sha256 } from '../core/canonical.ts'
import type { Clock } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { AccountId } from '../core/ids.ts'
import { Refused } from '../core/errors.ts'
import type { SignInLinkRow } from './tables.ts'
import { instantAt } from '../core/dates.ts'

export const LINK_DAYS = 7

/** Stores only the hash of the token. Earlier unused links for the same account and purpose stop working. */
export async function issueLink(
  db: Db,
  purpose: SignInLinkRow['purpose'],
  clock: Clock,
  accountId: AccountId | null,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await db('sign_in_links').where({ purpose, account_id: accountId, used_at: null }).delete()
  const expires_at = instantAt(Date.parse(clock.now()) + LINK_DAYS * 86_400_000)
  await db('sign_in_links').insert({
    token_hash: sha256(token),
    purpose,
    account_id: accountId,
    expires_at,
    used_at: null,
  })
  return token
}

/** Returns undefined when the link is used, out of date or unknown. */
export async function findLink(
  db: Db,
  token: string,
  purpose: SignInLinkRow['purpose'],
  clock: Clock,
): Promise<SignInLinkRow | undefined> {
  return db('sign_in_links')
    .where({ token_hash: sha256(token), purpose, used_at: null })
    .where('expires_at', '>', clock.now())
    .first()
}

/** Refuses used, outdated and unknown links alike. */
export async function useLink(
  db: Db,
  token: string,
  purpose: SignInLinkRow['purpose'],
  clock: Clock,
): Promise<SignInLinkRow> {
  const link = await findLink(db, token, purpose, clock)
  const used = link
    ? await db('sign_in_links')
        .where({ token_hash: link.token_hash, used_at: null })
        .update({ used_at: clock.now() })
    : 0
  if (!link || used !== 1) throw new Refused('link_used')
  return link
}
