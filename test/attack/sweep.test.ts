import { existsSync, statSync } from 'node:fs'
import { expect } from 'chai'
import { isPostgres, openDatabase, type Db } from '../../models/core/db.ts'
import { settled, waitAtMost } from '../../models/core/jobs.ts'
import { findSweep, finishClosings, sweepPolling } from '../../models/elections/polling/closing_job.ts'
import { closePolling } from '../../models/elections/polling/polling.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { closed } from '../support/builders/booth.ts'
import { DAYS, official } from '../support/builders/elections.ts'
import { onPostgres } from '../support/databases/server.ts'
import { aPollingDay, type PollingDay, vote } from './polling_day.ts'
import { endOfLog, logSince } from './postgres_log.ts'

describe('The files are written anew when polls close', () => {
  let house: TestApp
  let day: PollingDay
  let reader: Db
  let release: (() => Promise<void>) | undefined

  beforeEach(async () => {
    house = await anApp()
    day = await aPollingDay(house, 12, 1)
    reader = openDatabase(await house.database())
  })
  afterEach(async () => {
    await release?.()
    release = undefined
    await reader.destroy()
  })

  const page = async () => (await house.as('signe')).get(`${paths.polling(day.id)}/oprydning`)

  async function close(): Promise<void> {
    house.clock.set(DAYS.evening)
    const staff = await house.as('signe')
    await staff.submit(await staff.get(`${paths.polling(day.id)}/lukning`), { closed_at: '14.00' })
    await settled(house.db)
  }

  /** In PostgreSQL a table's file has another number once it has been written anew; in SQLite the log is empty. */
  async function trace(): Promise<string> {
    if (!isPostgres(house.db)) return `${logLength(house.db)}`
    const found = await house.db.raw<{ rows: { file: string }[] }>(
      `select pg_relation_filepath('roll_entries') || pg_relation_filepath('envelopes') as file`,
    )
    return found.rows[0]?.file ?? ''
  }

  it('and where another program is in the way, the page says so, polls are closed, and it can be done again', async () => {
    await vote(day, 2)
    release = await standInTheWay(reader)
    await close()
    expect((await page()).text).to.include('Afstemningen er lukket, men oprydningen blev ikke færdig.')
    const staff = await house.as('signe')
    const progress = await staff.raw('get', `${paths.polling(day.id)}/oprydning/fremdrift`)
    expect(progress.body).to.include({ stage: 'failed' })
    const before = await trace()
    await release()
    release = undefined
    await staff.submit(await staff.get(`${paths.polling(day.id)}/oprydning`), {}, 'Prøv igen')
    await settled(house.db)
    expect((await page()).text).to.include('Nu skal stemmerne tælles op.')
    expect(await trace()).not.to.equal(before)
    expect(await house.db('audit_events').where({ action: 'election.closed' })).to.have.length(1)
  })

  it('and while that goes on, the page shows how far it is', async () => {
    await vote(day, 2)
    house.clock.set(DAYS.evening)
    const staff = await house.as('signe')
    const form = await staff.get(`${paths.polling(day.id)}/lukning`)
    waitAtMost(0)
    const { action, fields } = form.fill({ closed_at: '14.00' })
    const answer = await staff.raw('post', action, fields)
    expect(answer.headers.location).to.equal(`${paths.polling(day.id)}/oprydning`)
    await settled(house.db)
    expect((await staff.get(`${paths.polling(day.id)}/oprydning`)).text).to.include(
      'Nu skal stemmerne tælles op.',
    )
  })

  it('at the next start, when the server stopped after the closing, and not without a reason', async () => {
    await vote(day, 2)
    const before = await trace()
    house.clock.set(DAYS.evening)
    await closePolling(house.db, await official(house, 'signe'), day.id, { closed_at: '14.00' })
    if (!onPostgres) expect(logLength(house.db)).to.be.greaterThan(0)
    expect((await page()).text).to.include('oprydningen blev ikke færdig')
    expect(await finishClosings(house.db)).to.deep.equal([day.id])
    const swept = await trace()
    expect(swept).to.equal(onPostgres ? swept : '0')
    expect(swept).not.to.equal(onPostgres ? before : '')
    expect((await page()).text).to.include('Nu skal stemmerne tælles op.')
    const other = await anApp()
    expect(await writesAnew(other.db, () => finishClosings(other.db))).to.equal(false)
  })

  it('once: a second start leaves them as they are, although the roll still has its marks', async () => {
    await vote(day, 2)
    await close()
    expect(await house.db('roll_entries').where({ marked: 1 })).to.have.length(2)
    expect(await house.db('polling_sweeps')).to.deep.equal([{ election_id: day.id }])
    for (const db of [house.db, reader])
      expect(await writesAnew(db, async () => expect(await finishClosings(db)).to.deep.equal([]))).to.equal(
        false,
      )
  })

  it('at the start after the next, when another program was in the way then too', async () => {
    await vote(day, 2)
    release = await standInTheWay(reader)
    await close()
    const failed: unknown = await finishClosings(house.db).catch((error: unknown) => error)
    expect(failed).to.be.an('error')
    expect(await house.db('polling_sweeps')).to.deep.equal([])
    await release()
    release = undefined
    // Another process: it knows nothing of what the first one tried.
    expect(await findSweep(reader, day.id)).to.include({ stage: 'failed' })
    expect(
      await writesAnew(reader, async () => {
        expect(await finishClosings(reader)).to.deep.equal([day.id])
      }),
    ).to.equal(true)
    expect(await findSweep(reader, day.id)).to.include({ stage: 'done' })
    expect(await finishClosings(reader)).to.deep.equal([])
  })

  if (onPostgres)
    it('the log of PostgreSQL itself has every ballot until then, and none with the settings of docs/drift.md', async () => {
      const setTo = async (value: string) => {
        await reader.raw(`alter system ${value}`)
        await reader.raw('select pg_reload_conf()')
      }
      await setTo('set wal_recycle = off')
      try {
        const from = await endOfLog(house.db)
        await vote(day, 12, 'acts')
        const { cast } = day.happened
        const inLog = async () => {
          const log = await logSince(house.db, from)
          return cast.filter(({ code }) => log.includes(code)).length
        }
        expect(await inLog()).to.equal(12)
        await closed(house, day.id)
        await sweepPolling(house.db, day.id)
        await settled(house.db)
        expect(await inLog()).to.equal(0)
      } finally {
        await setTo('reset wal_recycle')
      }
    })

  if (onPostgres)
    it('a ballot that comes while another program holds the box is in it, and is mixed with the next one', async () => {
      const writers = async () => {
        const found = await house.db.raw<{ rows: { writers: number }[] }>(
          'select count(distinct xmin::text) as writers from envelopes',
        )
        return found.rows[0]?.writers
      }
      await vote(day, 2, 'acts')
      expect(await writers()).to.equal(1)
      const holding = await reader.transaction()
      release = async () => {
        await holding.rollback()
      }
      await holding('envelopes').first('id')
      await vote(day, 3, 'acts')
      expect(await writers()).to.equal(2)
      await release()
      release = undefined
      await vote(day, 4, 'acts')
      expect(await writers()).to.equal(1)
    })

  if (onPostgres)
    it('statistics tell no names of the roll, not while people vote and not later', async () => {
      await vote(day, 2)
      const shown = async () => {
        await house.db.raw('analyze')
        const found = await house.db.raw<{ rows: unknown[] }>(
          `select attname, most_common_vals::text, histogram_bounds::text from pg_stats where schemaname = 'public'`,
        )
        return JSON.stringify(found.rows)
      }
      const names = [...day.happened.marked, ...day.coming].map(({ name }) => name)
      for (const when of ['open', 'closed']) {
        const statistics = await shown()
        expect(statistics, when).to.include('election_id')
        expect(names.filter((name) => statistics.includes(name))).to.deep.equal([])
        if (when === 'open') await closed(house, day.id)
      }
    })
  else
    it('a vote that another program kept in the log is taken out of it with the next one', async () => {
      release = await standInTheWay(reader)
      await vote(day, 1)
      expect(logLength(house.db)).to.be.greaterThan(0)
      await release()
      release = undefined
      await vote(day, 2)
      await settled(house.db)
      expect(logLength(house.db)).to.equal(0)
    })
})

function logLength(db: Db): number {
  const { filename } = (db.client as { config: { connection: { filename: string } } }).config.connection
  return existsSync(`${filename}-wal`) ? statSync(`${filename}-wal`).size : 0
}

/** Whether the work gives the table another file. */
async function writesAnew(db: Db, work: () => Promise<unknown>): Promise<boolean> {
  const before = await fileOf(db)
  await work()
  return (await fileOf(db)) !== before
}

async function fileOf(db: Db): Promise<string> {
  if (!isPostgres(db)) {
    const [row] = await db.raw<{ schema_version: number }[]>('pragma schema_version')
    return `${row?.schema_version}`
  }
  const found = await db.raw<{ rows: { file: string }[] }>(
    `select pg_relation_filepath('roll_entries') as file`,
  )
  return found.rows[0]?.file ?? ''
}

/** In PostgreSQL a view where a table was, which cannot be written anew; in SQLite a reader of what is in the log. Returns what ends it. */
async function standInTheWay(reader: Db): Promise<() => Promise<void>> {
  if (isPostgres(reader)) {
    await reader.raw('alter table roll_words rename to roll_words_elsewhere')
    await reader.raw('create view roll_words as select * from roll_words_elsewhere')
    return async () => {
      await reader.raw('drop view roll_words')
      await reader.raw('alter table roll_words_elsewhere rename to roll_words')
    }
  }
  const reading = await reader.transaction()
  await reading('elections').first('id')
  return async () => {
    await reading.rollback()
  }
}
