import { parseArgs } from 'node:util'
import { typecheck } from './typecheck/program.ts'

/**
 * Checks the types of the sources and of the templates: `npm run typecheck`. With `-- --only office/bodies` it looks at
 * those templates alone, and with `-- --cache FILE` only at what changed since the last time.
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, cache: { type: 'string' } } })
const errors = typecheck(values)
for (const error of errors) process.stderr.write(`${error}\n`)
if (errors.length > 0) process.exitCode = 1
