import { parseArgs } from 'node:util'
import { typecheck } from './typecheck/program.ts'

/** `-- --only office/bodies` checks those templates alone, `-- --cache FILE` only what changed since the last time. */
const { values } = parseArgs({ options: { only: { type: 'string' }, cache: { type: 'string' } } })
const errors = typecheck(values)
for (const error of errors) process.stderr.write(`${error}\n`)
if (errors.length > 0) process.exitCode = 1
