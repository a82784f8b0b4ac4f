import { housekeeping } from './commands/housekeeping.ts'
import { runAsProcess } from './commands/terminal.ts'

await runAsProcess(housekeeping)
