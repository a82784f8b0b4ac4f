import { readConfig, type Config } from '../../config.ts'

/** What a command gets from the process that runs it. */
export interface Terminal {
  args: readonly string[]
  /** Throws ConfigError. */
  readConfig: () => Config
  print: (text: string) => void
  warn: (text: string) => void
}

/** Returns the exit code. Throws with the sentence that is to be shown before the code 1. */
export type Command = (terminal: Terminal) => Promise<number>

/** Runs a command as this process, which ends with the command's code. */
export async function runAsProcess(command: Command): Promise<void> {
  process.exitCode = await run(command, {
    args: process.argv.slice(2),
    readConfig,
    print: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
  })
}

export async function run(command: Command, terminal: Terminal): Promise<number> {
  try {
    return await command(terminal)
  } catch (error) {
    terminal.warn(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
