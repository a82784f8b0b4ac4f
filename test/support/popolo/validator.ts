import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Validator, type Schema } from 'jsonschema'

const folder = import.meta.dirname

const SCHEMAS = {
  organizations: 'organization',
  posts: 'post',
  persons: 'person',
  memberships: 'membership',
  areas: 'area',
  events: 'event',
} as const

export function popoloErrors(exported: Record<string, object[]>): string[] {
  const validator = new Validator()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const schema = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Schema
    // Draft 3 ends its addresses in an empty fragment, which means the document itself.
    validator.addSchema(schema, schema.id?.replace(/#$/, ''))
  }
  return Object.entries(SCHEMAS).flatMap(([list, name]) => {
    const things = exported[list]
    if (!things) return [`${list} is missing`]
    const schema = { $ref: `http://www.popoloproject.com/schemas/${name}.json` }
    return things.flatMap((thing, at) =>
      validator.validate(thing, schema).errors.map((error) => `${list}[${at}] ${error.stack}`),
    )
  })
}
