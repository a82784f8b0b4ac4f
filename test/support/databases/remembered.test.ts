import { expect } from 'chai'
import { anApp, type TestApp } from '../app.ts'
import { aPerson } from '../builders/register.ts'
import { remembered } from './remembered.ts'

describe('Builders that remember', () => {
  let built: string[] = []

  const aFamily = remembered(async function aFamily({ db, by, clock }: TestApp, name: string) {
    built.push(name)
    clock.set('2026-02-01')
    return {
      name,
      people: [await aPerson(db, by, { name }), await aPerson(db, by, { name: `${name} den yngre` })],
    }
  })
  const aStreet = remembered(async function aStreet(app: TestApp) {
    return [await aFamily(app, 'Jens Ærø'), await aFamily(app, 'Karl Bro')].map(({ name }) => name)
  })
  const names = (app: TestApp) => app.db('people').orderBy('id').pluck<string[]>('name')

  beforeEach(() => {
    built = []
  })

  it('build twice, and give a copy after that: the same rows, answer and day', async () => {
    const answers = []
    for (let time = 1; time <= 4; time += 1) {
      const app = await anApp()
      answers.push(await aFamily(app, 'Ellen Vang'))
      expect(app.clock.today()).to.equal('2026-02-01')
      expect(await names(app)).to.deep.equal(['Ellen Vang', 'Ellen Vang den yngre'])
    }
    expect(built).to.deep.equal(['Ellen Vang', 'Ellen Vang'])
    for (const answer of answers) expect(answer).to.deep.equal(answers[0])
  })

  it('that ask others which remember give what those gave', async () => {
    for (let time = 1; time <= 4; time += 1) {
      const app = await anApp()
      await aFamily(app, 'Jens Ærø')
      await aFamily(app, 'Karl Bro')
      expect(await names(app)).to.have.length(4)
    }
    for (let time = 1; time <= 4; time += 1) {
      const app = await anApp()
      expect(await aStreet(app)).to.deep.equal(['Jens Ærø', 'Karl Bro'])
      expect(await names(app)).to.have.length(4)
    }
    expect(built).to.have.length(4)
  })

  it('build in earnest where the test itself has used the database', async () => {
    for (let time = 1; time <= 4; time += 1) {
      const app = await anApp()
      await app
        .db('areas')
        .where({ slug: 'perron-4' })
        .update({ name: `Perron ${time}` })
      await aFamily(app, 'Ellen Vang')
      expect(await app.db('areas').where({ slug: 'perron-4' }).pluck('name')).to.deep.equal([
        `Perron ${time}`,
      ])
      expect(await names(app)).to.have.length(2)
    }
    expect(built).to.have.length(4)
  })

  it('build each of two that are asked for at once', async () => {
    for (let time = 1; time <= 4; time += 1) {
      const app = await anApp()
      const [one, two] = await Promise.all([aFamily(app, 'Anker Bro'), aFamily(app, 'Birthe Toft')])
      expect([one.name, two.name]).to.deep.equal(['Anker Bro', 'Birthe Toft'])
      expect((await names(app)).sort()).to.deep.equal([
        ...['Anker Bro', 'Anker Bro den yngre', 'Birthe Toft', 'Birthe Toft den yngre'],
      ])
    }
  })

  it('let a user who is signed in stay so in the copy, and nobody else in', async () => {
    for (let time = 1; time <= 4; time += 1) {
      const app = await anApp()
      const vera = await app.as('vera')
      await aFamily(app, 'Ellen Vang')
      expect((await vera.get('/kontor/min-konto')).status).to.equal(200)
      expect((await app.visitor().get('/kontor/min-konto')).url).to.match(/^\/log-ind/)
    }
  })

  it('leave a database alone once it is closed', async () => {
    const app = await anApp()
    await app.db.destroy()
    await aFamily(app, 'Ellen Vang').catch(() => undefined)
    const found = await names(app).then(
      (people) => people,
      () => 'closed',
    )
    expect(found).to.equal('closed')
  })
})
