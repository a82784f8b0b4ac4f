import type { EventEmitter } from 'node:events'
import { expect } from 'chai'
import { openDatabase } from '../../../models/core/db.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { onPostgres } from '../../support/databases/server.ts'

describe('When something goes wrong', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp()
  })

  it('a page that is not there is said so, at both doors', async () => {
    const signe = await house.as('signe')
    for (const page of [await house.visitor().get('/findes-ikke'), await signe.get('/kontor/findes-ikke')]) {
      expect(page.status).to.equal(404)
      expect(page.heading).to.equal('Siden findes ikke')
    }
  })

  it('an address that cannot be read is not found, not a fault', async () => {
    for (const path of [
      '/%E0%A4%A',
      '/vedtaegter/%00',
      '/kontor/konti/%2e%2e',
      '/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      expect((await house.visitor().raw('get', path)).status, path).to.be.oneOf([303, 404])
    }
  })

  it('a method that a page does not have is not found', async () => {
    expect((await house.visitor().raw('post', '/vedtaegter')).status).to.be.oneOf([403, 404])
  })

  it('the database going away gives a page that says so, at every door, and the process goes on', async () => {
    const signe = await house.as('signe')
    await house.db.destroy()
    for (const [visitor, path] of [
      [house.visitor(), '/'],
      [house.visitor(), '/vedtaegter'],
      [house.visitor(), '/valg'],
      [signe, '/kontor'],
      [signe, '/kontor/vedtaegter'],
      [signe, '/kontor/min-konto'],
    ] as const) {
      const page = await visitor.get(path)
      expect(page.status, path).to.equal(500)
      expect(page.heading, path).to.equal('Noget gik galt')
      expect(page.$.html()).not.to.match(/knex|pool|at .*\.ts/)
    }
    expect((await house.visitor().get('/privatliv')).status).to.equal(200)
    expect((await house.visitor().get('/sundhed')).status).to.equal(503)
  })

  it('a form that is sent while the database is away is not lost without a word', async () => {
    const signe = await house.as('signe')
    const form = await signe.get('/kontor/personer/ny')
    await house.db.destroy()
    const page = await signe.submit(form, { name: 'Maja Lund' })
    expect(page.status).to.equal(500)
    expect(page.text).to.include('er ikke gemt')
  })

  if (onPostgres)
    it('connections that the server cuts are made again', async () => {
      const signe = await house.as('signe')
      const { connectionString } = (
        house.db.client as { config: { connection: { connectionString: string } } }
      ).config.connection
      const other = openDatabase({ client: 'pg', connectionString })
      const { free } = (house.db.client as { pool: { free: { resource: EventEmitter }[] } }).pool
      const cut = free.map(({ resource }) => new Promise((resolve) => resource.once('end', resolve)))
      await other.raw(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      await other.destroy()
      await Promise.all(cut)
      await signe.get('/kontor/min-konto')
      expect((await signe.get('/kontor/min-konto')).status).to.equal(200)
    })
})
