import { readConfig } from './config.ts'
import { migrationSource } from './migrations/index.ts'

const { database } = readConfig()

/** For knex's own commands; the server migrates by itself when it starts. */
export const development = {
  ...(database.client === 'pg'
    ? { client: 'pg', connection: database.connectionString }
    : { client: database.client, connection: { filename: database.filename }, useNullAsDefault: true }),
  migrations: { migrationSource },
}
