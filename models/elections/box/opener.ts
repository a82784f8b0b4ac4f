import type { SignedBallot } from '../../rules/elections/box/ballot_content.ts'
import { openSealed, publicKeyOf, wipe } from './sealing.ts'

/** Opens sealed ballots by a key that only it holds. `undefined` stands for one that it cannot open. */
export interface Opener {
  /** The half of its key that everybody may know. */
  publicKey: Buffer
  open(sealed: readonly Uint8Array[], marksMax: number): Promise<(SignedBallot | undefined)[]>
  /** Forgets the key. */
  end(): void
}

/** Holds the key in this process: in the server only the process aside may do so. */
export async function openerOf(secretKey: Uint8Array): Promise<Opener> {
  const publicKey = await publicKeyOf(secretKey)
  return {
    publicKey,
    open: (sealed, marksMax) =>
      Promise.resolve(sealed.map((one) => openSealed(one, { publicKey, secretKey }, marksMax))),
    end: () => {
      wipe(secretKey)
    },
  }
}
