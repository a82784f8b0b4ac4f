import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Retention } from './models/rules/privacy/retention.ts'

export type DatabaseConfig =
  { client: 'sqlite3' | 'better-sqlite3'; filename: string } | { client: 'pg'; connectionString: string }

export interface Config {
  production: boolean
  port: number
  /** Without a trailing slash; one-time links are built from it. */
  baseUrl: string
  database: DatabaseConfig
  /**
   * Sign the session cookie, seal forms, and give the keys that the database never holds. A list, so that a secret can
   * be replaced: the first one seals, and what an older one has sealed is still known.
   */
  sessionSecrets: [string, ...string[]]
  secureCookies: boolean
  /** How many proxies stand in front and may tell the caller's address. */
  trustProxy: number
  session: { idleMinutes: number; absoluteHours: number }
  /** Tries to sign in, failed or not, that one address may make in ten minutes. */
  signInLimit: number
  /** The file that the command for copies touches when a copy is done; null when nothing tells of copies. */
  backupStamp: string | null
  statutesFile: string
  /** Shown on the pages about accessibility and privacy; null when the installation names no contact. */
  contact: { email: string | null; phone: string | null }
  retention: Retention
  /** null when letters are printed instead of sent by e-mail. */
  mail: MailConfig | null
  logLevel: 'silent' | 'error' | 'info' | 'debug'
}

export interface MailConfig {
  url: string
  from: string
}

type Environment = Record<string, string | undefined>

/** A setting is missing or makes no sense. The message names the setting and says how to mend it. */
export class ConfigError extends Error {}

/** The folder with package.json, found from this file whether it runs as source or from dist/. */
export const projectRoot = findRoot(import.meta.dirname)

function findRoot(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : findRoot(path.dirname(from))
}

/** Reads every setting from the environment, the only place that does. Throws ConfigError. */
export function readConfig(env: Environment = process.env): Config {
  const production = env.NODE_ENV === 'production'
  const port = wholeNumber(env, 'PORT', 3000, 0, 65535)
  const baseUrl = readBaseUrl(env, port)
  const database = readDatabase(env)
  return {
    production,
    port,
    baseUrl,
    database,
    sessionSecrets: readSecrets(env, production, database),
    secureCookies: baseUrl.startsWith('https://'),
    trustProxy: wholeNumber(env, 'TRUST_PROXY', 0, 0, 10),
    session: {
      idleMinutes: wholeNumber(env, 'SESSION_IDLE_MINUTES', 60, 1, 24 * 60),
      absoluteHours: wholeNumber(env, 'SESSION_ABSOLUTE_HOURS', 12, 1, 7 * 24),
    },
    signInLimit: wholeNumber(env, 'SIGN_IN_LIMIT', 10, 1, 10_000),
    backupStamp: env.BACKUP_STAMP || null,
    statutesFile: path.resolve(projectRoot, env.STATUTES_FILE ?? 'statutes/randers-2018.json'),
    contact: { email: env.CONTACT_EMAIL || null, phone: env.CONTACT_PHONE || null },
    retention: {
      rollDays: wholeNumber(env, 'KEEP_ROLLS_DAYS', 0, 0, 365),
      applicationMonths: wholeNumber(env, 'KEEP_APPLICATIONS_MONTHS', 6, 1, 60),
      contactMonths: wholeNumber(env, 'KEEP_CONTACTS_MONTHS', 12, 1, 60),
      accountMonths: wholeNumber(env, 'KEEP_ACCOUNTS_MONTHS', 12, 1, 60),
      draftDays: wholeNumber(env, 'KEEP_DRAFTS_DAYS', 30, 1, 365),
    },
    mail: readMail(env),
    logLevel: oneOf(env, 'LOG_LEVEL', ['silent', 'error', 'info', 'debug'], 'info'),
  }
}

/** When false, a rehearsal of other councils brings its own statutes. */
export function statutesFileIsChosen(env: Environment = process.env): boolean {
  return env.STATUTES_FILE !== undefined
}

/** For an installation that is thrown away: its own database file and secret, so that nothing real is touched. */
export function readScratchConfig(filename: string, env: Environment = process.env): Config {
  return readConfig({
    // The scratch house has to behave like the one in use.
    NODE_ENV: 'production',
    DATABASE_FILE: filename,
    SESSION_SECRET: randomBytes(32).toString('base64'),
    // The people of a play all sign in from one machine.
    SIGN_IN_LIMIT: '10000',
    DB_CLIENT: env.DB_CLIENT,
    STATUTES_FILE: env.STATUTES_FILE,
    PORT: env.PORT,
    LOG_LEVEL: env.LOG_LEVEL ?? 'error',
  })
}

function readBaseUrl(env: Environment, port: number): string {
  const text = env.BASE_URL || `http://localhost:${port}`
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new ConfigError(`BASE_URL must be an address like https://raad.example, but is "${text}".`)
  }
  return text.replace(/\/+$/, '')
}

/** Throws ConfigError when only one of the two settings is given: half a setting is a mistake. */
function readMail(env: Environment): MailConfig | null {
  const url = env.SMTP_URL ?? ''
  const from = env.MAIL_FROM ?? ''
  if (url === '' && from === '') return null
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ConfigError('SMTP_URL must be an address like smtps://user:password@mail.example:465.')
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(from)) {
    throw new ConfigError('MAIL_FROM must be the address that letters come from, like raad@example.dk.')
  }
  return { url, from }
}

function readDatabase(env: Environment): DatabaseConfig {
  if (env.DATABASE_URL) {
    if (!/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
      throw new ConfigError(
        'DATABASE_URL must begin with postgres://. For SQLite, set DATABASE_FILE instead.',
      )
    }
    return { client: 'pg', connectionString: env.DATABASE_URL }
  }
  const client = oneOf(env, 'DB_CLIENT', ['sqlite3', 'better-sqlite3'], 'sqlite3')
  const file = env.DATABASE_FILE ?? 'data/raadsbogen.sqlite'
  return { client, filename: file === ':memory:' ? file : path.resolve(projectRoot, file) }
}

/** In production the secret must be given. A trial installation keeps one in a file, to survive a restart. */
function readSecrets(env: Environment, production: boolean, database: DatabaseConfig): [string, ...string[]] {
  const [first, ...rest] = (env.SESSION_SECRET ?? '').split(',').filter((secret) => secret !== '')
  if (first !== undefined) {
    if ([first, ...rest].some((secret) => secret.length < 32)) {
      throw new ConfigError(
        'SESSION_SECRET must have at least 32 characters. Make one with: openssl rand -base64 32',
      )
    }
    return [first, ...rest]
  }
  if (production) {
    throw new ConfigError('SESSION_SECRET is missing. Make one with: openssl rand -base64 32')
  }
  const file =
    database.client === 'pg'
      ? path.resolve(projectRoot, 'data/postgresql.secret')
      : `${database.filename}.secret`
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return [readFileSync(file, 'utf8').trim()]
}

function wholeNumber(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}, but is "${text}".`)
  }
  return value
}

function oneOf<T extends string>(env: Environment, name: string, choices: readonly T[], fallback: T): T {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const found = choices.find((choice) => choice === text)
  if (found === undefined)
    throw new ConfigError(`${name} must be one of ${choices.join(', ')}, but is "${text}".`)
  return found
}
