import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { ConfigError, projectRoot, readConfig } from '../config.ts'

const secret = 's'.repeat(32)

function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigError)
    return (error as ConfigError).message
  }
  throw new Error('the settings were accepted')
}

describe('Settings', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-config-'))
  const file = path.join(folder, 'raad.sqlite')
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('without any, are those of a trial installation on this machine', () => {
    const config = readConfig({ SESSION_SECRET: secret })
    expect(config).to.deep.equal({
      production: false,
      port: 3000,
      baseUrl: 'http://localhost:3000',
      database: { client: 'sqlite3', filename: path.join(projectRoot, 'data/raadsbogen.sqlite') },
      sessionSecrets: [secret],
      secureCookies: false,
      trustProxy: 0,
      session: { idleMinutes: 60, absoluteHours: 12 },
      signInLimit: 10,
      backupStamp: null,
      statutesFile: path.join(projectRoot, 'statutes/randers-2018.json'),
      contact: { email: null, phone: null },
      retention: { rollDays: 0, applicationMonths: 6, contactMonths: 12, accountMonths: 12, draftDays: 30 },
      mail: null,
      logLevel: 'info',
    })
  })

  it('how long things are kept can be set, but not to for ever and not to nothing', () => {
    const { retention } = readConfig({
      SESSION_SECRET: secret,
      KEEP_ROLLS_DAYS: '7',
      KEEP_APPLICATIONS_MONTHS: '3',
      KEEP_CONTACTS_MONTHS: '24',
      KEEP_ACCOUNTS_MONTHS: '6',
      KEEP_DRAFTS_DAYS: '14',
    })
    const wanted = { rollDays: 7, applicationMonths: 3, contactMonths: 24, accountMonths: 6, draftDays: 14 }
    expect(retention).to.deep.equal(wanted)
    for (const name of ['KEEP_APPLICATIONS_MONTHS', 'KEEP_CONTACTS_MONTHS', 'KEEP_ACCOUNTS_MONTHS'])
      for (const wrong of ['0', '61', '-1', '1.5', 'år'])
        expect(refusalOf({ SESSION_SECRET: secret, [name]: wrong })).to.include(
          `${name} must be a whole number`,
        )
    expect(refusalOf({ SESSION_SECRET: secret, KEEP_DRAFTS_DAYS: '0' })).to.include('from 1 to 365')
  })

  it('in production, a missing secret stops the start and says how to make one', () => {
    expect(refusalOf({ NODE_ENV: 'production' })).to.equal(
      'SESSION_SECRET is missing. Make one with: openssl rand -base64 32',
    )
    expect(refusalOf({ NODE_ENV: 'production', SESSION_SECRET: '' })).to.include('is missing')
    expect(refusalOf({ NODE_ENV: 'production', SESSION_SECRET: ',' })).to.include('is missing')
    expect(readConfig({ NODE_ENV: 'production', SESSION_SECRET: secret }).production).to.equal(true)
  })

  it('a short secret is refused, also beside a long one', () => {
    for (const short of ['short', `${secret},short`, 's'.repeat(31)]) {
      expect(refusalOf({ SESSION_SECRET: short })).to.include('at least 32 characters')
    }
  })

  it('secrets can be replaced: the first signs, the others are still read', () => {
    const older = 'o'.repeat(40)
    expect(readConfig({ SESSION_SECRET: `${secret},${older}` }).sessionSecrets).to.deep.equal([secret, older])
  })

  it('on a trial installation a secret is made once, beside the database, for the owner alone', () => {
    const [first] = readConfig({ DATABASE_FILE: file }).sessionSecrets
    const [second] = readConfig({ DATABASE_FILE: file }).sessionSecrets
    expect(first).to.have.length.of.at.least(32)
    expect(second).to.equal(first)
    expect(readFileSync(`${file}.secret`, 'utf8')).to.equal(first)
    expect(statSync(`${file}.secret`).mode & 0o077).to.equal(0)
    expect(existsSync(file)).to.equal(false)
  })

  it('with PostgreSQL, too, the secret of a trial installation survives a restart', () => {
    const settings = { DATABASE_URL: 'postgres://raad@localhost/raad' }
    const [first] = readConfig(settings).sessionSecrets
    expect(first).to.have.length.of.at.least(32)
    expect(readConfig(settings).sessionSecrets).to.deep.equal([first])
  })

  const wrong: [setting: string, value: string, words: string][] = [
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, but is "http".'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, but is "-1".'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535, but is "65536".'],
    ['PORT', '80.5', 'PORT must be a whole number from 0 to 65535, but is "80.5".'],
    ['TRUST_PROXY', 'true', 'TRUST_PROXY must be a whole number from 0 to 10, but is "true".'],
    ['SESSION_IDLE_MINUTES', '0', 'SESSION_IDLE_MINUTES must be a whole number from 1 to 1440, but is "0".'],
    [
      'SESSION_ABSOLUTE_HOURS',
      '169',
      'SESSION_ABSOLUTE_HOURS must be a whole number from 1 to 168, but is "169".',
    ],
    ['SIGN_IN_LIMIT', '0', 'SIGN_IN_LIMIT must be a whole number from 1 to 10000, but is "0".'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of silent, error, info, debug, but is "loud".'],
    ['DB_CLIENT', 'mysql', 'DB_CLIENT must be one of sqlite3, better-sqlite3, but is "mysql".'],
    [
      'DATABASE_URL',
      'mysql://localhost/raad',
      'DATABASE_URL must begin with postgres://. For SQLite, set DATABASE_FILE instead.',
    ],
    [
      'BASE_URL',
      'raad.example',
      'BASE_URL must be an address like https://raad.example, but is "raad.example".',
    ],
    [
      'BASE_URL',
      'ftp://raad.example',
      'BASE_URL must be an address like https://raad.example, but is "ftp://raad.example".',
    ],
  ]
  for (const [setting, value, words] of wrong) {
    it(`${setting}=${value} stops the start in words`, () => {
      expect(refusalOf({ SESSION_SECRET: secret, [setting]: value })).to.equal(words)
    })
  }

  it('an empty setting is none', () => {
    const config = readConfig({
      SESSION_SECRET: secret,
      PORT: '',
      LOG_LEVEL: '',
      DATABASE_URL: '',
      BASE_URL: '',
    })
    expect(config).to.include({ port: 3000, logLevel: 'info', baseUrl: 'http://localhost:3000' })
    expect(config.database.client).to.equal('sqlite3')
  })

  it('PostgreSQL is chosen by DATABASE_URL alone', () => {
    for (const scheme of ['postgres', 'postgresql']) {
      const connectionString = `${scheme}://raad@localhost/raad`
      const { database } = readConfig({ SESSION_SECRET: secret, DATABASE_URL: connectionString })
      expect(database).to.deep.equal({ client: 'pg', connectionString })
    }
  })

  it('cookies are for https alone where the address is', () => {
    const config = readConfig({ SESSION_SECRET: secret, BASE_URL: 'https://raad.example/' })
    expect(config).to.include({ secureCookies: true, baseUrl: 'https://raad.example' })
  })

  it('letters go by e-mail only where both the server and the sender are given', () => {
    const url = 'smtps://raad:kode@mail.example:465'
    const both = { SESSION_SECRET: secret, SMTP_URL: url, MAIL_FROM: 'raad@randers.example' }
    expect(readConfig(both).mail).to.deep.equal({ url, from: 'raad@randers.example' })
    expect(readConfig({ SESSION_SECRET: secret, SMTP_URL: '', MAIL_FROM: '' }).mail).to.equal(null)
    expect(refusalOf({ SMTP_URL: url })).to.include('MAIL_FROM must be')
    expect(refusalOf({ MAIL_FROM: 'raad@randers.example' })).to.include('SMTP_URL must be')
    expect(refusalOf({ ...both, SMTP_URL: 'https://mail.example' })).to.include('SMTP_URL must be')
    expect(refusalOf({ ...both, MAIL_FROM: 'Rådet' })).to.include('MAIL_FROM must be')
  })

  it('contact details are shown only where they are given', () => {
    const env = { SESSION_SECRET: secret, CONTACT_EMAIL: '', CONTACT_PHONE: '86 11 22 33' }
    expect(readConfig(env).contact).to.deep.equal({ email: null, phone: '86 11 22 33' })
  })
})
