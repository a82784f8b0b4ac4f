import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { latestStatutes, listStatutesVersions } from '../../../../models/statutes/versions.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import { randersFile } from '../../../support/statutes/randers.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aCalledElection } from '../../../support/builders/elections.ts'
import { aMeeting } from '../../../support/builders/meetings.ts'
import { aCouncil, aMember } from '../../../support/builders/register.ts'
import { anId } from '../../../support/ids.ts'

const UPLOAD = '/kontor/vedtaegter/fil'
const SEVERAL = '/kontor/vedtaegter/flere-regler'
const PREVIEW = 'Se, hvad der bliver ændret'
const SAVE = 'Gem som ny udgave'
const EMPTY = translatorFor('da')('tasks.chair_empty.text')

type File = Record<string, unknown> & {
  areas: { key: string; seats: number; bodies: object[] }[]
  rules: Record<string, { value: unknown; source: string; confirmed: boolean }>
}

describe('A new version from a file (/kontor/vedtaegter/fil)', () => {
  let house: TestApp
  let signe: Visitor
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
    signe = await house.as('signe')
  })

  const file = () => randersFile() as File
  const versions = async () => (await listStatutesVersions(house.db)).length

  async function send(content: unknown, fields: Record<string, string> = {}): Promise<Page> {
    const form = await signe.get(UPLOAD)
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    const sent = form.fill({ reason: 'Vedtaget den 2. marts 2026', ...fields }, PREVIEW)
    return signe.upload(sent, { field: 'file', name: 'vedtaegter.json', content: Buffer.from(text) })
  }

  function seats(area: string, count: number): File {
    const changed = file()
    changed.areas = changed.areas
      .map((one) => (one.key === area ? { ...one, seats: count } : one))
      .filter((one) => one.seats > 0)
    const sum = changed.areas.reduce((total, one) => total + one.seats, 0)
    changed.rules.seats = { value: sum, source: 'Vedtaget', confirmed: true }
    return changed
  }

  it('is fetched, changed and sent back: compared rule by rule, with what it does, and stored with one yes', async () => {
    await aCouncil(house)
    const start = await signe.get('/kontor/vedtaegter')
    const form = await signe.get(start.link('Læg en ny udgave op som fil'))
    expect(form.link('Hent den udgave, der er nu, som fil')).to.equal('/vedtaegter/1/fil.json')
    const changed = seats('slotsgaarden', 2)
    changed.rules.noticeDays = { value: 14, source: 'Vedtaget', confirmed: true }
    const shown = await send(changed, { in_force_from: '01-05-2026' })
    expect(shown.status).to.equal(200)
    expect(shown.heading).to.equal('Sådan bliver det fra den 1. maj 2026')
    expect(shown.texts('.consequence strong')).to.deep.equal([
      'Fra 1. maj 2026 får Slotsgården 1 plads mere.',
    ])
    expect(shown.texts('.changes h3')).to.deep.equal(['Antal pladser', 'Indkaldelse til møder'])
    expect(shown.text).to.include('Medlemmerne bliver indkaldt senest 14 dage før mødet.')
    expect(await versions()).to.equal(1)
    const list = await signe.submit(shown, {}, SAVE)
    expect(list.url).to.equal('/kontor/vedtaegter')
    expect(list.notice).to.equal('Den nye udgave af vedtægterne er gemt.')
    expect((await rosterOn(house.db, isoDate('2026-04-30'))).length).to.equal(9)
    const after = await rosterOn(house.db, isoDate('2026-05-01'))
    expect(after.map(({ seat }) => seat.slug)).to.include('slotsgaarden-1')
    expect(after.filter(({ vacancy }) => vacancy)).to.have.length(1)
    const [event] = await house.db('audit_events').where({ action: 'statutes.version_made' })
    expect(JSON.parse(event?.details ?? '{}')).to.deep.include({
      in_force_from: '2026-05-01',
      rules: ['seats', 'noticeDays'],
      seats_added: ['slotsgaarden: 1'],
    })
  })

  it('an area that goes takes its seat and its member, by name, and the yes is a warning', async () => {
    await aCouncil(house)
    const shown = await send(seats('boligsocial', 0), { in_force_from: '01-05-2026' })
    expect(shown.texts('.consequence').join(' ')).to.include(
      'Fra 1. maj 2026 findes plads 7 (Boligsocial) ikke mere. Niels Højgaard er medlem til og med 30. april 2026.',
    )
    expect(shown.$('button.button-warning').text()).to.include(SAVE)
    await signe.submit(shown, {}, SAVE)
    const member = await house
      .db('memberships')
      .where({ seat_id: anId(7) })
      .first()
    expect(member).to.include({ ends_on: '2026-04-30', end_reason: 'other' })
    expect((await rosterOn(house.db, isoDate('2026-04-30'))).length).to.equal(9)
    expect((await rosterOn(house.db, isoDate('2026-05-01'))).length).to.equal(8)
    expect((await signe.get('/kontor/pladser/boligsocial')).text).to.include('Niels Højgaard')
  })

  it('one of two held seats is for people to give up: refused with their names', async () => {
    await aCouncil(house)
    const page = await send(seats('psykiatri', 1), { in_force_from: '01-05-2026' })
    expect(page.status).to.equal(422)
    expect(page.errors[0]).to.include('alle pladser er besat: Tove Brink, Åse Ravn')
    expect(await versions()).to.equal(1)
  })

  it('an organisation that is left out is told, and its member stays; one that comes is in the register', async () => {
    await aCouncil(house)
    const changed = file()
    const area = changed.areas.find(({ key }) => key === 'boligsocial')
    if (area) area.bodies = [{ key: 'den-nye-plan', name: 'Den nye plan' }]
    const shown = await send(changed, { in_force_from: '01-05-2026' })
    expect(shown.texts('.consequence strong')).to.deep.equal([
      'Fra 1. maj 2026 er Den nye plan med til at indstille til Boligsocial.',
    ])
    await signe.submit(shown, {}, SAVE)
    expect(await house.db('bodies').where({ slug: 'den-nye-plan' })).to.have.length(1)
    const asked = await signe.get('/kontor/pladser/boligsocial')
    expect(asked.text).to.include('Niels Højgaard')
  })

  const BAD: [what: string, spoil: (document: File) => unknown, words: string][] = [
    [
      'a seat sum that does not fit',
      (document) => ({
        ...document,
        rules: { ...document.rules, seats: { value: 12, source: 'x', confirmed: true } },
      }),
      'Vedtægterne siger 12 pladser, men områderne har 9 tilsammen.',
    ],
    [
      'a circular successor',
      (document) => {
        const area = document.areas.find(({ key }) => key === 'psykiatri')
        const body = (key: string, next: string) => ({ key, name: key, successor: { key: next, name: next } })
        if (area) area.bodies = [body('sind', 'bedre-psykiatri'), body('bedre-psykiatri', 'sind')]
        return document
      },
      'Efterfølgerne går i ring: sind → bedre-psykiatri → sind.',
    ],
    [
      'a misspelt rule',
      (document) => ({ ...document, rules: { ...document.rules, quorm: {} } }),
      'Det navn findes ikke.',
    ],
    ['no rules at all', (document) => ({ ...document, rules: undefined }), 'Det mangler.'],
  ]
  for (const [what, spoil, words] of BAD) {
    it(`is refused with the place and a clear sentence: ${what}`, async () => {
      const page = await send(spoil(file()))
      expect(page.status).to.equal(422)
      expect(page.errors[0]).to.include('Filen kan ikke bruges. Der er 1 fejl.')
      expect(page.texts('.problems li').join(' ')).to.include(words)
      expect(page.value('reason')).to.equal('Vedtaget den 2. marts 2026')
      expect(await versions()).to.equal(1)
    })
  }

  it('is refused where it is no JSON, no file, or another council', async () => {
    expect((await send('{ hej')).errors[0]).to.include('Filen kan ikke læses som JSON')
    expect((await send('[]')).errors[0]).to.include('Filen kan ikke læses som JSON')
    const form = await signe.get(UPLOAD)
    expect((await signe.upload(form.fill({ reason: 'x' }, PREVIEW))).status).to.equal(422)
    const other = { ...file(), council: { key: 'viborg', name: 'Viborg', municipality: 'Viborg Kommune' } }
    expect((await send(other)).errors[0]).to.include('Filen er et andet råds vedtægter.')
    expect((await send(file())).errors[0]).to.include('siger det samme')
    expect(await versions()).to.equal(1)
  })

  it('in force in the past is refused where it bound people, and may mend how the past is described', async () => {
    const refused = await send(seats('slotsgaarden', 2), { in_force_from: '01-03-2026' })
    expect(refused.status).to.equal(422)
    expect(refused.errors[0]).to.include('i dag, den 2. marts 2026')
    const mended = file()
    mended.rules.noticeDays = { value: 14, source: 'Forretningsordenen, fundet i arkivet', confirmed: true }
    const shown = await send(mended, { in_force_from: '01-01-2018' })
    expect(shown.status).to.equal(200)
    expect(shown.text).to.include('Dagen ligger før i dag')
    const form = await signe.get(UPLOAD)
    const withoutReason = await signe.upload(
      form.fill({ reason: '', in_force_from: '01-01-2018' }, PREVIEW),
      {
        field: 'file',
        name: 'v.json',
        content: Buffer.from(JSON.stringify(mended)),
      },
    )
    expect(withoutReason.errors).to.deep.equal(['Skriv noget her.'])
    await signe.submit(shown, {}, SAVE)
    const then = await house.visitor().get('/vedtaegter?dato=2019-01-01')
    expect(then.$('#noticeDays').text()).to.include('14 dage')
  })

  it('a register that has changed since the preview is shown anew before anything is done', async () => {
    const shown = await send(seats('boligsocial', 0), { in_force_from: '01-05-2026' })
    expect(shown.text).not.to.include('Niels Højgaard')
    await aMember(house.db, house.by, { seat: 'boligsocial', name: 'Niels Højgaard' })
    const again = await signe.submit(shown, {}, SAVE)
    expect(again.status).to.equal(409)
    expect(again.text).to.include('Niels Højgaard er medlem til og med 30. april 2026.')
    expect(await versions()).to.equal(1)
    await signe.submit(again, {}, SAVE)
    expect(await versions()).to.equal(2)
  })

  it('two who save at once make one version; the other is told', async () => {
    const ib = await house.as('ib')
    const shown = await send(seats('slotsgaarden', 2), { in_force_from: '01-05-2026' })
    const form = await ib.get(UPLOAD)
    const his = await ib.upload(form.fill({ reason: 'Ibs', in_force_from: '01-06-2026' }, PREVIEW), {
      field: 'file',
      name: 'v.json',
      content: Buffer.from(JSON.stringify(seats('perron-4', 2))),
    })
    const answers = await Promise.all([signe.submit(shown, {}, SAVE), ib.submit(his, {}, SAVE)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    expect(await versions()).to.equal(2)
  })

  it('elections and meetings keep the version they were planned under', async () => {
    await aMeeting(house, { held_on: isoDate('2026-06-10') })
    const id = await aCalledElection(house)
    const changed = file()
    changed.rules.complaintDays = { value: 21, source: 'Vedtaget', confirmed: true }
    changed.rules.quorum = {
      value: { share: [2, 3], comparison: 'at_least', base: 'all_seats' },
      source: 'Vedtaget',
      confirmed: true,
    }
    const shown = await send(changed, { in_force_from: '02-03-2026' })
    expect(shown.text).to.include('følger stadig de vedtægter, de begyndte med')
    await signe.submit(shown, {}, SAVE)
    expect((await latestStatutes(house.db)).id).to.equal(2)
    expect(await house.db('elections').where({ id }).first('statutes_version_id')).to.deep.equal({
      statutes_version_id: 1,
    })
    expect(await house.db('meetings').pluck('statutes_version_id')).to.deep.equal([1])
    const [meeting] = await house.db('meetings').pluck<number[]>('id')
    expect((await signe.get(`/kontor/moeder/${meeting}`)).text).to.include('mindst halvdelen')
    await aMeeting(house, { held_on: isoDate('2026-07-10') })
    expect((await house.db('meetings').pluck('statutes_version_id')).sort()).to.deep.equal([1, 2])
  })
})

describe('Several rules at once (/kontor/vedtaegter/flere-regler)', () => {
  let house: TestApp
  let signe: Visitor
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
    signe = await house.as('signe')
  })

  const papers = { source: 'Vedtægterne 2026', reason: 'Vedtaget på mødet' }
  const choose = (...keys: string[]) => signe.get(`${SEVERAL}?${keys.map((key) => `regel=${key}`).join('&')}`)
  const rules = async (): Promise<Statutes['rules']> => (await latestStatutes(house.db)).statutes.rules

  it('are chosen, changed in one form and become one version', async () => {
    const start = await signe.get(SEVERAL)
    expect(start.$('input[name=regel]').length).to.be.above(33)
    expect(start.text).to.include('Det siger vedtægterne ikke noget om.')
    const form = await choose('seats', 'quorum', 'meetingsPerYear', 'extraordinaryMeetings')
    const shown = await signe.submit(
      form,
      {
        ...papers,
        source_en: 'The statutes of 2026',
        'seats:value': 'range',
        'seats:min': '8',
        'seats:max': '12',
        'quorum:share': '2/3',
        'meetingsPerYear:min': '4',
        'meetingsPerYear:max': '6',
        'extraordinaryMeetings:askers': ['chair', 'third'],
        'extraordinaryMeetings:within_weekdays': '5',
        in_force_from: '01-05-2026',
      },
      PREVIEW,
    )
    expect(shown.errors).to.deep.equal([])
    expect(shown.text).to.include('Ingen pladser og medlemskaber bliver ændret.')
    expect(shown.text).to.include('Rådet har mindst 8 og højst 12 pladser.')
    expect(shown.text).to.include(
      'når formanden eller en tredjedel af medlemmerne beder om det. Det skal holdes senest 5 hverdage efter.',
    )
    await signe.submit(shown, {}, SAVE)
    const now = await rules()
    expect(now.seats).to.deep.equal({
      value: { min: 8, max: 12 },
      source: papers.source,
      sourceEn: 'The statutes of 2026',
      confirmed: true,
    })
    expect(now.meetingsPerYear?.value).to.deep.equal({ min: 4, max: 6 })
    expect(now.extraordinaryMeetings?.value).to.deep.equal({
      askedBy: ['chair', { share: [1, 3] }],
      withinWeekdays: 5,
    })
    expect(await listStatutesVersions(house.db)).to.have.length(2)
  })

  it('rules that only fit together can be changed together, and not one by one', async () => {
    const both = await choose('substitutes', 'vacancy')
    const shown = await signe.submit(
      both,
      {
        ...papers,
        'substitutes:value': 'vote_order',
        'vacancy:value': 'substitute',
        in_force_from: '02-03-2026',
      },
      PREVIEW,
    )
    expect(shown.errors).to.deep.equal([])
    await signe.submit(shown, {}, SAVE)
    expect((await rules()).vacancy.value).to.equal('substitute')
    const one = await choose('substitutes')
    const refused = await signe.submit(one, { ...papers, 'substitutes:value': 'none' }, PREVIEW)
    expect(refused.errors).to.deep.equal([
      'En suppleant kan ikke træde ind, når der ingen suppleanter er. Reglerne skal passe sammen.',
    ])
  })

  it('what is missing comes back beside its field with everything that was typed', async () => {
    const form = await choose('seats', 'complaintDays')
    const page = await signe.submit(
      form,
      { ...papers, 'seats:value': 'range', 'seats:min': 'otte', 'complaintDays:value': '9' },
      PREVIEW,
    )
    expect(page.status).to.equal(422)
    expect(page.errors.length).to.equal(2)
    expect(page.value('complaintDays:value')).to.equal('9')
    expect(page.value('seats:min')).to.equal('otte')
    expect(page.value('source')).to.equal(papers.source)
  })

  it('back from the preview the form has what was typed; none chosen is said', async () => {
    const form = await choose('complaintDays')
    const shown = await signe.submit(form, { ...papers, 'complaintDays:value': '9' }, PREVIEW)
    const back = await signe.submit(shown, {}, 'Ret det, jeg skrev')
    expect(back.value('complaintDays:value')).to.equal('9')
    const none = form.fill({ ...papers }, PREVIEW)
    const { regel: _none, ...fields } = none.fields
    expect((await signe.send({ ...none, fields })).errors).to.deep.equal(['Vælg de regler, der skal rettes'])
  })

  it('an office that goes is told with its holder, who leaves it the day before', async () => {
    await aCouncil(house)
    const form = await choose('offices')
    const shown = await signe.submit(
      form,
      { ...papers, 'offices:value': ['chair'], in_force_from: '01-05-2026' },
      PREVIEW,
    )
    expect(shown.texts('.consequence strong')).to.deep.equal([
      'Karla Due er næstformand til og med 30. april 2026. Hvervet findes ikke mere.',
    ])
    await signe.submit(shown, {}, SAVE)
    expect(await house.db('officeholdings').where({ office: 'vice_chair' }).pluck('ends_on')).to.deep.equal([
      '2026-04-30',
    ])
    const single = await signe.get('/kontor/vedtaegter/offices')
    const refused = await signe.submit(single, {
      ...papers,
      value: [],
      step: 'save',
      in_force_from: '01-05-2026',
    })
    expect(refused.errors[0]).to.include('Maja Lund har et hverv')
  })

  it('two vice chairs sit side by side, and a third is refused', async () => {
    const council = await aCouncil(house)
    const form = await choose('offices')
    const shown = await signe.submit(
      form,
      { ...papers, 'offices:value': ['chair', 'vice_chair', 'vice_chair_2'], in_force_from: '02-03-2026' },
      PREVIEW,
    )
    await signe.submit(shown, {}, SAVE)
    const take = async (name: string) => {
      const office = await signe.get('/kontor/hverv/nyt')
      const line =
        office.texts('select[name=membership_id] option').find((text) => text.startsWith(name)) ?? name
      return signe.submit(office, {
        office: 'vice_chair',
        membership_id: office.choice('membership_id', line),
      })
    }
    expect((await take('Åse Ravn')).url).to.equal('/kontor/hverv')
    expect((await take('Finn Overgaard')).status).to.equal(422)
    const page = await signe.get('/kontor/hverv')
    expect(page.texts('.offices .seat-name')).to.deep.equal(['Maja Lund', 'Karla Due', 'Åse Ravn'])
    expect(page.texts('a')).not.to.include('Lad dem bytte hverv')
    expect(council['psykiatri-2'].name).to.equal('Åse Ravn')
  })

  it('a council may have no chair at all, and nothing asks for one', async () => {
    await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund' })
    expect((await signe.get('/kontor')).text).to.include(EMPTY)
    const form = await choose('offices')
    const shown = await signe.submit(
      form,
      { ...papers, 'offices:value': [], in_force_from: '02-03-2026' },
      PREVIEW,
    )
    await signe.submit(shown, {}, SAVE)
    expect((await signe.get('/kontor/hverv')).text).to.include('Rådet har ingen formand.')
    expect((await signe.get('/kontor')).text).not.to.include(EMPTY)
  })

  it('is for those who may change the statutes', async () => {
    for (const [who, status] of [
      ['vera', 403],
      ['ruth', 403],
      ['ib', 200],
    ] as const) {
      const visitor = await house.as(who)
      expect((await visitor.get(SEVERAL)).status).to.equal(status)
      expect((await visitor.get(UPLOAD)).status).to.equal(status)
    }
  })
})
