import { expect } from 'chai'
import { anApp, type TestApp } from '../../../support/app.ts'

describe('What every public service tells', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp()
  })

  it('/sundhed is well while the database answers, and says no more than that', async () => {
    const answer = await house.visitor().raw('get', '/sundhed')
    expect(answer.status).to.equal(200)
    expect(answer.body).to.deep.equal({ status: 'ok' })
    expect(answer.headers['cache-control']).to.equal('no-store')
    expect(answer.headers['set-cookie']).to.equal(undefined)
  })

  it('/sundhed is 503 when it does not', async () => {
    await house.db.destroy()
    const answer = await house.visitor().raw('get', '/sundhed')
    expect(answer.status).to.equal(503)
    expect(answer.body).to.deep.equal({ status: 'down' })
  })

  it('/robots.txt keeps searching machines out of the office and of old rosters', async () => {
    const answer = await house.visitor().raw('get', '/robots.txt')
    expect(answer.headers['content-type']).to.match(/^text\/plain/)
    const lines = answer.text.split('\n')
    for (const line of ['Disallow: /kontor', 'Disallow: /start/', 'Disallow: /adgangskode/']) {
      expect(lines).to.include(line)
    }
  })

  for (const [path, heading] of [
    ['/tilgaengelighed', 'Tilgængelighed'],
    ['/privatliv', 'Privatliv'],
  ] as const) {
    it(`${path} is there in both languages, linked from every page`, async () => {
      const visitor = house.visitor()
      const page = await visitor.get(path)
      expect(page.status).to.equal(200)
      expect(page.heading).to.equal(heading)
      expect(page.link(heading)).to.equal(path)
      await visitor.get(`${path}?sprog=en`)
      const english = await visitor.get(path)
      expect(english.heading).to.equal(heading === 'Privatliv' ? 'Privacy' : 'Accessibility')
    })
  }
})
