import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import { NO_ID, type PersonId } from '../../../../../models/core/ids.ts'
import { linkCandidacy } from '../../../../../models/elections/candidates/candidacies.ts'
import { listStanding } from '../../../../../models/elections/candidates/candidates.ts'
import { newestMembershipOf, seatPerson, startMembership } from '../../../../../models/council/memberships.ts'
import { getSeat } from '../../../../../models/council/seats.ts'
import { strikeOut } from '../../../../../models/council/strike_out.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aCalledElection,
  aListedElection,
  official,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { anUpload, anImport, aRoster } from '../../../../support/builders/exchange.ts'
import { aNomination, anAnswer, bodyId, nominationRowsIn } from '../../../../support/builders/nominations.ts'
import { aMember, aPerson, everythingIn } from '../../../../support/builders/register.ts'
import { theRules } from '../../../../support/builders/statutes.ts'
import { anId } from '../../../../support/ids.ts'

const LIMIT =
  'Efter vedtægterne kan man højst være i rådet i 2 rådsperioder. Personen står allerede i rådets bog i ' +
  '2018–2021, 2022–2025.'

describe('A council where nobody sits in more than two terms', () => {
  let house: TestApp
  let signe: Visitor
  let asta: PersonId

  beforeEach(async () => {
    house = await anApp()
    signe = await house.as('signe')
    asta = await aPerson(house.db, house.by, { name: 'Asta Lyng' })
    await sat('2018-01-01', 'psykiatri-1')
  })

  async function sat(from: string, seat: string): Promise<number> {
    const seen = await newestMembershipOf(house.db, (await getSeat(house.db, seat)).id)
    const form = { person_id: asta, starts_on: isoDate(from), seen }
    return (await startMembership(house.db, house.by, seat, form)).id
  }

  async function satTwice(): Promise<number> {
    const second = await sat('2022-01-01', 'psykiatri-1')
    await theRules(house.db, house.by, { reelection: { maxTerms: 2 } })
    return second
  }

  async function place(): Promise<Page> {
    const form = await signe.get('/kontor/pladser/slotsgaarden/medlemskab')
    return signe.submit(form, { person_id: String(asta), starts_on: '10-02-2026' })
  }

  it('seats nobody by hand for a third; what was typed is kept and nothing is stored', async () => {
    await satTwice()
    const before = await everythingIn(house.db)
    const page = await place()
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal([LIMIT])
    expect([page.value('person_id'), page.value('starts_on')]).to.deep.equal([String(asta), '10-02-2026'])
    expect(await everythingIn(house.db)).to.deep.equal(before)
  })

  it('seats them for the second, and for the same one again on another seat', async () => {
    await theRules(house.db, house.by, { reelection: { maxTerms: 2 } })
    expect((await place()).notice).to.equal('Medlemmet er skrevet ind.')
    await house
      .db('memberships')
      .where('starts_on', '2026-02-10')
      .update({ ends_on: isoDate('2026-03-01'), end_reason: 'moved' })
    const form = await signe.get('/kontor/pladser/perron-4/medlemskab')
    const again = await signe.submit(form, { person_id: String(asta), starts_on: '02-03-2026' })
    expect(again.notice).to.equal('Medlemmet er skrevet ind.')
  })

  it('does not count what was struck out as a mistake', async () => {
    const id = await satTwice()
    await house.db.transaction((trx) => strikeOut(trx, 'memberships', anId(id), house.clock.today()))
    expect((await place()).notice).to.equal('Medlemmet er skrevet ind.')
  })

  it('as long as the statutes set no limit, there is none', async () => {
    await sat('2022-01-01', 'psykiatri-1')
    expect((await place()).notice).to.equal('Medlemmet er skrevet ind.')
  })

  it('writes down no candidate who has sat so long, and links none while people can still stand', async () => {
    await satTwice()
    const id = await aCalledElection(house, { candidates: ['Asta Lyng'] })
    const page = await signe.get(paths.candidates(id))
    const form = {
      consented_on: '14-01-2026',
      eligible_as: 'resident',
      person_id: String(asta),
      name: 'A. Lyng',
    }
    const refused = await storesNothing(house, () => signe.submit(page, form))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([LIMIT])
    const link = await signe.get(page.link('En i registret har samme navn. Er det den samme?'))
    const linked = await storesNothing(house, () => signe.submit(link, { person_id: String(asta) }))
    expect(linked.errors).to.deep.equal([LIMIT])
  })

  it('is told on the page of the candidates after the list is approved, and the result is not stopped', async () => {
    await satTwice()
    const id = await aListedElection(house, { candidates: ['Asta Lyng'] })
    const [candidacy] = await listStanding(house.db, id)
    await linkCandidacy(house.db, await official(house, 'signe'), id, candidacy?.id ?? NO_ID, asta)
    const again = await house.as('signe')
    const { text } = await again.get(paths.candidates(id))
    expect(text).to.include('Har siddet længst muligt')
    expect(text).to.include('Kandidaten står allerede i rådets bog i 2018–2021, 2022–2025')
    const seat = await getSeat(house.db, 'perron-4')
    const term = await house.db('terms').where('starts_on', '2026-01-01').first('id')
    const elected = {
      ...{ seatId: seat.id, personId: asta, termId: term?.id ?? NO_ID, candidacyId: candidacy?.id ?? NO_ID },
      ...{ startsOn: isoDate('2026-03-11'), dueOn: isoDate('2029-12-31'), origin: 'election' as const },
    }
    expect(await house.db.transaction((trx) => seatPerson(trx, elected))).to.be.a('number')
  })

  it('takes no nomination of them, and no appointment that was on its way', async () => {
    await sat('2022-01-01', 'psykiatri-1')
    const early = await aNomination(house, { seat: 'forsorg-hjemloese' })
    for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde']) await anAnswer(house, early, body, asta)
    await theRules(house.db, house.by, { reelection: { maxTerms: 2 } })
    const id = await aNomination(house, { seat: 'kontanthjaelp-foertidspension' })
    const before = await nominationRowsIn(house.db)
    const answer = await signe.submit(await signe.get(`/kontor/udpegninger/${id}/svar`), {
      ...{ body_id: String(await bodyId(house.db, 'sand')), given_by: 'Rikke Bach' },
      ...{ who: 'known', person_id: String(asta) },
    })
    expect([answer.status, ...answer.errors]).to.deep.equal([422, LIMIT])
    const appointment = await signe.submit(await signe.get(`/kontor/udpegninger/${early}/udpegning`), {
      ...{
        appointing_body: 'Socialudvalget',
        decided_on: '15-01-2026',
        eligible_as: 'resident',
        consent: 'ja',
      },
    })
    expect([appointment.status, ...appointment.errors]).to.deep.equal([422, LIMIT])
    expect(await nominationRowsIn(house.db)).to.deep.equal(before)
  })

  it('lets no substitute step in who has sat so long', async () => {
    await satTwice()
    await theRules(house.db, house.by, { substitutes: 'vote_order', vacancy: 'substitute' })
    await aMember(house.db, house.by, { seat: 'slotsgaarden', name: 'Gerda Elmose', dueOn: '2026-01-14' })
    const seat = '/kontor/pladser/slotsgaarden'
    const fields = { person_id: String(asta), position: '1' }
    await signe.submit(await signe.get(`${seat}/suppleanter`), fields, 'Skriv suppleanten op')
    const form = await signe.get(`${seat}/suppleant`)
    const refused = await signe.submit(form, {}, 'Lad suppleanten træde ind')
    expect([refused.status, ...refused.errors]).to.deep.equal([422, LIMIT])
    expect(await house.db('substitutions')).to.deep.equal([])
  })

  it('reads in what has been, however long somebody sat, and says so first', async () => {
    await theRules(house.db, house.by, { reelection: { maxTerms: 2 } })
    const lines = [
      'Perron 4;Poul Vang;;2010-01-01;2021-12-31;;',
      'Slotsgården;Bo Krag;;2014-01-01;2021-12-31;;',
    ]
    const { text } = await anUpload(signe, aRoster(lines))
    const sentence = 'Efter vedtægterne kan man højst være i rådet i 2 rådsperioder. Med filen bliver det 3.'
    expect(text.split(sentence)).to.have.length(2)
    expect((await anImport(house, lines)).text).to.include('Filen er læst ind')
  })
})
