import { createHash } from 'node:crypto'
import { split } from 'shamir-secret-sharing'
import { wordsFor } from '../../../models/elections/box/custody/key_words.ts'
import { newBoxKey } from '../../../models/elections/box/sealing.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import { insertOne } from '../../../models/core/insert.ts'
import type { TestApp } from '../app.ts'
import type { Slips } from './booth.ts'

/** A key as it was made before slips had named holders: each slip is a share. With one slip, that is the key itself. */
export async function anOldKey(
  house: TestApp,
  election_id: ElectionId,
  { threshold = 2, shares = 3, isTried = true } = {},
): Promise<Slips> {
  const { publicKey, secretKey } = await newBoxKey()
  const parts =
    threshold > 1 ? await split(secretKey, shares, threshold) : [Uint8Array.from([...secretKey, 1])]
  const made = { made_by: 'Dagmar Lind', made_on: house.clock.today() }
  const key = { election_id, public_key: publicKey.toString('hex'), threshold, shares }
  const box_key_id = await insertOne(house.db, 'box_keys', { ...key, ...made })
  if (isTried)
    await house.db('box_trials').insert({ box_key_id, tried_by: 'Lis Winther', tried_on: made.made_on })
  const box = createHash('sha256').update(publicKey).digest().subarray(0, 2)
  return parts.map((share) => wordsFor(Uint8Array.from([...box, ...share])).join(' '))
}
