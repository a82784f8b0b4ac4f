import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { latestStatutes, listStatutesVersions } from '../../../../models/statutes/versions.ts'
import { getRule, ruleKeys, type RuleKey } from '../../../../models/statutes/document.ts'
import { valueForm } from '../../../../views/office/statutes/values/rule_values.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'

const PREVIEW = 'Se, hvad der bliver ændret'
const SAVE = 'Gem som ny udgave'

describe('Confirming and changing rules (/kontor/vedtaegter)', () => {
  let house: TestApp
  let signe: Visitor
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
    signe = await house.as('signe')
  })

  const papers = { source: 'Vedtægterne § 7', reason: 'Vi har fundet vedtægterne frem' }
  const versions = async () => (await listStatutesVersions(house.db)).length
  const rule = async (key: RuleKey) => getRule((await latestStatutes(house.db)).statutes, key)

  async function preview(key: string, fields: Record<string, string | string[]>): Promise<Page> {
    const form = await signe.get(`/kontor/vedtaegter/${key}`)
    return signe.submit(form, { ...papers, ...fields, step: 'preview' }, PREVIEW)
  }

  async function save(page: Page): Promise<Page> {
    return signe.submit(page, { step: 'save' }, SAVE)
  }

  it('lists the assumed rules first, each with a way to its form', async () => {
    const page = await signe.get('/kontor/vedtaegter')
    expect(page.heading).to.equal('Vedtægternes regler')
    const sections = page.texts('h2')
    expect(sections).to.deep.equal(['Antaget – ikke bekræftet (21)', 'Bekræftet (10)'])
    expect(page.link('Bekræft eller ret: Hvornår kan rådet tage beslutninger?')).to.equal(
      '/kontor/vedtaegter/quorum',
    )
    expect(page.link('Ret reglen: Antal pladser')).to.equal('/kontor/vedtaegter/seats')
  })

  it('confirms a rule as it is, after showing what that means', async () => {
    const shown = await preview('quorum', { decision: 'confirm' })
    expect(shown.status).to.equal(200)
    expect(shown.heading).to.equal('Sådan bliver det fra den 2. marts 2026')
    expect(shown.text).to.include('Reglen siger det samme som før.')
    expect(await versions()).to.equal(1)
    const list = await save(shown)
    expect(list.url).to.equal('/kontor/vedtaegter')
    expect(list.notice).to.include('Reglen er gemt')
    expect(list.texts('h2')).to.deep.equal(['Antaget – ikke bekræftet (20)', 'Bekræftet (11)'])
    expect(await rule('quorum')).to.deep.include({ source: 'Vedtægterne § 7', confirmed: true })
    const open = await house.visitor().get('/vedtaegter')
    expect(open.$('#quorum').text()).not.to.include('Antaget')
  })

  it('changes a value, with the sentence before and after', async () => {
    const shown = await preview('quorum', {
      decision: 'change',
      base: 'filled_seats',
      in_force_from: '1. august 2026',
    })
    const [before, after] = shown.texts('.facts dd')
    expect(before).to.include('Alle pladser tæller med, også de ledige. Antaget – ikke bekræftet')
    expect(after).to.include('Ledige pladser tæller ikke med. Bekræftet')
    await save(shown)
    const latest = await latestStatutes(house.db)
    expect(latest).to.include({ in_force_from: '2026-08-01', reason: papers.reason, made_by: 'Signe Holm' })
    expect(latest.statutes.rules.quorum.value).to.deep.equal({
      share: [1, 2],
      comparison: 'at_least',
      base: 'filled_seats',
    })
  })

  it('takes an unusual share as two whole numbers, which must be there and make sense', async () => {
    const other = { decision: 'change', share: 'other' }
    expect((await preview('quorum', other)).errors).to.deep.equal([
      'Feltet er tomt. Skriv 0, hvis der ingen er.',
      'Feltet er tomt. Skriv 0, hvis der ingen er.',
    ])
    expect((await preview('quorum', { ...other, part: '6', whole: '5' })).errors).to.deep.equal([
      'Reglen kan ikke have den værdi. Vælg eller skriv en anden.',
    ])
    const shown = await preview('quorum', { ...other, part: '3', whole: '5' })
    expect(shown.texts('.facts dd')[1]).to.include('mindst 3 ud af 5 dele')
  })

  const changes: [key: RuleKey, fields: Record<string, string | string[]>, value: unknown][] = [
    ['complaintDays', { value: '14' }, 14],
    ['offices', { value: ['chair'] }, ['chair']],
    ['areas.psykiatri.agreement', { value: 'joint' }, 'joint'],
  ]
  for (const [key, fields, value] of changes) {
    it(`${key} can become ${JSON.stringify(value)}`, async () => {
      const form = await signe.get(`/kontor/vedtaegter/${key}`)
      const decision: Record<string, string> =
        form.$('[name=decision][type=radio]').length > 0 ? { decision: 'change' } : {}
      const shown = await preview(key, { ...decision, ...fields })
      expect(shown.errors).to.deep.equal([])
      await save(shown)
      expect(await rule(key)).to.deep.equal({ value, source: papers.source, confirmed: true })
    })
  }

  it('has a form for every rule that reads back the very value it shows', async () => {
    const { statutes } = await latestStatutes(house.db)
    for (const key of ruleKeys(statutes)) {
      const page = await signe.get(`/kontor/vedtaegter/${key}`)
      expect(page.status, key).to.equal(200)
      if (page.$('main form').length === 0) continue
      const { fields } = page.fill()
      const { value } = getRule(statutes, key)
      if (value === null && key === 'appointingBody') continue
      const typed = key === 'offices' ? { value: [fields.value ?? []].flat() } : fields
      // A rule with a single possible value has no fields.
      if (page.$('main form').text().includes('Bekræft reglen')) continue
      expect(valueForm(key).read(typed), key).to.deep.equal(value)
    }
  })

  it('what is missing or wrong comes back with everything that was typed', async () => {
    const page = await preview('complaintDays', {
      decision: 'change',
      value: 'fjorten',
      source: '',
      in_force_from: '31-02-2026',
    })
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal([
      'Skriv et helt tal, fx 12.',
      'Skriv noget her.',
      'Datoen findes ikke. Skriv den som 21-09-2020.',
    ])
    expect(page.value('value')).to.equal('fjorten')
    expect(page.value('in_force_from')).to.equal('31-02-2026')
    expect(page.value('reason')).to.equal(papers.reason)
    const undecided = await preview('complaintDays', {})
    expect(undecided.errors).to.deep.equal(['Vælg en af mulighederne.'])
  })

  it('a 10,000-character source is refused in words', async () => {
    const page = await preview('quorum', { decision: 'confirm', source: 'x'.repeat(10_000) })
    expect(page.errors).to.deep.equal(['Teksten er for lang. Skriv højst 200 tegn.'])
  })

  it('a day before the newest version is refused in words, at the preview and at saving', async () => {
    const page = await preview('quorum', { decision: 'confirm', in_force_from: '31-12-2017' })
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal([
      'Vælg en dag, der ikke ligger før de nyeste vedtægter, som gælder fra den 1. januar 2018.',
    ])
    const form = await signe.get('/kontor/vedtaegter/substitutes')
    const past = { ...papers, value: 'pool', in_force_from: '01-03-2026', step: 'save' }
    const refused = await signe.submit(form, past)
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Reglen er bekræftet og har været brugt. Den kan tidligst ændres fra i dag, den 2. marts 2026.',
    ])
    expect(await versions()).to.equal(1)
  })

  it('an answer to an open question cannot be a yes to not knowing', async () => {
    const form = await signe.get('/kontor/vedtaegter/holdover')
    expect(form.$('[name=decision][type=radio]')).to.have.length(0)
    const sent = form.fill({ ...papers, decision: 'confirm', step: 'save' })
    expect((await signe.send(sent)).errors).to.deep.equal([
      'Papirerne giver intet svar, så der er ikke noget at bekræfte. Skriv eller vælg, hvad der gælder.',
    ])
  })

  it('back from the preview the form has what was typed', async () => {
    const shown = await preview('quorum', {
      decision: 'change',
      base: 'filled_seats',
      comparison: 'more_than',
    })
    const form = await signe.submit(shown, { step: 'edit' }, 'Ret det, jeg skrev')
    expect(form.status).to.equal(200)
    expect(form.value('base')).to.equal('filled_seats')
    expect(form.value('comparison')).to.equal('more_than')
    expect(form.value('source')).to.equal(papers.source)
    expect(await versions()).to.equal(1)
  })

  it('a second click on save, or back and save again, makes no second version', async () => {
    const shown = await preview('quorum', { decision: 'confirm' })
    const [one, two] = await Promise.all([save(shown), save(shown)])
    const again = await save(shown)
    expect([one.url, two.url, again.url]).to.deep.equal(Array(3).fill('/kontor/vedtaegter'))
    expect(await versions()).to.equal(2)
  })

  it('a page that somebody else made stale answers 409 with how it stands now, and can be saved then', async () => {
    const shown = await preview('quorum', { decision: 'confirm' })
    const ib = await house.as('ib')
    const his = await ib.get('/kontor/vedtaegter/quorum')
    const change = { decision: 'change', base: 'filled_seats', ...papers, step: 'preview' }
    await ib.submit(await ib.submit(his, change, PREVIEW), { step: 'save' }, SAVE)
    const stale = await save(shown)
    expect(stale.status).to.equal(409)
    expect(stale.errors[0]).to.include('En anden har ændret vedtægterne, mens du skrev.')
    expect(stale.text).to.include('Ledige pladser tæller ikke med.')
    expect(stale.value('source')).to.equal(papers.source)
    expect(await versions()).to.equal(2)
    const now = await signe.submit(stale, { step: 'preview', base: 'all_seats' }, PREVIEW)
    expect(now.status).to.equal(200)
    await save(now)
    expect(await versions()).to.equal(3)
    expect((await rule('quorum')).value).to.deep.include({ base: 'all_seats' })
  })

  it('a rule that is not there is not found, read or sent', async () => {
    expect((await signe.get('/kontor/vedtaegter/ukendt')).status).to.equal(404)
    expect((await signe.get('/kontor/vedtaegter/areas.ukendt.agreement')).status).to.equal(404)
    const form = await signe.get('/kontor/vedtaegter/quorum')
    const sent = form.fill({ ...papers, decision: 'change', step: 'save' })
    expect((await signe.send({ ...sent, action: '/kontor/vedtaegter/constructor' })).status).to.equal(404)
  })

  it('values that no form offers are refused', async () => {
    const form = await signe.get('/kontor/vedtaegter/councilTie')
    for (const value of ['coin', '', ['motion_falls', 'chair_decides']]) {
      const page = await signe.submit(form, { ...papers, decision: 'change', value, step: 'save' })
      expect(page.status).to.equal(422)
    }
    expect(await versions()).to.equal(1)
  })

  it('works in English too', async () => {
    await signe.get('/kontor/vedtaegter?sprog=en')
    const page = await signe.get('/kontor/vedtaegter/quorum')
    expect(page.heading).to.equal('When may the council decide?')
    expect(page.$('html').attr('lang')).to.equal('en')
  })
})
