import { expect } from 'chai'
import { getResult } from '../../../../../models/elections/result/loading.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  aClosedElection,
  aListedElection,
  countOnPage,
  counts,
  FIGURES,
  openCount,
  PAPERS,
  SAVE_COUNT,
  statusOf,
  storesNothing,
  typed,
} from '../../../../support/builders/elections.ts'
import type { CandidacyId, ElectionId } from '../../../../../models/core/ids.ts'

/** Figures that appear nowhere else on a page, so that finding one means that it leaked. */
const TELLING = { votes: [432_177, 321_755, 102_938], blank: 71_713, invalid: 19 }
const MANY = { printed: 1_000_000, handed_out: 928_602, exchanged: 0, unused: 71_398, not_returned: 0 }
const TRACES = /432177|321755|102938|71713/

describe('elections: two counts that nobody can compare', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aClosedElection(house, { papers: MANY })
  })

  it('shows the second counter an empty form, and never the first one’s figures', async () => {
    await countOnPage(await house.as('bo'), id, TELLING)
    const lis = await house.as('lis')
    const page = await lis.get(paths.count(id))
    expect(page.text).to.include('Bo Krag har tastet sin optælling ind. Nu er det dig.')
    expect(
      page
        .$('main input.figure-input')
        .toArray()
        .map((input) => page.$(input).attr('value')),
    ).to.deep.equal(Array(6).fill(''))
    for (const path of [
      paths.count(id),
      paths.election(id),
      paths.result(id),
      paths.lot(id),
      paths.certification(id),
    ])
      expect((await lis.get(path)).$.html()).not.to.match(TRACES)
    const refused = await lis.submit(page, { ...typed(page, FIGURES), blank: '' }, SAVE_COUNT)
    expect(refused.status).to.equal(422)
    expect(refused.$.html()).not.to.match(TRACES)
  })

  it('shows nobody else a single count, not even who entered it', async () => {
    const bo = await house.as('bo')
    await countOnPage(bo, id, TELLING)
    for (const name of ['signe', 'vera', 'ruth', 'bo'] as const) {
      const visitor = await house.as(name)
      for (const path of [paths.count(id), paths.election(id), paths.result(id), paths.certification(id)])
        expect((await visitor.get(path)).$.html(), `${name} ${path}`).not.to.match(TRACES)
    }
    expect((await house.visitor().get(paths.publicElection(id))).$.html()).not.to.match(TRACES)
  })

  it('leaves no figure in the log, in the receipts or in the session before two agree', async () => {
    await countOnPage(await house.as('bo'), id, TELLING)
    await countOnPage(await house.as('lis'), id, { ...TELLING, votes: [432_176, 321_756, 102_938] })
    const events = await house
      .db('audit_events')
      .where({ subject: `election:${id}` })
      .orderBy('sequence')
    expect(
      events.slice(-2).map(({ action, details }) => [action, JSON.parse(details) as unknown]),
    ).to.deep.equal([
      ['election.counted_once', { round: 1 }],
      [
        'election.count_differs',
        { round: 1, lines: (await standingIds()).slice(0, 2).map((candidacy) => `candidate:${candidacy}`) },
      ],
    ])
    const rest = [
      await house.db('audit_events').select(),
      await house.db('receipts').select(),
      await house.db('sessions').select(),
    ]
    expect(JSON.stringify(rest)).not.to.match(/43217[67]|32175[56]|102938/)
  })

  async function standingIds(): Promise<CandidacyId[]> {
    return house.db('candidacies').where({ election_id: id }).orderBy('ballot_position').pluck('id')
  }

  it('tells both only where they differ, and lets both count again until they agree', async () => {
    const bo = await house.as('bo')
    const lis = await house.as('lis')
    await countOnPage(bo, id, TELLING)
    const differs = await countOnPage(lis, id, {
      ...TELLING,
      votes: [432_177, 321_754, 102_938],
      blank: 71_714,
    })
    expect(differs.errors).to.deep.equal([])
    expect(differs.text).to.include('I er ikke enige om 2 linjer: Blanke og Jens Ærø')
    expect(differs.text).to.include('Tæl igen, hver for sig, og tast alle tal ind på ny.')
    expect(differs.$.html()).not.to.match(/432177|32175[45]|7171[34]/)
    expect(await statusOf(house, id)).to.equal('closed')
    expect((await bo.get(paths.election(id))).link('Tæl igen')).to.equal(paths.count(id))

    const again = await countOnPage(lis, id, TELLING)
    expect(again.text).to.include('Nu mangler den anden.')
    const agreed = await countOnPage(bo, id, TELLING)
    expect(agreed.heading).to.equal('Resultat')
    expect(agreed.text).to.include('432177')
    expect(await statusOf(house, id)).to.equal('counted')
    const rounds = await house.db('counts').where({ election_id: id }).orderBy('id').pluck('round')
    expect(rounds).to.deep.equal([1, 1, 2, 2])
  })

  it('keeps "Resten er 0" a help that stores nothing: the empty fields come back with zeros', async () => {
    const bo = await house.as('bo')
    const page = await bo.get(paths.count(id))
    const [first = ''] = Object.keys(typed(page, FIGURES)).filter((name) => name.startsWith('votes_'))
    const filled = await storesNothing(house, () =>
      bo.submit(page, { ballots_in_box: '928602', [first]: '928602' }, 'Resten er 0'),
    )
    expect(filled.status).to.equal(200)
    expect(filled.value(first)).to.equal('928602')
    expect(filled.value('blank')).to.equal('0')
    expect(filled.value('invalid')).to.equal('0')
    expect(filled.texts('output.sum')).to.deep.equal(['Går op', 'Stemmer'])
    const saved = await bo.submit(filled, {}, SAVE_COUNT)
    expect(saved.notice).to.equal('Din optælling er gemt.')
  })
})

describe('elections: a count that cannot be right', () => {
  let house: TestApp
  let id: ElectionId

  before(async () => {
    house = await anApp()
    id = await aClosedElection(house)
  })

  const cases: { title: string; change: Record<string, string>; error: string }[] = [
    { title: 'a negative count', change: { blank: '-1' }, error: 'Tallet skal være 0 eller højere.' },
    {
      title: 'an empty field',
      change: { invalid: '' },
      error: 'Feltet er tomt. Skriv 0, hvis der ingen er.',
    },
    { title: 'half a ballot', change: { blank: '0,5' }, error: 'Skriv et helt tal, fx 12.' },
    {
      title: 'more votes than ballots',
      change: { ballots_in_box: '30' },
      error:
        'Der er 1 for mange i tallene. Stemmer, blanke og ugyldige skal tilsammen give antallet i kassen. Tæl igen.',
    },
    {
      title: 'fewer votes than ballots',
      change: { blank: '0' },
      error:
        'Der mangler 1 stemmeseddel i tallene. Stemmer, blanke og ugyldige skal tilsammen give antallet i kassen. Tæl igen.',
    },
    {
      title: 'more ballots in the box than were handed out, without a reason',
      change: { ballots_in_box: '33', blank: '3' },
      error:
        'Der er 2 stemmesedler mere i kassen, end der er delt ud. Tæl igen, eller skriv, hvad forskellen skyldes.',
    },
    {
      title: 'fewer ballots in the box than were handed out, without a reason',
      change: { ballots_in_box: '30', blank: '0' },
      error:
        'Regnskabet går ikke op. Forskellen er 1 stemmeseddel. Tæl igen, eller skriv, hvad forskellen skyldes.',
    },
    {
      title: 'a figure with too many digits',
      change: { blank: '31000000' },
      error: 'Tallet er for stort. Det må højst være 1000000. Se efter, om du har skrevet for mange cifre.',
    },
  ]
  for (const { title, change, error } of cases) {
    it(`refuses ${title}, keeps what was typed and stores nothing`, async () => {
      const bo = await house.as('bo')
      const page = await openCount(bo, id, FIGURES)
      const figures = { ...typed(page, FIGURES), ...change }
      const refused = await storesNothing(house, () => bo.submit(page, figures, SAVE_COUNT))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      // Without a number of invalid ballots there are no lines for their reasons.
      const kept = Object.entries(figures).filter(([name]) => figures.invalid || !/reason/.test(name))
      for (const [name, value] of kept) expect(refused.value(name), name).to.equal(value)
    })
  }

  it('refuses a count of another list of candidates, and one from a page of somebody else', async () => {
    const bo = await house.as('bo')
    const page = await openCount(bo, id, FIGURES)
    const sent = page.fill(typed(page, FIGURES), SAVE_COUNT)
    const otherList = await storesNothing(house, () =>
      bo.send({ ...sent, fields: { ...sent.fields, list_version: '2' } }),
    )
    expect(otherList.status).to.equal(409)
    expect(otherList.errors).to.deep.equal([
      'Tallene hører til en anden kandidatliste. Hent siden igen, og indtast dem på ny.',
    ])
    const lis = await house.as('lis')
    const own = (await lis.get(paths.count(id))).fill({}, SAVE_COUNT)
    const others = await storesNothing(house, () =>
      lis.send({
        ...sent,
        fields: { ...sent.fields, _csrf: own.fields._csrf ?? '', _once: own.fields._once ?? '' },
      }),
    )
    expect(others.status).to.equal(409)
    expect(others.errors).to.deep.equal([
      'Siden blev åbnet af en anden, så tallene er ikke gemt. Indtast din egen optælling.',
    ])
  })

  it('wants a figure for everybody on the list, and reads none for anybody else', async () => {
    const bo = await house.as('bo')
    const page = await openCount(bo, id, FIGURES)
    const sent = page.fill(typed(page, FIGURES), SAVE_COUNT)
    const [first = '', ...others] = Object.keys(sent.fields).filter((name) => name.startsWith('votes_'))
    const { [first]: _, ...fields } = sent.fields
    const refused = await storesNothing(house, () =>
      bo.send({ ...sent, fields: { ...fields, votes_999: '14' } }),
    )
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal(['Feltet er tomt. Skriv 0, hvis der ingen er.'])
    const saved = await bo.send({ ...sent, fields: { ...sent.fields, votes_999: '14' } })
    expect(saved.notice).to.equal('Din optælling er gemt.')
    const lines = await house.db('count_lines').pluck('candidacy_id')
    expect(lines.sort()).to.deep.equal([first, ...others].map((name) => Number(name.slice(6))).sort())
  })
})

describe('elections: who may count', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  it('is nobody before the polls are closed', async () => {
    const id = await aListedElection(house)
    const page = await (await house.as('bo')).get(paths.count(id))
    expect(page.text).to.include('Stemmerne kan tælles, når afstemningen er lukket.')
    expect(page.$('main form[method=post]').length).to.equal(0)
  })

  it('is nobody who stands, by the person in the register or by the name', async () => {
    const id = await aClosedElection(house, { candidates: ['Lis Winther', 'Anker Bro'] })
    const lis = await house.as('lis')
    const page = await lis.get(paths.count(id))
    expect(page.text).to.include(
      'Du er selv kandidat ved dette valg. Derfor skal en anden tælle op og godkende.',
    )
    const form = (await (await house.as('bo')).get(paths.count(id))).fill({}, SAVE_COUNT)
    const tokens = (await lis.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const candidates = await house.db('candidacies').where({ election_id: id }).pluck('id')
    const figures = Object.fromEntries(candidates.map((candidacy) => [`votes_${candidacy}`, '10']))
    const refused = await storesNothing(house, async () =>
      lis.send({
        action: form.action,
        fields: {
          ...form.fields,
          ...figures,
          _csrf: tokens,
          counter: `${await house.accountOf('lis')}`,
          ballots_in_box: '31',
          blank: '10',
          invalid: '1',
        },
      }),
    )
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Du er selv kandidat ved dette valg. Derfor skal en anden tælle op og godkende.',
    ])
  })

  it('is each person once in a round: a second sheet is refused, a second click does nothing', async () => {
    const id = await aClosedElection(house)
    const bo = await house.as('bo')
    const page = await openCount(bo, id, FIGURES)
    const sent = page.fill(typed(page, FIGURES), SAVE_COUNT)
    await bo.send(sent)
    const twice = await storesNothing(house, () => bo.send(sent))
    expect(twice.status).to.equal(200)
    expect(twice.text).to.include('Nu mangler den anden.')
    const other = await storesNothing(house, () =>
      bo.send({ ...sent, fields: { ...sent.fields, _once: 'another form' } }),
    )
    expect(other.status).to.equal(409)
    expect(other.errors).to.deep.equal([
      'Du har allerede indtastet din optælling. En anden skal indtaste den næste. Siden siger, hvem det kan være.',
    ])
    expect(await house.db('counts').where({ election_id: id }).pluck('counter')).to.deep.equal(['Bo Krag'])
  })

  it('is told before counting that whoever counts cannot certify', async () => {
    const id = await aClosedElection(house)
    const page = await (await house.as('vera')).get(paths.count(id))
    expect(page.text).to.include(
      'Du sidder i valgbestyrelsen. Tæller du op, kan du ikke være med til at godkende resultatet.',
    )
  })

  it('is one of two when both press at the same moment from the same account, and two from two', async () => {
    const id = await aClosedElection(house)
    const tabs = [await house.as('bo'), await house.as('bo')]
    const pages = await Promise.all(tabs.map((tab) => openCount(tab, id, FIGURES)))
    const answers = await Promise.all(
      tabs.map((tab, index) => tab.submit(pages[index]!, typed(pages[index]!, FIGURES), SAVE_COUNT)),
    )
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    expect(await house.db('counts').where({ election_id: id }).pluck('round')).to.deep.equal([1])
  })
})

describe('elections: papers that are missing', () => {
  it('61 handed out, 58 in the box, 2 blank and 1 drawing: the record balances with 3 missing, and says why', async () => {
    const house = await anApp()
    const papers = { ...PAPERS, printed: 80, handed_out: 61, unused: 19 }
    const id = await aClosedElection(house, { papers })
    const figures = { votes: [30, 15, 10], blank: 2, invalid: 1 }
    const bo = await house.as('bo')
    const page = await openCount(bo, id, figures)
    expect(page.text).to.include('Delt ud 61 = i kassen + byttet 0 + ikke lagt i kassen 0')
    const refused = await storesNothing(house, () => bo.submit(page, typed(page, figures), SAVE_COUNT))
    expect(refused.errors).to.deep.equal([
      'Regnskabet går ikke op. Forskellen er 3 stemmesedler. Tæl igen, eller skriv, hvad forskellen skyldes.',
    ])
    expect(refused.texts('output.sum')).to.deep.equal(['Mangler 3', 'Stemmer'])
    await bo.submit(refused, { difference_reason: 'Tre vælgere gik med sedlen i lommen.' }, SAVE_COUNT)
    await counts(house, id, 'lis', { ...figures, reason: 'Tre sedler kom aldrig i kassen.' })
    const result = await bo.get(paths.result(id))
    expect(result.text).to.include('Delt ud 61 = i kassen 58 + byttet 0 + ikke lagt i kassen 0')
    expect(result.text).to.include('Der mangler 3 sedler.')
    expect(result.text).to.include('Bo Krag skriver: Tre vælgere gik med sedlen i lommen.')
    expect(result.text).to.include('Lis Winther skriver: Tre sedler kom aldrig i kassen.')
    const { count } = await getResult(house.db, await getAnyElection(house.db, id))
    expect(count).to.deep.include({ ballots_in_box: 58, blank: 2, invalid: 1 })
  })

  it('papers that were seen leaving are no difference', async () => {
    const house = await anApp()
    const id = await aClosedElection(house, {
      papers: { ...PAPERS, handed_out: 34, unused: 26, not_returned: 3 },
    })
    await counts(house, id, 'bo')
    await counts(house, id, 'lis')
    const result = await (await house.as('signe')).get(paths.result(id))
    expect(result.text).to.include('Delt ud 34 = i kassen 31 + byttet 0 + ikke lagt i kassen 3')
    expect(result.text).to.include('Det går op.')
  })
})
