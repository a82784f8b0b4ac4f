import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { changeStatutesRule } from '../../../../../models/council/statutes/rule_change.ts'
import { latestStatutes } from '../../../../../models/statutes/versions.ts'
import { voidMembership } from '../../../../../models/council/leaving.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aPast, stretchesDrawn, stretchesInTables, type Past } from '../../../../support/builders/history.ts'
import { aMember, anOfficer } from '../../../../support/builders/register.ts'
import { anId } from '../../../../support/ids.ts'

const TIMELINE = '/kontor/raadet/tidslinje'
const DIFFERENCES = '/kontor/raadet/forskelle'

describe('the picture of the council over time in the office', () => {
  let app: TestApp
  let past: Past

  beforeEach(async () => {
    app = await anApp({ on: '2026-02-10' })
    past = await aPast(app)
  })

  it("has everybody's name, with links to persons and seats, to a member too", async () => {
    for (const who of ['signe', 'tage'] as const) {
      const page = await (await app.as(who)).get(TIMELINE)
      expect(page.heading).to.equal('Rådet over tid')
      expect(stretchesDrawn(page)).to.include.members([
        'Omar Yildiz, 1. januar 2022 – 31. december 2025. Formand 15. januar 2022 – 31. december 2025',
        'Omar Yildiz, 1. januar 2026 – 31. december 2029',
        'Karen Toft, 1. januar 2022 – 31. december 2025',
        'Tove Brink, 1. maj 2026 – 31. december 2029',
      ])
      expect(stretchesInTables(page)).to.deep.equal(stretchesDrawn(page))
      expect(page.link('Karen Toft')).to.equal(`/kontor/personer/${past.karen.personId}`)
      expect(page.link('Slotsgården')).to.equal('/kontor/pladser/slotsgaarden')
      expect(page.text).to.contain('Er på vej.')
    }
  })

  it('tells the reason of an early end to those who may read it, and to others only that it is private', async () => {
    const seen = async (who: 'signe' | 'tage') => (await (await app.as(who)).get(TIMELINE)).text
    expect(await seen('signe')).to.contain('Stoppede før tid: Er død.')
    expect(await seen('tage')).not.to.contain('Er død')
    expect(await seen('tage')).to.contain('Stoppede før tid. Grunden er privat.')
    // The first reader does not decide what the next one sees.
    expect(await seen('signe')).to.contain('Stoppede før tid: Er død.')
  })

  it('leaves out what was struck out, and shows a new member at once', async () => {
    const signe = await app.as('signe')
    expect((await signe.get(TIMELINE)).text).to.contain('Gerda Elmose')
    await voidMembership(app.db, app.by, past.gerda.membershipId, 'En fejl')
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund' })
    const drawn = stretchesDrawn(await signe.get(TIMELINE))
    expect(drawn.join()).not.to.contain('Gerda Elmose')
    expect(drawn).to.include('Ledig, 1. april 2024 – nu')
    expect(drawn).to.include('Maja Lund, 1. januar 2026 – 31. december 2029')
  })

  it('has a line for a seat that was there for some time only, and no gap after it', async () => {
    await app
      .db('seats')
      .where({ slug: 'slotsgaarden' })
      .update({ ends_on: isoDate('2025-12-31') })
    const page = await (await app.as('signe')).get(TIMELINE)
    expect(stretchesDrawn(page)).not.to.include('Ledig, 1. januar 2026 – nu')
    expect(page.texts('.timeline-lane')).to.include('Slotsgården')
    const later = await (await app.as('signe')).get(`${TIMELINE}?fra=2027`)
    expect(later.texts('.timeline-lane')).not.to.include('Slotsgården')
  })

  it('is reached from the council and from a seat, and says what to do while it is empty', async () => {
    const signe = await app.as('signe')
    expect((await signe.get('/kontor/raadet')).link('Se rådet over tid')).to.equal(TIMELINE)
    expect((await signe.get('/kontor/pladser/perron-4')).link('Se alle pladser over tid')).to.equal(TIMELINE)
    const empty = await anApp()
    const secretary = await (await empty.as('signe')).get(TIMELINE)
    expect(secretary.link('Læs gamle medlemmer ind')).to.equal('/kontor/ind-og-ud')
    const member = await (await empty.as('tage')).get(TIMELINE)
    expect(member.text).to.contain('Når det første medlem er skrevet ind, kan du se rådet over tid.')
    expect(() => member.link('Læs gamle medlemmer ind')).to.throw('no link')
  })

  it('keeps what was typed where it cannot be read', async () => {
    const page = await (await app.as('signe')).get(`${TIMELINE}?fra=2025&til=i+år`)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(['Skriv et år som 2018 eller en dag som 21-09-2018.'])
    expect([page.value('fra'), page.value('til')]).to.deep.equal(['2025', 'i år'])
  })
})

describe('the difference between two days in the office', () => {
  it('names everybody, with offices and links', async () => {
    const app = await anApp({ on: '2026-06-10' })
    const { coming, omar } = await aPast(app)
    await anOfficer(app.db, app.by, coming, 'chair', isoDate('2026-05-15'))
    const page = await (await app.as('tage')).get(DIFFERENCES)
    expect(page.texts('.verdict')).to.deep.equal([
      'Fra 1. januar 2022 til 10. juni 2026 er 1 plads skiftet og 1 er blevet ledig.',
    ])
    expect(page.texts('.facts > div')).to.deep.equal([
      'Nye i rådet Tove Brink (Psykiatri 1)',
      'Ikke i rådet mere Bodil Krogh (Slotsgården) Karen Toft (Psykiatri 1)',
      'Skiftet plads Ingen',
    ])
    expect(page.link('Omar Yildiz')).to.equal(`/kontor/personer/${omar.personId}`)
    const between = await (await app.as('tage')).get(`${DIFFERENCES}?fra=2023-01-01&til=2026-06-10`)
    expect(between.texts('#offices tbody tr')).to.deep.equal(['Formand Omar Yildiz Tove Brink'])
    expect(between.link('Rådet den 1. januar 2023')).to.equal('/kontor/raadet?dato=2023-01-01')
  })

  it('tells who has changed seats, that a seat is new or gone, and how many', async () => {
    const app = await anApp({ on: '2026-06-10' })
    await aMember(app.db, app.by, { seat: 'cafe-rusfri', name: 'Finn Overgaard', startsOn: '2022-01-01' })
    const finn = await app.db('people').where({ name: 'Finn Overgaard' }).first('id')
    const days = {
      starts_on: isoDate('2026-01-01'),
      due_on: isoDate('2029-12-31'),
      ends_on: isoDate('2029-12-31'),
    }
    const membership = { person_id: finn!.id, term_id: anId(3), origin: 'registration' as const }
    await app.db('memberships').insert({ seat_id: anId(1), ...membership, ...days })
    await app
      .db('seats')
      .where({ slug: 'slotsgaarden' })
      .update({ ends_on: isoDate('2025-12-31') })
    await app
      .db('seats')
      .where({ slug: 'boligsocial' })
      .update({ starts_on: isoDate('2024-01-01') })
    const page = await (await app.as('signe')).get(`${DIFFERENCES}?fra=2023-01-01&til=2026-06-10`)
    expect(page.texts('.verdict')).to.deep.equal([
      'Fra 1. januar 2023 til 10. juni 2026 er 1 plads blevet ledig, 1 er kommet til og 1 er nedlagt.',
    ])
    expect(page.texts('.facts > div').at(-1)).to.equal(
      'Skiftet plads Finn Overgaard: fra Café Rusfri til Perron 4',
    )
  })

  it('tells which rules have changed, where other statutes are in force', async () => {
    const app = await anApp({ on: '2026-06-10' })
    const { id } = await latestStatutes(app.db)
    await changeStatutesRule(app.db, app.by, {
      ...{ key: 'noticeDays', seenVersion: id, source: 'Rådets forretningsorden', reason: 'Læst igennem' },
      inForceFrom: isoDate('2026-06-10'),
    })
    const page = await (await app.as('signe')).get(`${DIFFERENCES}?fra=2026-06-09&til=2026-06-10`)
    expect(page.text).to.contain(
      'Den første dag gjaldt vedtægterne fra 1. januar 2018. Den sidste dag gjaldt vedtægterne fra 10. juni 2026.',
    )
    expect(page.texts('.changes h3')).to.deep.equal(['Indkaldelse til møder'])
    expect(page.link('Vedtægterne fra 1. januar 2018')).to.equal(`/vedtaegter/${id}`)
  })

  it('is in English too, and keeps what was typed', async () => {
    const app = await anApp({ on: '2026-06-10' })
    await aPast(app)
    const signe = await app.as('signe')
    await signe.get('/kontor?sprog=en')
    const page = await signe.get(DIFFERENCES)
    expect(page.texts('.verdict')).to.deep.equal([
      'From 1 January 2022 to 10 June 2026, 1 seat has changed hands and 1 has become vacant.',
    ])
    const bad = await signe.get(`${DIFFERENCES}?fra=2026-06-10&til=2025-06-10`)
    expect(bad.status).to.equal(422)
    expect(bad.errors).to.deep.equal([
      '10 June 2025 comes before 10 June 2026. Write the earliest day first.',
    ])
    expect(bad.value('til')).to.equal('2025-06-10')
  })
})
