import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { renameBody } from '../../../../models/bodies/acts.ts'
import { changePublications } from '../../../../models/people/publications.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import {
  aLongHistory,
  aPast,
  stretchesDrawn,
  stretchesInTables,
  type Past,
} from '../../../support/builders/history.ts'
import { anId } from '../../../support/ids.ts'

const TIMELINE = '/raadet/tidslinje'
const DIFFERENCES = '/raadet/forskelle'

/** Names of people who have not agreed to be named, and what only the office may know. */
const SECRETS = [
  'Omar',
  'Yildiz',
  'Karen',
  'Toft',
  'Er død',
  'Grunden er privat',
  '86 40',
  '/kontor/personer',
]

describe('the public picture of the council over time', () => {
  let app: TestApp
  let past: Past

  beforeEach(async () => {
    app = await anApp({ on: '2026-02-10' })
    past = await aPast(app)
  })

  const timeline = (query = '') => app.visitor().get(TIMELINE + query)

  it('tells every stretch of every seat, gaps as gaps, and what nobody knows as that', async () => {
    const page = await timeline()
    expect(page.status).to.equal(200)
    expect(page.heading).to.equal('Rådet over tid')
    expect(stretchesDrawn(page)).to.deep.equal(
      [
        // Seven seats of which nothing is known, and the time before the first member of the other three.
        ...Array<string>(6).fill('Står ikke i Rådsbogen, 1. januar 2018 – nu'),
        'Bodil Krogh, 1. januar 2022 – 31. marts 2024',
        'Ledig, 1. april 2024 – 31. maj 2024',
        'Gerda Elmose, 1. juni 2024 – 31. december 2025',
        'Ledig, 1. januar 2026 – nu',
        'Navnet bliver ikke vist, 1. januar 2022 – 31. december 2025. Formand 15. januar 2022 – 31. december 2025',
        'Navnet bliver ikke vist, 1. januar 2026 – 31. december 2029',
        'Navnet bliver ikke vist, 1. januar 2022 – 31. december 2025',
        'Ledig, 1. januar 2026 – 30. april 2026',
        'Tove Brink, 1. maj 2026 – 31. december 2029',
      ].sort(),
    )
    expect(page.text).to.contain('Stoppede før tid.')
    expect(page.texts('.tl-coming title')).to.deep.equal(['Tove Brink, 1. maj 2026 – 31. december 2029'])
    expect(page.texts('.timeline-legend li')).to.include.members([
      'Har siddet',
      'Sidder i rådet',
      'Kommer',
      'Ledig',
      'Står ikke i Rådsbogen',
      'Stopper før tid: et hjørne er skåret af',
      'FF: Formand',
      'I dag, 10. februar 2026',
    ])
  })

  it('says the same in the picture and in the tables', async () => {
    for (const query of ['', '?fra=2024&til=2025', '?dato=1.5.2023']) {
      const page = await timeline(query)
      expect(stretchesDrawn(page).length, query).to.be.above(4)
      expect(stretchesInTables(page), query).to.deep.equal(stretchesDrawn(page))
    }
  })

  it('never has the name of anybody who has not agreed, anywhere in the page, nor why somebody left', async () => {
    for (const query of ['', '?fra=2020', '?dato=1.5.2023', '?fra=vrøvl']) {
      for (const lang of ['', 'en']) {
        const visitor = app.visitor()
        if (lang) await visitor.get(`/?sprog=${lang}`)
        const html = (await visitor.get(TIMELINE + query)).$.html()
        for (const secret of SECRETS) expect(html, `${query} ${lang}`).not.to.contain(secret)
      }
    }
  })

  it('shows a name from the moment that the person agrees, and no longer once they change their mind', async () => {
    const answer = { email: false, phone: false, decided_on: isoDate('2026-02-10') }
    expect((await timeline()).$.html()).not.to.contain('Karen Toft')
    await changePublications(app.db, app.by, past.karen.personId, { name: true, ...answer })
    expect((await timeline()).$.html()).to.contain('Karen Toft')
    await changePublications(app.db, app.by, past.karen.personId, { name: false, ...answer })
    expect((await timeline()).$.html()).not.to.contain('Karen Toft')
  })

  it('shows the years asked for, and the words of the whole stretch', async () => {
    const page = await timeline('?fra=2024&til=2025')
    expect(page.value('fra')).to.equal('2024')
    expect(page.texts('.timeline-svg > title')).to.deep.equal([
      'Billede af rådets pladser fra 1. januar 2024 til 31. december 2025',
    ])
    expect(stretchesDrawn(page)).to.include('Bodil Krogh, 1. januar 2022 – 31. marts 2024')
    expect(stretchesDrawn(page).join()).not.to.contain('Tove Brink')
    expect(page.texts('.tl-day-words')).to.deep.equal([])
    expect(page.link('Vis hele tiden')).to.equal(TIMELINE)
  })

  it('leads to each term by itself, where its names have more room', async () => {
    const links = (await timeline()).$('.timeline-terms a')
    expect(links.toArray().map((link) => link.attribs.href)).to.deep.equal([
      `${TIMELINE}?fra=2022&til=2025`,
      `${TIMELINE}?fra=2026&til=2029`,
    ])
    const page = await timeline('?fra=2022&til=2025')
    expect(page.texts('.timeline-terms [aria-current]')).to.deep.equal(['2022–2025'])
  })

  it('shows who sat there on another day', async () => {
    const page = await timeline('?dato=1.5.2023')
    expect(page.texts('.tl-day-words')).to.deep.equal(['1. maj 2023'])
    expect(page.texts('.tl-now title')).to.have.length(3)
    expect(page.texts('.tl-now title')).to.include('Bodil Krogh, 1. januar 2022 – 31. marts 2024')
    expect(page.texts('.tl-coming title')).to.include('Gerda Elmose, 1. juni 2024 – 31. december 2025')
    expect(page.text).to.contain('Sad der den dag.')
  })

  it('keeps what was typed where it cannot be read, says how to write it, and shows the whole', async () => {
    const edge = 'Skriv et år som 2018 eller en dag som 21-09-2018.'
    const cases: [query: string, ...sentences: string[]][] = [
      ['?fra=i+fjor', edge],
      ['?fra=%3Cscript%3E&til=30-02-2024', edge, edge],
      ['?dato=1.13.2024', 'Datoen findes ikke. Skriv den som 21-09-2020.'],
      ['?fra=2025&til=2024', 'Den sidste dag skal komme efter den første. Byt om på de to.'],
      ['?fra=2040', 'Rådsbogen går fra 1. januar 2022 til 31. december 2029. Vælg noget derimellem.'],
      ['?til=1999', 'Rådsbogen går fra 1. januar 2022 til 31. december 2029. Vælg noget derimellem.'],
      ['?fra=2022&fra=2023', edge],
    ]
    for (const [query, ...sentences] of cases) {
      const page = await timeline(query)
      expect(page.status, query).to.equal(422)
      expect(page.errors, query).to.deep.equal(sentences)
      const typed = new URLSearchParams(query)
      for (const field of ['fra', 'til', 'dato'])
        if (typed.getAll(field).length === 1) expect(page.value(field), query).to.equal(typed.get(field))
      expect(stretchesDrawn(page).join(), query).to.contain('Bodil Krogh')
    }
  })

  it('says so where nothing is known of the years asked for', async () => {
    const page = await timeline('?fra=1950&til=1960')
    expect(page.status).to.equal(200)
    expect(page.texts('.empty')).to.deep.equal(['Der står ikke noget i Rådsbogen om den tid. Vis hele tiden'])
  })

  it('can be reached by keyboard, has a name, and leads from the front page', async () => {
    const page = await timeline()
    const region = page.$('.timeline')
    expect(region.attr('tabindex')).to.equal('0')
    expect(region.attr('role')).to.equal('region')
    expect(region.attr('aria-label')).to.contain('rul til siden')
    expect((await app.visitor().get('/')).link('Se rådet over tid')).to.equal(TIMELINE)
    const then = await app.visitor().get('/?dato=1.5.2023')
    expect(then.link('Se rådet over tid')).to.equal(`${TIMELINE}?dato=2023-05-01`)
  })

  it('says what to do where nobody has been written in yet', async () => {
    const page = await (await anApp()).visitor().get(TIMELINE)
    expect(page.status).to.equal(200)
    expect(page.text).to.contain('Når det første medlem er skrevet ind, kan du se rådet over tid.')
    expect(page.$('svg.timeline-svg')).to.have.length(0)
  })

  it('is in English too', async () => {
    const visitor = app.visitor()
    await visitor.get('/?sprog=en')
    const page = await visitor.get(TIMELINE)
    expect(page.heading).to.equal('The council over time')
    expect(stretchesDrawn(page)).to.include('Bodil Krogh, 1 January 2022 – 31 March 2024')
    expect(stretchesInTables(page)).to.deep.equal(stretchesDrawn(page))
  })
})

describe('the public difference between two days', () => {
  let app: TestApp

  beforeEach(async () => {
    app = await anApp({ on: '2026-06-10' })
    await aPast(app)
  })

  const differences = (query = '') => app.visitor().get(DIFFERENCES + query)
  const rows = (page: Awaited<ReturnType<typeof differences>>) =>
    page.texts('tbody tr').filter((row) => !row.endsWith('Vides ikke'))

  it('begins with the term before and today, and one sentence', async () => {
    const page = await differences()
    expect(page.status).to.equal(200)
    expect(page.value('fra')).to.equal('01-01-2022')
    expect(page.value('til')).to.equal('10-06-2026')
    expect(page.texts('.verdict')).to.deep.equal([
      'Fra 1. januar 2022 til 10. juni 2026 er 1 plads skiftet og 1 er blevet ledig.',
    ])
    expect(rows(page)).to.deep.equal([
      'Slotsgården Bodil Krogh Ledig Blevet ledig',
      'Psykiatriens Hus Navnet bliver ikke vist Navnet bliver ikke vist Det samme medlem, ny tid',
      'Psykiatri 1 Navnet bliver ikke vist Tove Brink Skiftet',
    ])
    expect(page.texts('.facts > div')).to.deep.equal([
      'Nye i rådet Tove Brink (Psykiatri 1)',
      'Ikke i rådet mere Bodil Krogh (Slotsgården) Navnet bliver ikke vist (Psykiatri 1)',
      'Skiftet plads Ingen',
    ])
  })

  it('tells offices, and says plainly where all is the same', async () => {
    const page = await differences('?fra=14-01-2022&til=15-01-2022')
    expect(page.texts('.verdict')).to.deep.equal([
      'Fra 14. januar 2022 til 15. januar 2022 er ingen pladser skiftet.',
    ])
    expect(page.texts('#offices tbody tr')).to.deep.equal(['Formand Ingen Navnet bliver ikke vist'])
    expect(page.text).to.contain('Ingen har fået nyt navn.')
    expect(page.text).to.contain('De samme vedtægter gælder begge dage.')
  })

  it('tells new names of places, and calls each seat what it was called on the later day', async () => {
    const form = { name: 'Slottet', effective_on: isoDate('2025-02-01'), reason: 'Nyt navn' }
    await renameBody(app.db, app.by, 'slotsgaarden', form)
    const page = await differences('?fra=2025-01-01&til=2025-03-01')
    expect(page.text).to.contain('Slotsgården hedder nu Slottet')
    expect(rows(page)[0]).to.equal('Slottet Gerda Elmose Gerda Elmose Det samme medlem')
    expect(page.text).to.contain('Formand og næstformand er de samme.')
  })

  it('of one day with itself is nothing', async () => {
    const page = await differences('?fra=1.5.2023&til=1.5.2023')
    expect(page.texts('.verdict')).to.deep.equal(['Begge dage er 1. maj 2023, så intet er anderledes.'])
    expect(rows(page).every((row) => row.endsWith('Det samme medlem'))).to.equal(true)
  })

  it('names nobody who has not agreed, in no language and on no pair of days', async () => {
    for (const query of ['', '?fra=2023-01-01&til=2026-05-02', '?fra=14-01-2022&til=15-01-2022', '?til=x']) {
      for (const lang of ['', 'en']) {
        const visitor = app.visitor()
        if (lang) await visitor.get(`/?sprog=${lang}`)
        const html = (await visitor.get(DIFFERENCES + query)).$.html()
        for (const secret of SECRETS) expect(html, `${query} ${lang}`).not.to.contain(secret)
      }
    }
  })

  it('does not follow somebody unnamed from one seat to another', async () => {
    const { coming, omar } = {
      coming: 2,
      omar: await app.db('people').where({ name: 'Omar Yildiz' }).first('id'),
    }
    await app.db('memberships').insert({
      ...{ seat_id: anId(coming), person_id: omar!.id, term_id: anId(1), origin: 'registration' },
      ...{ starts_on: isoDate('2018-01-01'), due_on: isoDate('2021-12-31'), ends_on: isoDate('2021-12-31') },
    })
    const page = await differences('?fra=2020-01-01&til=2023-01-01')
    expect(page.texts('.facts > div').at(-1)).to.equal('Skiftet plads Ingen')
  })

  it('keeps what was typed where it is no day, and turns two days round in words', async () => {
    const noDay = 'Datoen findes ikke. Skriv den som 21-09-2020.'
    const cases: [query: string, ...sentences: string[]][] = [
      ['?fra=30-02-2024', noDay],
      ['?fra=x&til=y', noDay, noDay],
      [
        '?fra=01-05-2024&til=01-05-2023',
        '1. maj 2023 kommer før 1. maj 2024. Skriv den tidligste dag først.',
      ],
      ['?fra=01-05-2028', '10. juni 2026 kommer før 1. maj 2028. Skriv den tidligste dag først.'],
    ]
    for (const [query, ...sentences] of cases) {
      const page = await differences(query)
      expect(page.status, query).to.equal(422)
      expect(page.errors, query).to.deep.equal(sentences)
      const typed = new URLSearchParams(query)
      for (const [field, value] of typed) expect(page.value(field), query).to.equal(value)
    }
  })

  it('leads to the council on either day', async () => {
    const page = await differences('?fra=2023-05-01&til=2024-05-01')
    expect(page.link('Rådet den 1. maj 2023')).to.equal('/?dato=2023-05-01')
    expect(page.link('Rådet den 1. maj 2024')).to.equal('/?dato=2024-05-01')
    expect((await app.visitor().get(TIMELINE)).link('Se forskelle på to dage')).to.equal(DIFFERENCES)
  })
})

describe('a thousand memberships over forty years', () => {
  it('are all in the picture and in the tables, at both doors', async () => {
    const app = await anApp({ on: '2026-02-10' })
    await aLongHistory(app)
    const signe = await app.as('signe')
    const begun = process.hrtime.bigint()
    const pages = [await app.visitor().get(TIMELINE), await signe.get(`/kontor${TIMELINE}`)]
    expect(Number(process.hrtime.bigint() - begun) / 1e6).to.be.below(5000)
    for (const page of pages) {
      expect(page.status).to.equal(200)
      expect(stretchesDrawn(page).filter((one) => !/^(Ledig|Står)/.test(one))).to.have.length(1000)
      expect(stretchesInTables(page)).to.deep.equal(stretchesDrawn(page))
    }
    expect(pages[0]!.$.html()).not.to.contain('Person 0002')
    expect(pages[0]!.$.html()).to.contain('Person 0001')
    expect(pages[1]!.$.html()).to.contain('Person 0002')
  })
})
