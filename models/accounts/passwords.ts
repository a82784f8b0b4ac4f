import { hash, verify } from '@node-rs/argon2'

/** The length of a password is worth more than odd characters. */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** Stands in for a missing account, so that an unknown address takes as long as a wrong password. */
const dummyHash = hash('an account that does not exist')

/** The comparison takes the same time whether or not there is a stored hash. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await dummyHash), password)
  return fits && stored !== null && stored !== undefined
}
