import type { Server } from 'node:http'
import type { Express } from 'express'
import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../app.ts'
import { movableClock, type MovableClock } from '../../rehearsal/kit/clock.ts'
import { Page, type SentForm } from '../../rehearsal/kit/page.ts'
import { encode, multipart, type SentFile } from '../../rehearsal/kit/sent_form.ts'
import { readConfig, type Config, type DatabaseConfig } from '../../config.ts'
import { inviteAccount } from '../../models/accounts/accounts.ts'
import { renewLink } from '../../models/accounts/credentials.ts'
import { useLink } from '../../models/accounts/links.ts'
import { hashPassword } from '../../models/accounts/passwords.ts'
import { act, type By } from '../../models/core/audit.ts'
import type { Db } from '../../models/core/db.ts'
import type { AccountId } from '../../models/core/ids.ts'
import { settled } from '../../models/core/jobs.ts'
import type { Role } from '../../models/accounts/tables.ts'
import { CAST, PASSWORD, type CastName } from './cast.ts'
import { aRememberingDatabase } from './database.ts'
import { beforeOpening, remembered } from './databases/remembered.ts'
import { asSystem, SECRET } from './databases/keys.ts'
import { browsers, listening } from './listening.ts'
import './missing_texts.ts'

/** A clock that stands still until a test moves it. */
export function aClock(moment = '2026-01-15'): MovableClock {
  return movableClock(moment)
}

export type { MovableClock }

export interface TestApp {
  db: Db
  /** How another process opens the same database. */
  database(): Promise<DatabaseConfig>
  app: Express
  /** Visitors ask this one: a house that gets another app needs a server for it too. */
  server: Server
  clock: MovableClock
  /** The system as the author of what builders do, on the clock's day. */
  by: By
  visitor(): Visitor
  /** Signs in one of the cast; the account is made the first time. */
  as(name: CastName): Promise<Visitor>
  accountOf(name: CastName): Promise<AccountId>
}

/** The real app on a migrated database of its own, on 15 January 2026 by default. */
export async function anApp(options: { on?: string; env?: Record<string, string> } = {}): Promise<TestApp> {
  const { db, config: database, council } = await aRememberingDatabase()
  const clock = aClock(options.on)
  const config = testConfig(options.env)
  const app = createApp({ db, config, clock, council, log: pino({ level: 'silent' }) })
  const server = await listening(app)
  const by = asSystem(clock)
  const accounts = new Map<CastName, AccountId>()
  const house: TestApp = {
    db,
    database: async () => {
      await beforeOpening(db)
      return database
    },
    app,
    clock,
    by,
    accountOf: async (name) => {
      const id = accounts.get(name) ?? (await anAccountOf(house, name))
      accounts.set(name, id)
      return id
    },
    server,
    visitor: () => new Visitor(house),
    as: async (name) => {
      const visitor = new Visitor(house)
      visitor.take(await signedIn(house, name, options.env))
      return visitor
    },
  }
  return house
}

const anAccountOf = remembered(async function anAccountOf({ db, by }: TestApp, name: CastName) {
  const known = await db('accounts').where({ email: CAST[name].email }).first('id')
  return known?.id ?? (await anAccount(db, by, CAST[name]))
})

const signedIn = remembered(async function signedIn(
  house: TestApp,
  name: CastName,
  _env: Record<string, string> | undefined,
) {
  await house.accountOf(name)
  const visitor = new Visitor(house)
  const asked = await visitor.raw('get', '/log-ind')
  const { action, fields } = new Page({ status: asked.status, url: '/log-ind', html: asked.text }).fill({
    ...{ email: CAST[name].email, password: PASSWORD },
  })
  const answer = await visitor.raw('post', action, fields)
  if (answer.status !== 303) throw new Error(`${name} was not let in: ${answer.status}`)
  // A first page gives the session what every page puts there; the page of the own account is the shortest.
  const first = await visitor.raw('get', '/kontor/min-konto')
  return [asked, answer, first].flatMap(({ headers }) => (headers['set-cookie'] ?? []) as string[])
})

export function testConfig(env: Record<string, string> = {}): Config {
  return readConfig({
    DATABASE_FILE: ':memory:',
    SESSION_SECRET: SECRET,
    SIGN_IN_LIMIT: '10000',
    LOG_LEVEL: 'silent',
    ...env,
  })
}

export async function anAccount(
  db: Db,
  by: By,
  who: { name: string; email: string; phone?: string; role: Role; places?: readonly string[] },
): Promise<AccountId> {
  const places = await db('bodies')
    .whereIn('slug', [...(who.places ?? [])])
    .pluck('id')
  const { name, email, phone = null, role } = who
  const { id } = await inviteAccount(db, by, { name, email, phone, role, personId: null, places })
  await givePassword(db, by, id)
  return id
}

/** Like `choosePassword`, but with a hash that is made once. */
async function givePassword(db: Db, by: By, id: AccountId): Promise<void> {
  const token = await renewLink(db, by, id)
  password_hash ??= hashPassword(PASSWORD)
  const set = { password_hash: await password_hash, password_version: 1 }
  await act(db, by, async (trx) => {
    await useLink(trx, token, 'password', by.clock)
    await trx('accounts').where({ id }).update(set)
    return { action: 'account.password_set', subject: `account:${id}`, details: {}, result: { id } }
  })
}

let password_hash: Promise<string> | undefined

/**
 * A browser without JavaScript: keeps cookies, follows redirects, reads pages, sends forms as they stand. It looks at
 * the page after a form once the jobs that the form began have ended, so that no test depends on their speed.
 */
export class Visitor {
  private readonly agent: ReturnType<typeof request.agent>
  private readonly db: Db

  constructor({ server, db }: Pick<TestApp, 'server' | 'db'>) {
    this.agent = request.agent(server).use((asked: request.Test) => asked.agent(browsers))
    // Packing each page and unpacking it again would take time and try nothing.
    this.agent.set('Accept-Encoding', 'identity')
    this.db = db
  }

  /** Takes up the cookies that a server set for another visitor. */
  take(cookies: string[]): void {
    this.agent.jar.setCookies(cookies, '127.0.0.1', '/')
  }

  async get(path: string): Promise<Page> {
    return this.follow(path, await this.agent.get(path))
  }

  async submit(page: Page, fields: Record<string, string | string[]> = {}, button?: string): Promise<Page> {
    return this.send(page.fill(fields, button))
  }

  /** Sends a form as it is, even one that no page would have made. */
  async send({ action, fields }: SentForm): Promise<Page> {
    const answer = await this.agent.post(action).type('form').send(encode(fields))
    return this.follow(action, answer)
  }

  /** Sends a form with a file as a browser does: the fields first, in the order of the page. */
  async upload({ action, fields }: SentForm, file?: SentFile): Promise<Page> {
    const { type, body } = multipart(fields, file)
    const sent = this.agent.post(action).set('Content-Type', type).send(body)
    return this.follow(action, await sent)
  }

  raw(method: 'get' | 'post', path: string, fields: Record<string, string | string[]> = {}): request.Test {
    return method === 'get' ? this.agent.get(path) : this.agent.post(path).type('form').send(encode(fields))
  }

  async signIn(email: string, password = PASSWORD): Promise<Page> {
    return this.submit(await this.get('/log-ind'), { email, password })
  }

  private async follow(path: string, answer: request.Response): Promise<Page> {
    const to = answer.headers.location
    if (answer.status >= 300 && answer.status < 400 && to !== undefined) {
      await settled(this.db)
      return this.get(to)
    }
    return new Page({ status: answer.status, url: path, html: answer.text })
  }
}
