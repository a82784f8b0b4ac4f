import { run } from './node.ts'

const { text, status } = await run(process.argv.slice(2))
process.stdout.write(`${text}\n`)
process.exitCode = status
