import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { latestStatutes } from '../../../../models/statutes/versions.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { randersFile } from '../../../support/statutes/randers.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aCouncil, anOfficer, type Council } from '../../../support/builders/register.ts'
import { theRules } from '../../../support/builders/statutes.ts'

const PREVIEW = 'Se, hvad der bliver ændret'
const SAVE = 'Gem som ny udgave'
const OFFICES = '/kontor/vedtaegter/offices'
const TREASURER = { key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' }
const SAID = 'Rådet har en formand og en næstformand. Andre hverv i rådet: kasserer.'

/** Without a word of TypeScript: from a file, and by the form of one rule or of several. */
describe('A new version with an office that the council has added', () => {
  let house: TestApp
  let signe: Visitor
  let council: Council

  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
    council = await aCouncil(house)
    signe = await house.as('signe')
  })

  const offices = async () => (await latestStatutes(house.db)).statutes.rules.offices
  const choices = async () => (await signe.get('/kontor/hverv/nyt')).texts('.form-group-radio')
  const tasks = async () => (await signe.get('/kontor')).text

  async function upload(value: unknown, from: string): Promise<Page> {
    const file = randersFile() as { rules: Record<string, object> }
    file.rules.offices = { value, source: 'Vedtaget', confirmed: true }
    const form = await signe.get('/kontor/vedtaegter/fil')
    const sent = form.fill({ reason: 'Vedtaget', in_force_from: from }, PREVIEW)
    const content = Buffer.from(JSON.stringify(file))
    return signe.upload(sent, { field: 'file', name: 'vedtaegter.json', content })
  }

  it('from a file: compared, without consequences, and chosen to from its day on', async () => {
    const shown = await upload(['chair', 'vice_chair', TREASURER], '01-05-2026')
    expect(shown.texts('.changes h3')).to.deep.equal(['Formand og næstformand'])
    expect(shown.text).to.include(SAID)
    expect(shown.texts('.consequence strong')).to.deep.equal([])
    await signe.submit(shown, {}, SAVE)
    expect(await choices()).to.deep.equal(['Formand', 'Næstformand'])
    house.clock.set('2026-05-01')
    signe = await house.as('signe')
    expect(await choices()).to.deep.equal(['Formand', 'Næstformand', 'Kasserer'])
    expect(await tasks()).to.include('Skriv ind, hvem der er kasserer')
    const difference = await signe.get('/vedtaegter')
    expect(difference.text).to.include(SAID)
    await signe.get('/vedtaegter?sprog=en')
    expect((await signe.get('/vedtaegter')).text).to.include(
      'The council has a chair and a vice chair. Other offices in the council: treasurer.',
    )
  })

  it('when the office goes again, its holder is told by its name and leaves it the day before', async () => {
    await theRules(house.db, house.by, { offices: ['chair', 'vice_chair', TREASURER] })
    await anOfficer(house.db, house.by, council['psykiatri-1'], 'kasserer', isoDate('2026-03-02'))
    const shown = await upload(['chair', 'vice_chair'], '01-05-2026')
    expect(shown.texts('.consequence strong')).to.deep.equal([
      'Tove Brink er kasserer til og med 30. april 2026. Hvervet findes ikke mere.',
    ])
    await signe.submit(shown, {}, SAVE)
    const held = await house.db('officeholdings').where({ office: 'kasserer' })
    expect(held.map(({ ends_on }) => ends_on)).to.deep.equal(['2026-04-30'])
  })

  it('an office that is called something else keeps its holder', async () => {
    await theRules(house.db, house.by, { offices: ['chair', 'vice_chair', TREASURER] })
    await anOfficer(house.db, house.by, council['psykiatri-1'], 'kasserer', isoDate('2026-03-02'))
    const renamed = { ...TREASURER, title: 'kassemester' }
    const shown = await upload(['chair', 'vice_chair', renamed], '02-03-2026')
    expect(shown.texts('.consequence strong')).to.deep.equal([])
    await signe.submit(shown, {}, SAVE)
    expect((await signe.get('/kontor/hverv')).texts('.offices .seat-heading')).to.include(
      'Kassemester: Tove Brink',
    )
  })

  it('by the form of the rule: its title is enough, and the others stay', async () => {
    const form = await signe.get(OFFICES)
    const papers = { source: 'Vedtægterne § 8', reason: 'Vedtaget', in_force_from: '02-03-2026' }
    const wanted = { ...papers, decision: 'change', title: 'Kassér & regnskab', title_en: 'treasurer' }
    const half = await signe.submit(form, { ...wanted, title_en: '' }, PREVIEW)
    expect(half.status).to.equal(422)
    expect(half.errors).to.deep.equal(['Skriv noget her.'])
    const shown = await signe.submit(form, wanted, PREVIEW)
    expect(shown.text).to.include('Andre hverv i rådet: Kassér & regnskab.')
    await signe.submit(shown, {}, SAVE)
    const own = { key: 'kasser-regnskab', title: 'Kassér & regnskab', titleEn: 'treasurer' }
    expect((await offices()).value).to.deep.equal(['chair', 'vice_chair', own])
    const again = await signe.get(OFFICES)
    expect(again.texts('.form-group-checkbox')).to.include('Kassér & regnskab')
    const without = await signe.submit(again, { ...wanted, value: ['chair', own.key], title: '' }, PREVIEW)
    expect(without.errors).to.deep.equal([])
    const unknown = await signe.submit(again, { ...wanted, value: ['chair', 'revisor'], title: '' }, PREVIEW)
    expect(unknown.errors).to.deep.equal(['Vælg en af mulighederne.'])
  })

  it('beside other rules in one form', async () => {
    const papers = { source: 'Vedtægterne 2026', reason: 'Vedtaget', in_force_from: '02-03-2026' }
    await theRules(house.db, house.by, { offices: ['chair', TREASURER] })
    const form = await signe.get('/kontor/vedtaegter/flere-regler?regel=offices')
    const more = { 'offices:title': 'revisor', 'offices:title_en': 'auditor' }
    const boxes = { 'offices:value': ['chair', 'kasserer'] }
    await signe.submit(await signe.submit(form, { ...papers, ...boxes, ...more }, PREVIEW), {}, SAVE)
    expect((await offices()).value).to.deep.equal([
      'chair',
      TREASURER,
      { key: 'revisor', title: 'revisor', titleEn: 'auditor' },
    ])
  })
})
