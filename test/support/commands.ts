import { execFile } from 'node:child_process'
import path from 'node:path'
import { run, type Command } from '../../bin/commands/terminal.ts'
import { projectRoot, readConfig, type DatabaseConfig } from '../../config.ts'
import { SECRET } from './databases/keys.ts'

export interface Ended {
  code: number
  stdout: string
  stderr: string
}

type Settings = Record<string, string>

/** How a command is told which database to open. */
export function settingsOf(config: DatabaseConfig): Settings {
  return config.client === 'pg'
    ? { DATABASE_URL: config.connectionString }
    : { DATABASE_FILE: config.filename, DB_CLIENT: config.client }
}

/** Runs a command in the test's own process, as `runAsProcess` does. */
export async function runCommand(command: Command, settings: Settings, ...args: string[]): Promise<Ended> {
  const ended = { code: 0, stdout: '', stderr: '' }
  ended.code = await run(command, {
    args,
    readConfig: () => readConfig(withSecret(settings)),
    print: (text) => {
      ended.stdout += text
    },
    warn: (text) => {
      ended.stderr += text
    },
  })
  return ended
}

/** Runs a file of `bin` in a process of its own, which takes seconds: once for each, to try how it is called. */
export async function runFile(file: string, settings: Settings, ...args: string[]): Promise<Ended> {
  const argv = ['--import', 'tsx', path.join(projectRoot, 'bin', file), ...args]
  const env = { PATH: path.dirname(process.execPath), ...withSecret(settings) }
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { cwd: projectRoot, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

function withSecret(settings: Settings): Settings {
  return { SESSION_SECRET: SECRET, ...settings }
}
