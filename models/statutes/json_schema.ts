import { z } from 'zod'
import { statutesSchema } from './schema.ts'

/**
 * The shape of a statutes file as a JSON Schema (draft 7, which most editors read). What one part demands of another,
 * such as the sum of the seats, no schema can say: that is checked when the file is read.
 */
export function statutesJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(statutesSchema, {
    target: 'draft-7',
    io: 'input',
    reused: 'ref',
  })
  return { $schema, title: 'Vedtægter for et udsatteråd', ...schema }
}

/** The schema as the text that is published. */
export function statutesJsonSchemaText(): string {
  return `${JSON.stringify(statutesJsonSchema(), null, 2)}\n`
}
