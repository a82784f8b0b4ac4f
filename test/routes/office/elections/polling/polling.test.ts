import { expect } from 'chai'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aListedElection,
  anOpenElection,
  DAYS,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const NOON = `${DAYS.polling}T11:00:00Z`

describe('elections: opening the polls', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aListedElection(house)
  })

  async function onTheDay(): Promise<Visitor> {
    house.clock.set(NOON)
    return house.as('bo')
  }

  it('waits for the polling day', async () => {
    const bo = await house.as('bo')
    const page = await bo.get(paths.polling(id))
    expect(page.text).to.include(
      'Der bliver stemt tirsdag den 10. marts 2026. På dagen åbner I afstemningen her.',
    )
    const csrf = (await bo.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const fields = { _csrf: csrf, opened_at: '11', first_witness: 'Bo Krag', second_witness: 'Dagmar Lind' }
    const refused = await storesNothing(house, () => bo.send({ action: paths.pollingOpening(id), fields }))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal(['Valgdagen er den 10. marts 2026. Afstemningen kan ikke åbne før.'])
  })

  const cases: { title: string; change: Record<string, string>; error: string }[] = [
    {
      title: 'two who are the same',
      change: { second_witness: 'bo krag ' },
      error: 'Der skal to forskellige personer til. Skriv den andens navn.',
    },
    { title: 'only one', change: { second_witness: '' }, error: 'Skriv noget her.' },
    {
      title: 'a time that has not come',
      change: { opened_at: '12.01' },
      error: 'Klokken er kun 12.00. Skriv det klokkeslæt, det skete.',
    },
  ]
  for (const { title, change, error } of cases) {
    it(`refuses ${title}, keeps what was typed and stores nothing`, async () => {
      const bo = await onTheDay()
      const page = await bo.get(paths.polling(id))
      const fields = {
        first_witness: 'Bo Krag',
        second_witness: 'Dagmar Lind',
        opened_at: '11.00',
        ...change,
      }
      const refused = await storesNothing(house, () => bo.submit(page, fields))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      for (const [name, value] of Object.entries(fields)) expect(refused.value(name)).to.equal(value)
    })
  }

  it('happens once, however many press', async () => {
    const bo = await onTheDay()
    const lis = await house.as('lis')
    const pages = [await bo.get(paths.polling(id)), await lis.get(paths.polling(id))] as const
    const filled = { second_witness: 'Dagmar Lind' }
    const answers = await Promise.all([bo.submit(pages[0], filled), lis.submit(pages[1], filled)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(late?.errors).to.deep.equal(['Det blev ikke gemt. Afstemningen er allerede åbnet.'])
    expect(late?.text).to.include('Åben siden kl. 12.00')
    expect(await house.db('polling_openings').where({ election_id: id }).pluck('opened_at')).to.deep.equal([
      '12.00',
    ])
  })

  it('can be written down the day after, where the vote was held on paper alone', async () => {
    house.clock.set(DAYS.certified)
    const bo = await house.as('bo')
    const page = await bo.get(paths.polling(id))
    expect(page.text).to.include(
      'Valgdagen var tirsdag den 10. marts 2026. Holdt I afstemningen på papir, så skriv den ind her.',
    )
    const opened = await bo.submit(page, { second_witness: 'Dagmar Lind' })
    expect(opened.text).to.include('Åben siden kl. 11.00')
    expect(await statusOf(house, id)).to.equal('polling')
  })
})

describe('elections: closing the polls', () => {
  let house: TestApp
  let id: ElectionId
  const papers = { printed: '60', handed_out: '31', unused: '29', exchanged: '0', not_returned: '0' }

  beforeEach(async () => {
    house = await anApp()
    id = await anOpenElection(house)
    house.clock.set(DAYS.evening)
  })

  const cases: { title: string; change: Record<string, string>; error: string }[] = [
    {
      title: 'an empty figure',
      change: { exchanged: '' },
      error: 'Feltet er tomt. Skriv 0, hvis der ingen er.',
    },
    {
      title: 'a negative figure',
      change: { unused: '-3' },
      error: 'Tallet skal være 0 eller højere.',
    },
    {
      title: 'papers that do not add up, without a reason',
      change: { unused: '27' },
      error:
        'Regnskabet går ikke op. Forskellen er 2 stemmesedler. Tæl igen, eller skriv, hvad forskellen skyldes.',
    },
    {
      title: 'a time before the polls opened',
      change: { closed_at: '10.00' },
      error: 'Afstemningen åbnede kl. 11.00. Den kan ikke være lukket før.',
    },
    {
      title: 'a time before the one that was announced, without a reason',
      change: { closed_at: '13.30' },
      error: 'Der er annonceret åbent til kl. 14.00. Skriv, hvorfor I lukkede før.',
    },
    {
      title: 'a time that has not come',
      change: { closed_at: '16.00' },
      error: 'Klokken er kun 15.30. Skriv det klokkeslæt, det skete.',
    },
  ]
  for (const { title, change, error } of cases) {
    it(`refuses ${title}, keeps what was typed and stores nothing`, async () => {
      const bo = await house.as('bo')
      const page = await bo.get(paths.pollingClosing(id))
      const fields = { closed_at: '14.00', ...papers, ...change }
      const refused = await storesNothing(house, () => bo.submit(page, fields))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      for (const [name, value] of Object.entries(fields)) expect(refused.value(name), name).to.equal(value)
    })
  }

  it('takes a difference with its reason, and an early closing with its own', async () => {
    house.clock.set(`${DAYS.polling}T12:00:00Z`)
    const bo = await house.as('bo')
    const page = await bo.get(paths.pollingClosing(id))
    const closed = await bo.submit(page, {
      ...papers,
      unused: '27',
      difference_reason: 'To sedler blev våde og smidt ud.',
      early_reason: 'Brandalarmen gik, og alle måtte ud.',
    })
    expect(closed.notice).to.equal('Afstemningen er lukket. Nu skal stemmerne tælles op.')
    const polling = await bo.get(paths.polling(id))
    expect(polling.text).to.include('Afstemningen lukkede kl. 13.00.')
    expect(polling.text).to.include('Brandalarmen gik, og alle måtte ud.')
  })

  it('warns of few ballots in one of two boxes, in both languages, and closes once that was read', async () => {
    await house.db('elections').where({ id }).update({ means: 'both' })
    const bo = await house.as('bo')
    const few = { ...papers, handed_out: '3', unused: '57' }
    const page = await bo.get(paths.pollingClosing(id))
    expect(page.$('[name=small_box]').length).to.equal(0)
    const refused = await storesNothing(house, () => bo.submit(page, { closed_at: '14.00', ...few }))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Der er kun 3 stemmer i en af kasserne. Læs advarslen, og vælg, hvad I gør.',
    ])
    expect(refused.text).to.include('Der er kun 3 stemmer på papir. Der skal være mindst 10')
    expect(refused.value('handed_out')).to.equal('3')
    await bo.get(`${paths.pollingClosing(id)}?sprog=en`)
    const english = await bo.submit(await bo.get(paths.pollingClosing(id)), { closed_at: '14.00', ...few })
    expect(english.text).to.include('There are only 3 votes on paper. There must be at least 10')
    const closed = await bo.submit(english, { small_box: 'ja' })
    expect(closed.notice).to.equal('Polling is closed. Now the votes must be counted.')
    const [event] = await house.db('audit_events').where({ action: 'election.closed' })
    expect(JSON.parse(event?.details ?? '')).to.deep.include({ small_boxes: ['paper'] })
  })

  it('is done by one where two press at the same moment; the other one is told', async () => {
    const [bo, lis] = [await house.as('bo'), await house.as('lis')]
    const pages = [await bo.get(paths.pollingClosing(id)), await lis.get(paths.pollingClosing(id))] as const
    const fields = { closed_at: '14.00', ...papers }
    const answers = await Promise.all([
      bo.submit(pages[0], fields),
      lis.submit(pages[1], { ...fields, handed_out: '30', unused: '30' }),
    ])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(late?.errors).to.deep.equal(['Det blev ikke gemt. Afstemningen er allerede lukket.'])
    for (const table of ['polling_closings', 'paper_accounts'] as const)
      expect(await house.db(table).where({ election_id: id }).select('id')).to.have.length(1)
    expect(
      await house.db('audit_events').where({ action: 'election.closed' }).select('sequence'),
    ).to.have.length(1)
  })

  it('does nothing the second time the same form is sent', async () => {
    const bo = await house.as('bo')
    const page = await bo.get(paths.pollingClosing(id))
    const fields = { closed_at: '14.00', ...papers }
    await bo.submit(page, fields)
    const twice = await storesNothing(house, () => bo.submit(page, fields))
    expect(twice.status).to.equal(200)
    expect(twice.heading).to.equal('Optælling')
  })
})
