import { parseArgs } from 'node:util'
import { typecheck } from './typecheck/program.ts'

/** Checks the types of the sources and of the templates: `npm run typecheck [-- --cache FILE]`. */
const { values } = parseArgs({ options: { cache: { type: 'string' } } })
const { errors, templates } = typecheck(values.cache === undefined ? {} : { cache: values.cache })
const loose = templates.filter(({ isLoose }) => isLoose).length
for (const error of errors) process.stderr.write(`${error}\n`)
if (loose > 0)
  process.stdout.write(`${String(loose)} of ${String(templates.length)} templates have no type yet.\n`)
if (errors.length > 0) process.exitCode = 1
