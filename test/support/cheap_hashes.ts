import { createRequire } from 'node:module'
import type { hash } from '@node-rs/argon2'

/** The least that the library takes: a test tries who is let in, not how long a password withstands. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 }

/** From here on each password that the program stores is quick to make and to check, since thousands are. */
export function makeHashesCheap(): void {
  const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as { hash: typeof hash }
  const dear = argon2.hash
  argon2.hash = (password, options, signal) => dear(password, options ?? CHEAP, signal)
}
