import { parseArgs } from 'node:util'
import { projectRoot } from '../config.ts'
import { measure } from './house/measures.ts'
import { orderOf } from './house/order.ts'
import { drawInReadme } from './house/picture.ts'
import { reportOf } from './house/report.ts'

/** Measures the house and holds it to its limits; with `--picture` draws it in README first. */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, picture: { type: 'boolean' } } })
// The command has failed until every limit is known to be kept.
process.exitCode = 1
if (values.picture) drawInReadme()
const measures = await measure(projectRoot, orderOf(projectRoot))
process.stdout.write(`${values.json ? JSON.stringify({ measures }, null, 2) : reportOf(measures)}\n`)
if (measures.every(({ kept, held }) => kept || !held)) process.exitCode = 0
