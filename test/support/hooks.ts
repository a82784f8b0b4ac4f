/**
 * Loaded before every test file. The suite runs where it is already tomorrow for most of the Danish day, so a date
 * that is read in the machine's own zone comes out wrong and is seen; CI runs it once more far to the west.
 */
process.env.TZ = process.env.TEST_TZ ?? 'Pacific/Kiritimati'

const onPostgres = (process.env.TEST_DATABASE_URL ?? '') !== ''

export const mochaHooks = {
  async beforeEach(): Promise<void> {
    if (onPostgres) (await import('./reuse.ts')).testBegins()
  },
  async afterEach(): Promise<void> {
    if (onPostgres) await (await import('./reuse.ts')).testEnds()
  },
  async afterAll(): Promise<void> {
    const { removeDatabases } = await import('./database.ts')
    await removeDatabases()
  },
}
