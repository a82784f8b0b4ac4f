import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../../config.ts'
import type { TestApp } from '../app.ts'
import { settingsOf } from '../commands.ts'
import { SECRET } from '../databases/keys.ts'
import { searchFor } from './search.ts'

export interface Served {
  base: string
  pid: number
  stop(): Promise<void>
}

/** The server as it is run, in a process of its own on the house's database, with the machine's clock. */
export async function served(house: TestApp): Promise<Served> {
  const port = await freePort()
  const database = await house.database()
  const env = {
    ...settingsOf(database),
    ...placeOf(database.client),
    ...{ PORT: `${port}`, SESSION_SECRET: SECRET, SIGN_IN_LIMIT: '1000', LOG_LEVEL: 'error' },
  }
  const loaded = ['tsx', pathToFileURL(path.join(projectRoot, 'test/support/processes/bundle.ts')).href]
  const imports = loaded.flatMap((module) => ['--import', module])
  const child = spawn(process.execPath, [...imports, path.join(projectRoot, 'server.ts')], {
    ...{ cwd: projectRoot, env: { PATH: path.dirname(process.execPath), ...env } },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const begun = once(child.stdout, 'data')
  await Promise.race([begun, ended.then(([code]) => Promise.reject(new Error(`the server ended: ${code}`)))])
  return {
    base: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The optional driver may lie beside the project, where only the tests look. */
function placeOf(driver: string): { NODE_PATH?: string } {
  if (driver !== 'better-sqlite3') return {}
  return { NODE_PATH: path.resolve(createRequire(import.meta.url).resolve(driver), '../../..') }
}

/** Counts in how many places of a process's memory each text or key stands. Only Linux shows it. */
export async function foundInMemory(
  pid: number,
  wanted: ReadonlyMap<string, Buffer>,
): Promise<Map<string, number>> {
  const search = searchFor(wanted)
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8')
  const memory = await open(`/proc/${pid}/mem`)
  for (const line of maps.split('\n')) {
    const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    if (from === '') continue
    const start = Number.parseInt(from, 16)
    const bytes = Buffer.alloc(Number.parseInt(to, 16) - start)
    // What is reserved and not used cannot be read.
    const read = await memory.read(bytes, 0, bytes.length, start).catch(() => ({ bytesRead: 0 }))
    search.in(bytes.subarray(0, read.bytesRead))
  }
  await memory.close()
  return search.found
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
