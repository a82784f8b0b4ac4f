import { openDatabase, type Db, type Trx } from '../../../models/core/db.ts'
import { onPostgres, postgresUrl } from './server.ts'

/** For all tests of the suite: another database on the same PostgreSQL server is in the middle of being written to. */
export function besideABusyNeighbour(): void {
  let neighbour: Db | undefined
  let writing: Trx | undefined

  before(async () => {
    if (!onPostgres) return
    neighbour = openDatabase({ client: 'pg', connectionString: postgresUrl })
    writing = await neighbour.transaction()
    await writing.raw('select txid_current()')
  })
  after(async () => {
    await writing?.rollback()
    await neighbour?.destroy()
  })
}
