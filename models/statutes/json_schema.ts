import { z } from 'zod'
import { statutesSchema } from './schema.ts'

/** Draft 7, which most editors read. Demands between parts, such as the sum of seats, are checked at reading. */
export function statutesJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(statutesSchema, {
    target: 'draft-7',
    io: 'input',
    reused: 'ref',
  })
  return { $schema, title: 'Vedtægter for et udsatteråd', ...schema }
}

export function statutesJsonSchemaText(): string {
  return `${JSON.stringify(statutesJsonSchema(), null, 2)}\n`
}
