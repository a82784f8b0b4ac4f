import { runAsProcess } from './commands/terminal.ts'
import { verify } from './commands/verify.ts'

await runAsProcess(verify)
