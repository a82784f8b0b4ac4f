import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { type MembershipId, NO_ID, type StatutesVersionId } from '../../../../../models/core/ids.ts'
import { decideUncontested } from '../../../../../models/elections/candidates/candidate_list.ts'
import { isTaken, refusedBy } from '../../../../../models/core/db.ts'
import { endMembership } from '../../../../../models/council/leaving.ts'
import { latestStatutes } from '../../../../../models/statutes/versions.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aListedElection, DAYS, official, storesNothing } from '../../../../support/builders/elections.ts'
import { aCertifiedElection, certifies } from '../../../../support/builders/outcomes.ts'
import { aMember, aPerson } from '../../../../support/builders/register.ts'
import { theRules } from '../../../../support/builders/statutes.ts'
import { stepsOnBoard } from '../../../../support/renewal_board.ts'
import { anId } from '../../../../support/ids.ts'

const SEAT = '/kontor/pladser/perron-4'
const WAITS = 'Skal bekræftes af Socialudvalget.'
const DECIDED = { decided_on: '16-03-2026', case_number: '27.15.00-A08-1-26' }
const BUTTON = 'Gem bekræftelsen'

describe('The appointment of those who were elected (/kontor/medlemskaber/…/bekraeftelse)', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
  })

  /** The statutes let Socialudvalget appoint all members, Anker Bro is elected on 10 March, and today is the 20th. */
  async function elected(body: string | null = 'Socialudvalget'): Promise<MembershipId> {
    await theRules(house.db, house.by, { formalAppointment: 'all', appointingBody: body })
    return chosen()
  }

  async function chosen(): Promise<MembershipId> {
    await aCertifiedElection(house)
    house.clock.set('2026-03-20')
    signe = await house.as('signe')
    const member = await house.db('memberships').where({ origin: 'election' }).first('id')
    return member?.id ?? NO_ID
  }

  const form = (id: MembershipId) => signe.get(paths.formalAppointment(id))
  const written = () => house.db('formal_appointments')
  const acts = async () =>
    (await house.db('audit_events').where({ action: 'membership.appointed' })).map(
      ({ details }) => JSON.parse(details) as unknown,
    )

  it('is one button on the seat, a task until it is written, and then part of the story', async () => {
    const id = await elected()
    const before = await signe.get(SEAT)
    expect(before.text).to.include(WAITS)
    const todo = await signe.get('/kontor')
    expect(todo.text).to.include('Anker Bro skal bekræftes af Socialudvalget')
    expect(todo.link('Skriv bekræftelsen: Anker Bro skal bekræftes af Socialudvalget')).to.equal(
      paths.formalAppointment(id),
    )
    const page = await signe.get(before.link('Skriv bekræftelsen'))
    expect(page.value('appointing_body')).to.equal('Socialudvalget')
    expect(page.text).to.include('Tidligst 10. marts 2026')
    const after = await signe.submit(page, DECIDED, BUTTON)
    expect(after.url).to.equal(SEAT)
    expect(after.notice).to.equal('Bekræftelsen er skrevet.')
    expect(after.text).to.include('Bekræftet af Socialudvalget den 16. marts 2026, sag 27.15.00-A08-1-26.')
    expect(after.text).not.to.include(WAITS)
    expect(after.text).not.to.include('Skriv bekræftelsen')
    expect((await signe.get('/kontor')).text).not.to.include('Anker Bro skal bekræftes')
    expect(await written()).to.deep.equal([
      {
        membership_id: id,
        appointing_body: 'Socialudvalget',
        decided_on: '2026-03-16',
        case_number: '27.15.00-A08-1-26',
        recorded_by: 'Signe Holm',
        recorded_on: '2026-03-20',
      },
    ])
    expect(await acts()).to.deep.equal([
      {
        seat: 'perron-4',
        person: (await house.db('memberships').where({ id }).first())?.person_id,
        body: 'Socialudvalget',
        decided_on: '2026-03-16',
        case_number: '27.15.00-A08-1-26',
      },
    ])
    const ruth = await house.as('ruth')
    expect((await ruth.get('/kontor/logbog')).text).to.include('Skrev, at et valgt medlem er bekræftet.')
  })

  it('is read on the page of the person and in all that is held of them, and only the secretary may write it', async () => {
    const id = await elected()
    const person = (await house.db('memberships').where({ id }).first())?.person_id ?? NO_ID
    expect((await signe.get(paths.person(person))).text).to.include(WAITS)
    const vera = await house.as('vera')
    const seen = await vera.get(SEAT)
    expect(seen.text).to.include(WAITS)
    expect(seen.text).not.to.include('Skriv bekræftelsen')
    await signe.submit(await form(id), { decided_on: '16-03-2026' }, BUTTON)
    const made = 'Bekræftet af Socialudvalget den 16. marts 2026.'
    expect((await signe.get(paths.person(person))).text).to.include(made)
    const insight = await signe.get(paths.insight(person))
    expect(insight.text).to.include('Bekræftet af Socialudvalget, 16. marts 2026')
    expect(insight.text).to.include('Bekræftelsen er skrevet ind af Signe Holm, 20. marts 2026')
    expect((await signe.get(`${SEAT}?dato=2026-03-15`)).text).to.include(WAITS)
    expect((await signe.get(`${SEAT}?dato=2026-03-16`)).text).to.include(made)
  })

  it('the public is told that the member was elected, before and after, and nothing else', async () => {
    const id = await elected()
    const before = (await house.visitor().get('/')).text
    expect(before).to.include('Anker Bro')
    expect(before).not.to.match(/bekræftes|bekræftet af/i)
    await signe.submit(await form(id), DECIDED, BUTTON)
    expect((await house.visitor().get('/')).text).to.equal(before)
  })

  it('asks for the body where the statutes do not say who appoints', async () => {
    const id = await elected(null)
    expect((await signe.get(SEAT)).text).to.include(
      'Skal bekræftes af den, der udpeger. Vedtægterne siger ikke, hvem det er.',
    )
    expect((await signe.get('/kontor')).text).to.include('Anker Bro skal bekræftes')
    const page = await form(id)
    expect(page.value('appointing_body')).to.equal('')
    const refused = await storesNothing(house, () => signe.submit(page, DECIDED, BUTTON))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal(['Skriv, hvem der har udpeget personen.'])
    expect(refused.value('decided_on')).to.equal('16-03-2026')
    const after = await signe.submit(refused, { appointing_body: 'Byrådet' }, BUTTON)
    expect(after.text).to.include('Bekræftet af Byrådet den 16. marts 2026, sag 27.15.00-A08-1-26.')
  })

  const BAD: readonly (readonly [what: string, fields: Record<string, string>, sentence: string])[] = [
    [
      'tomorrow',
      { decided_on: '21-03-2026' },
      'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.',
    ],
    [
      'the day before polling day',
      { decided_on: '09-03-2026' },
      'Beslutningen kan ikke ligge før den 10. marts 2026, hvor personen blev valgt eller trådte ind. Ret datoen.',
    ],
    [
      'a case number of another form',
      { case_number: 'sag 7' },
      'Skriv journalnummeret som 27.15.00-A08-1-20, eller lad feltet stå tomt.',
    ],
  ]
  for (const [what, fields, sentence] of BAD) {
    it(`refuses ${what}, keeps what was typed and stores nothing`, async () => {
      const page = await form(await elected())
      const typed = { ...DECIDED, ...fields }
      const refused = await storesNothing(house, () => signe.submit(page, typed, BUTTON))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([sentence])
      for (const [name, value] of Object.entries(typed)) expect(refused.value(name)).to.equal(value)
      expect(await written()).to.deep.equal([])
    })
  }

  it('refuses a day that does not exist', async () => {
    const page = await form(await elected())
    const refused = await signe.submit(page, { decided_on: '30-02-2026' }, BUTTON)
    expect(refused.status).to.equal(422)
    expect(refused.value('decided_on')).to.equal('30-02-2026')
    expect(await written()).to.deep.equal([])
  })

  it('refuses a day after the member left, and still takes one from before', async () => {
    const id = await elected()
    await endMembership(house.db, house.by, id, { ends_on: isoDate('2026-03-17'), end_reason: 'moved' })
    expect((await signe.get(SEAT)).text).to.include(
      'Det er ikke skrevet, at Socialudvalget har bekræftet det.',
    )
    expect((await signe.get('/kontor')).text).not.to.include('Anker Bro skal bekræftes')
    const refused = await signe.submit(await form(id), { decided_on: '18-03-2026' }, BUTTON)
    expect(refused.errors).to.deep.equal([
      'Beslutningen kan ikke ligge efter den 17. marts 2026, som er personens sidste dag på pladsen. Ret datoen.',
    ])
    await signe.submit(refused, { decided_on: '16-03-2026' }, BUTTON)
    expect(await written()).to.have.length(1)
  })

  it('one of two secretaries at once writes it, and the other sees how it stands', async () => {
    const id = await elected()
    const other = await house.as('signe')
    const mine = (await form(id)).fill({ decided_on: '16-03-2026' })
    const theirs = (await other.get(paths.formalAppointment(id))).fill({ decided_on: '17-03-2026' })
    const answers = await Promise.all([signe.send(mine), other.send(theirs)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const late = answers.find(({ status }) => status === 409)!
    expect(late.errors).to.deep.equal(['Bekræftelsen er skrevet allerede. Her kan du se, hvordan den står.'])
    const [row, ...more] = await written()
    expect(more).to.deep.equal([])
    const day = row?.decided_on === '2026-03-16' ? '16. marts 2026' : '17. marts 2026'
    expect(late.text).to.include(`Bekræftet af Socialudvalget den ${day}.`)
    expect(await acts()).to.have.length(1)
  })

  it('a second click on the same form writes nothing more, and the form leads to the seat afterwards', async () => {
    const id = await elected()
    const sent = (await form(id)).fill(DECIDED, BUTTON)
    await signe.send(sent)
    const second = await signe.send(sent)
    expect([second.status, second.url]).to.deep.equal([200, SEAT])
    expect(await written()).to.have.length(1)
    expect(await acts()).to.have.length(1)
    expect((await form(id)).url).to.equal(SEAT)
  })

  it('a membership that somebody struck out meanwhile cannot be confirmed', async () => {
    const id = await elected()
    const page = await form(id)
    await house
      .db('memberships')
      .where({ id })
      .update({ voided_on: isoDate('2026-03-20') })
    const late = await signe.submit(page, DECIDED, BUTTON)
    expect(late.status).to.equal(409)
    expect(late.url).to.equal(paths.formalAppointment(id))
    expect(await written()).to.deep.equal([])
  })

  it('whoever was written in by hand is not asked about, and their form does not exist', async () => {
    await theRules(house.db, house.by, { formalAppointment: 'all', appointingBody: 'Socialudvalget' })
    const { membershipId } = await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund' })
    signe = await house.as('signe')
    expect((await signe.get(SEAT)).text.toLowerCase()).not.to.include('bekræft')
    expect((await form(membershipId)).status).to.equal(404)
    const { fields } = (await signe.get(`/kontor/medlemskaber/${membershipId}/valgbarhed`)).fill()
    const decided = { ...fields, ...DECIDED, appointing_body: 'Socialudvalget' }
    const sent = await signe.send({ action: paths.formalAppointment(membershipId), fields: decided })
    expect(sent.status).to.equal(404)
    expect(await written()).to.deep.equal([])
  })

  it('whoever was elected without a vote is confirmed too, from the day on which that was decided', async () => {
    await theRules(house.db, house.by, { formalAppointment: 'all', appointingBody: 'Socialudvalget' })
    const election = await aListedElection(house, { candidates: ['Tove Bæk'] })
    const decided = { decided_by: 'Socialudvalget', decided_on: isoDate(DAYS.listed) }
    await decideUncontested(house.db, await official(house, 'signe'), election, decided)
    await certifies(house, election)
    house.clock.set(DAYS.certified)
    signe = await house.as('signe')
    const page = await signe.get((await signe.get(SEAT)).link('Skriv bekræftelsen'))
    expect(page.text).to.include('Tidligst 3. marts 2026')
    const early = await signe.submit(page, { decided_on: '02-03-2026' }, BUTTON)
    expect(early.errors[0]).to.include('før den 3. marts 2026')
    const after = await signe.submit(early, { decided_on: '03-03-2026' }, BUTTON)
    expect(after.text).to.include('Bekræftet af Socialudvalget den 3. marts 2026.')
  })

  it('a substitute who steps in for somebody elected is confirmed too', async () => {
    const rules = { substitutes: 'personal', vacancy: 'substitute' } as const
    await theRules(house.db, house.by, {
      ...{ formalAppointment: 'all', appointingBody: 'Socialudvalget' },
      ...rules,
    })
    const id = await chosen()
    await aPerson(house.db, house.by, { name: 'Anton Lund' })
    const list = await signe.get(`${SEAT}/suppleanter`)
    await signe.submit(list, { person_id: list.choice('person_id', 'Anton Lund') }, 'Skriv suppleanten op')
    await endMembership(house.db, house.by, id, { ends_on: isoDate('2026-03-19'), end_reason: 'moved' })
    await signe.submit(await signe.get(`${SEAT}/suppleant`), {}, 'Lad suppleanten træde ind')
    const seat = await signe.get(SEAT)
    expect(seat.text).to.include(WAITS)
    const [, substitute = anId(0)] = await house.db('memberships').orderBy('id').pluck<MembershipId[]>('id')
    house.clock.set('2026-04-20')
    signe = await house.as('signe')
    const early = await signe.submit(await form(substitute), { decided_on: '19-03-2026' }, BUTTON)
    expect(early.errors[0]).to.include('før den 20. marts 2026')
    const after = await signe.submit(early, { decided_on: '14-04-2026' }, BUTTON)
    expect(after.text).to.include('Bekræftet af Socialudvalget den 14. april 2026.')
  })

  describe('on the board of the renewal', () => {
    const BOARD = paths.renewal('2026-2029')
    const stepsAt = async (seat: string) => stepsOnBoard(await signe.get(BOARD), seat)

    async function begin(): Promise<void> {
      await signe.submit(await signe.get('/kontor/fornyelse/ny?periode=2026-2029'))
    }

    it('the seat is not in place until it is written', async () => {
      const id = await elected()
      await begin()
      const waiting = await stepsAt('Perron 4')
      expect(waiting.at(-3)).to.equal('Godkendt Klaret')
      expect(waiting.at(-2)).to.equal('Bekræftet Nu senest 13/4 Skriv bekræftelsen om pladsen Perron 4')
      expect(waiting.at(-1)).to.match(/^På plads Venter/)
      expect((await stepsAt('Slotsgården')).at(-2)).to.match(/^Bekræftet Venter/)
      const board = await signe.get(BOARD)
      expect(board.text).to.include('0 af 9 pladser er på plads.')
      expect(board.text).to.include('Anker Bro fra 11. marts 2026')
      await signe.submit(await form(id), DECIDED, BUTTON)
      expect((await stepsAt('Perron 4')).slice(-2)).to.deep.equal(['Bekræftet Klaret', 'På plads Klaret'])
      expect((await signe.get(BOARD)).text).to.include('1 af 9 pladser er på plads.')
    })

    it('has no such step in Randers', async () => {
      await chosen()
      await begin()
      expect((await stepsAt('Perron 4')).slice(-2)).to.deep.equal(['Godkendt Klaret', 'På plads Klaret'])
      expect((await signe.get(BOARD)).text).to.include('1 af 9 pladser er på plads.')
      expect((await signe.get(BOARD)).text).not.to.include('Bekræftet')
    })
  })

  it('the statutes that the election ran under decide, not those that came after', async () => {
    const id = await elected()
    const latest = await house.db('statutes_versions').orderBy('id', 'desc').first()
    await theRules(house.db, house.by, { formalAppointment: 'none', appointingBody: null })
    expect(await house.db('statutes_versions').orderBy('id', 'desc').first('replaces_id')).to.deep.equal({
      replaces_id: latest?.id,
    })
    expect((await signe.get(SEAT)).text).to.include(WAITS)
    expect((await form(id)).value('appointing_body')).to.equal('Socialudvalget')
  })

  it('who appoints may be answered after the election', async () => {
    const id = await elected(null)
    await theRules(house.db, house.by, { formalAppointment: 'all', appointingBody: 'Byrådet' })
    expect((await signe.get(SEAT)).text).to.include('Skal bekræftes af Byrådet.')
    expect((await form(id)).value('appointing_body')).to.equal('Byrådet')
  })

  it('says that the rule is assumed until it has been confirmed', async () => {
    const id = await elected()
    const sentence = 'Formel udpegning'
    for (const confirmed of [true, false]) {
      await assume(confirmed)
      for (const page of [await signe.get(SEAT), await form(id)])
        expect(page.text.includes(sentence), page.url).to.equal(!confirmed)
    }
    await theRules(house.db, house.by, { formalAppointment: 'all', appointingBody: 'Socialudvalget' })
    expect((await form(id)).text).not.to.include(sentence)
  })

  /** Makes the election's rule confirmed or assumed, as if it had always been so. */
  async function assume(confirmed: boolean): Promise<void> {
    const { statutes, id } = await latestStatutes(house.db)
    const { formalAppointment } = statutes.rules
    const rules = { ...statutes.rules, formalAppointment: { ...formalAppointment, confirmed } }
    const row = await house.db('statutes_versions').where({ id }).first()
    if (!row) throw new Error('no statutes')
    const { id: _id, ...version } = row
    const document = JSON.stringify({ ...statutes, rules })
    const [made] = await house
      .db('statutes_versions')
      .insert({ ...version, document, replaces_id: id })
      .returning('id')
    await house.db('elections').update({ statutes_version_id: (made as { id: StatutesVersionId }).id })
  }

  it('in Randers nobody is asked, on any page, and nothing can be written', async () => {
    const id = await chosen()
    const person = (await house.db('memberships').where({ id }).first())?.person_id ?? NO_ID
    for (const path of [
      SEAT,
      '/kontor',
      paths.person(person),
      paths.insight(person),
      '/kontor/raadet',
      '/',
    ]) {
      const page = await signe.get(path)
      expect(page.status, path).to.equal(200)
      expect(page.text.toLowerCase(), path).not.to.match(/bekræftelse|bekræftes af|bekræftet af/)
    }
    expect((await form(id)).status).to.equal(404)
    expect(await written()).to.deep.equal([])
  })

  describe('in the database', () => {
    const row = (id: MembershipId) => ({
      membership_id: id,
      appointing_body: 'Socialudvalget',
      decided_on: isoDate('2026-03-16'),
      case_number: null,
      recorded_by: 'Signe Holm',
      recorded_on: isoDate('2026-03-20'),
    })
    const errorOf = async (query: PromiseLike<unknown>): Promise<unknown> => {
      try {
        await query
      } catch (error) {
        return error
      }
      throw new Error('nothing was refused')
    }

    it('a membership has one, of a body with a name, decided before it was written', async () => {
      const id = await elected()
      const insert = (change: object) => house.db('formal_appointments').insert({ ...row(id), ...change })
      const blank = await errorOf(insert({ appointing_body: ' ' }))
      expect(refusedBy(blank, 'formal_appointments_body_named'), String(blank)).to.equal(true)
      const ahead = await errorOf(insert({ decided_on: isoDate('2026-03-21') }))
      expect(refusedBy(ahead, 'formal_appointments_decided_first'), String(ahead)).to.equal(true)
      await insert({})
      const twice = await errorOf(insert({ decided_on: isoDate('2026-03-17') }))
      expect(isTaken(twice), String(twice)).to.equal(true)
      expect(await written()).to.have.length(1)
    })
  })
})
