import { hash, verify } from '@node-rs/argon2'

/** Shorter passwords are refused; longer ones are worth more than odd characters. */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** A hash of nothing anyone knows, so that an unknown address costs as long as a wrong password. */
const nobody = hash('an account that does not exist')

/** True when the password fits. Takes the same time whether or not there is a hash to compare with. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password)
  return fits && stored !== null && stored !== undefined
}
