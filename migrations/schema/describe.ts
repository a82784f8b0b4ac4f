import path from 'node:path'
import { projectRoot } from '../../config.ts'
import { isPostgres, type Db } from '../../models/core/db.ts'
import { describePostgres } from './postgresql.ts'
import { describeSqlite } from './sqlite.ts'

const HEAD = `-- The schema as the migrations make it, in text. To read, not to run: \`npm run schema\` writes it anew,
-- and a test on each engine compares it with the database.
`

/**
 * The tables, columns, checks, keys, indexes, triggers and functions of a migrated database, in an order that does not
 * depend on when they were made. The tables that the migration tool keeps for itself are left out.
 */
export async function describeSchema(db: Db): Promise<string> {
  const parts = isPostgres(db) ? await describePostgres(db) : await describeSqlite(db)
  return `${HEAD}\n${parts.join('\n\n')}\n`
}

/** The file in which the schema of the database's engine is written down. */
export function schemaFile(db: Db): string {
  return path.join(projectRoot, 'migrations/schema', isPostgres(db) ? 'postgresql.sql' : 'sqlite.sql')
}
