import { expect } from 'chai'
import { removeOldSessions } from '../../../models/accounts/sessions.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { CAST } from '../../support/cast.ts'

const room = '/kontor/min-konto'

describe('Sessions', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02T08:00:00Z' })
  })

  async function isIn(visitor: Awaited<ReturnType<TestApp['as']>>): Promise<boolean> {
    return (await visitor.get(room)).url === room
  }

  it('end after an hour without a click', async () => {
    const signe = await house.as('signe')
    house.clock.set('2026-03-02T09:00:00Z')
    expect(await isIn(signe)).to.equal(true)
    house.clock.set('2026-03-02T10:00:01Z')
    expect(await isIn(signe)).to.equal(false)
  })

  it('go on while there are clicks, however often', async () => {
    const signe = await house.as('signe')
    for (let minutes = 10; minutes <= 180; minutes += 50) {
      house.clock.set(new Date(Date.parse('2026-03-02T08:00:00Z') + minutes * 60_000).toISOString())
      expect(await isIn(signe), String(minutes)).to.equal(true)
    }
  })

  it('end twelve hours after signing in, clicks or not', async () => {
    const signe = await house.as('signe')
    for (let hour = 9; hour <= 20; hour += 1) {
      house.clock.set(`2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`)
      expect(await isIn(signe), String(hour)).to.equal(hour <= 20)
    }
    house.clock.set('2026-03-02T20:00:01Z')
    expect(await isIn(signe)).to.equal(false)
  })

  it('take their limits from the settings', async () => {
    const strict = await anApp({
      on: '2026-03-02T08:00:00Z',
      env: { SESSION_IDLE_MINUTES: '5', SESSION_ABSOLUTE_HOURS: '1' },
    })
    const signe = await strict.as('signe')
    strict.clock.set('2026-03-02T08:04:00Z')
    expect((await signe.get(room)).url).to.equal(room)
    strict.clock.set('2026-03-02T08:09:01Z')
    expect((await signe.get(room)).url).not.to.equal(room)
  })

  it('an ended session stays ended, also when the clock comes back', async () => {
    const signe = await house.as('signe')
    house.clock.set('2026-03-02T10:00:01Z')
    expect(await isIn(signe)).to.equal(false)
    house.clock.set('2026-03-02T08:10:00Z')
    expect(await isIn(signe)).to.equal(false)
  })

  it('lie in the database, so a second process knows them', async () => {
    const signe = await house.as('signe')
    expect(await house.db('sessions')).to.have.length(1)
    await house.db('sessions').delete()
    expect(await isIn(signe)).to.equal(false)
  })

  it('are not made for who only reads', async () => {
    const visitor = house.visitor()
    for (const page of ['/', '/vedtaegter', '/valg', '/privatliv', '/sundhed']) {
      expect((await visitor.raw('get', page)).headers['set-cookie'], page).to.equal(undefined)
    }
    expect(await house.db('sessions')).to.have.length(0)
  })

  it('that have run out are removed', async () => {
    await house.as('signe')
    await removeOldSessions(house.db)
    expect(await house.db('sessions')).to.have.length(1)
    await house.db('sessions').update({ expired: '2020-01-01T00:00:00.000Z' })
    await removeOldSessions(house.db)
    expect(await house.db('sessions')).to.have.length(0)
  })

  it('have a cookie that no script reads and no other site sends; over https never in clear', async () => {
    const open = await house.visitor().raw('get', '/log-ind')
    const [cookie = ''] = open.headers['set-cookie'] as unknown as string[]
    expect(cookie).to.match(/^raadsbogen=/)
    expect(cookie).to.include('; HttpOnly')
    expect(cookie).to.include('; SameSite=Lax')
    expect(cookie).not.to.include('Secure')

    const env = { BASE_URL: 'https://raad.example', TRUST_PROXY: '1' }
    const secure = await anApp({ env })
    const behind = await secure.visitor().raw('get', '/log-ind').set('X-Forwarded-Proto', 'https')
    expect((behind.headers['set-cookie'] as unknown as string[])[0]).to.include('; Secure')
    const plain = await secure.visitor().raw('get', '/log-ind')
    expect(plain.headers['set-cookie']).to.equal(undefined)
  })

  it('hold no more than they must: no name, no role, no address', async () => {
    await house.as('signe')
    const stored = JSON.stringify(await house.db('sessions'))
    for (const secret of [CAST.signe.name, CAST.signe.email, 'secretary']) {
      expect(stored).not.to.include(secret)
    }
  })
})
