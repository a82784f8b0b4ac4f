import { rehearsal } from './commands/rehearsal.ts'
import { runAsProcess } from './commands/terminal.ts'

await runAsProcess(rehearsal)
