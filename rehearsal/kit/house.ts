import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { createApp } from '../../app.ts'
import type { Config } from '../../config.ts'
import { bySystem } from '../../models/core/audit.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'
import { settled } from '../../models/core/jobs.ts'
import { outsideKeysFrom, type OutsideKeys } from '../../models/core/keys.ts'
import { firstAccountLink, prepare } from '../../models/front/preparation.ts'
import { latestStatutes } from '../../models/statutes/versions.ts'
import type { Statutes } from '../../models/statutes/document.ts'
import { movableClock, type MovableClock } from './clock.ts'

/** The real app, reachable from this machine only, with a clock that the play moves. */
export interface House {
  /** The address, without a trailing slash. */
  base: string
  db: Db
  clock: MovableClock
  keys: OutsideKeys
  statutes: Statutes
  /** The link that the first start prints. */
  firstLink: string
  close(): Promise<void>
}

export async function openHouse(config: Config, on: string): Promise<House> {
  const db = openDatabase(config.database)
  const clock = movableClock(on)
  const keys = outsideKeysFrom(config.sessionSecrets)
  const council = await prepare(db, config.statutesFile, bySystem(clock, keys))
  const server = createServer()
  const base = await listen(server)
  const log = pino({ level: config.logLevel }, pino.destination(2))
  server.on('request', createApp({ db, config: { ...config, baseUrl: base }, clock, council, log }))
  const firstLink = await firstAccountLink(db, clock, base)
  if (firstLink === undefined) throw new Error('databasen er ikke tom: den har allerede konti')
  return {
    base,
    db,
    clock,
    keys,
    statutes: (await latestStatutes(db)).statutes,
    firstLink,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await settled(db)
      await db.destroy()
    },
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
