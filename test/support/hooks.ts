import { registered, runName } from './around.ts'
import { bundleForTests } from './bundled_asides.ts'
import { waitAtMost } from '../../models/core/jobs.ts'
import { makeHashesCheap } from './cheap_hashes.ts'

/**
 * Loaded before every test file. The suite runs in a zone where it is already tomorrow for most of the Danish day, so
 * that a date read in the machine's own zone comes out wrong and is seen. CI also runs it far to the west.
 */
process.env.TZ = process.env.TEST_TZ ?? 'Pacific/Kiritimati'
runName()
makeHashesCheap()
bundleForTests()

/** Longer than any test may last. */
const A_TEST_MS = 300_000

export const mochaHooks = {
  beforeEach(): void {
    waitAtMost(A_TEST_MS)
    for (const hooks of registered()) hooks.beforeEach?.()
  },
  async afterEach(): Promise<void> {
    for (const hooks of registered()) await hooks.afterEach?.()
  },
  /** Once at the end, or after each file when the files are spread over several processes. */
  async afterAll(): Promise<void> {
    for (const hooks of registered()) await hooks.afterAll?.()
  },
}

/** In the process that started the run, after the last file of all. */
export async function mochaGlobalTeardown(): Promise<void> {
  // A server made for one run is thrown away whole: dropping thousands of databases would take minutes.
  if (!process.env.TEST_DATABASE_URL || process.env.TEST_DATABASE_DISPOSABLE === '1') return
  const { removeDatabasesOf } = await import('./databases/server.ts')
  await removeDatabasesOf(runName())
}
