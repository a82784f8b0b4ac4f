import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { listTermsWithAreas } from '../../../../models/council/terms.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { anImport, anUpload, aRoster } from '../../../support/builders/exchange.ts'
import { aMember, aTermOfOneArea } from '../../../support/builders/register.ts'
import { theRules } from '../../../support/builders/statutes.ts'
import { NO_ID } from '../../../../models/core/ids.ts'

const NEW = '/kontor/fornyelse/ny?periode=2030-2031'

describe('A council whose terms are its own', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp({ on: '2029-08-01' })
    await theRules(house.db, house.by, { termLength: { years: 2 } })
    signe = await house.as('signe')
  })

  it('renews itself every second year, and no page of it speaks of a municipal election', async () => {
    const list = await signe.get('/kontor/fornyelse')
    expect(list.text).to.include('Før hver ny rådsperiode skal pladserne besættes på ny.')
    expect(list.text).to.include('Rådsperioden begynder tirsdag den 1. januar 2030.')
    const form = await signe.get(list.link('Begynd 2030–2031'))
    expect(form.text).to.include('Rådsperioden går fra 1. januar 2030 til 31. december 2031.')
    // 18 November 2025 is 12 + 32 = 44 days before 1 January, so 18 November 2029; a Sunday, and two weeks on is the 2nd.
    expect(form.value('valgdag')).to.equal('18-11-2029')
    expect(form.text).to.include('Tidsplanen er regnet fra søndag den 18. november 2029.')
    expect(form.value('polling_on')).to.equal('03-12-2029')
    const board = await signe.submit(form)
    expect(board.url).to.equal('/kontor/fornyelse/2030-2031')
    expect(board.texts('#renewal-timetable caption')).to.deep.equal([
      'Regnet fra den 18. november 2029, så rådet kan begynde den 1. januar 2030',
    ])
    const timetable = await signe.get(`${board.url}/tidsplan`)
    for (const page of [list, form, board, timetable])
      expect(page.texts('main').join().toLowerCase()).not.to.include('kommunalvalg')
    const term = await house
      .db('terms')
      .where({ starts_on: isoDate('2030-01-01') })
      .first()
    expect(term).to.include({ ends_on: '2031-12-31', municipal_election_on: '2029-11-18' })
  })

  it('may count its timetable from another day of its own', async () => {
    const form = await signe.get(`${NEW}&valgdag=22-10-2029`)
    expect(form.value('polling_on')).to.equal('05-11-2029')
    expect(form.value('municipal_election_on')).to.equal('2029-10-22')
  })

  it('is told in time that its next term begins', async () => {
    await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund' })
    const { text } = await signe.get('/kontor')
    expect(text).to.include('Begynd fornyelsen af rådet 2030–2031')
    expect(text).to.include('Rådsperioden begynder den 1. januar 2030.')
    expect(text).not.to.include('Kommunalvalget er den')
  })

  it('has no municipal election in its calendar, and Randers has', async () => {
    const calendar = '/kontor/ind-og-ud/hent/kalender.ics'
    const own = await signe.raw('get', calendar)
    expect(own.status).to.equal(200)
    expect(own.text).to.include('Rådsperiode').and.not.to.include('Kommunalvalg')
    await theRules(house.db, house.by, { termLength: 'municipal' })
    expect((await signe.raw('get', calendar)).text).to.include('Kommunalvalg')
  })

  it('of fixed dates goes on to the same day and month', async () => {
    await house.db('terms').where('starts_on', '>', '2024-01-01').delete()
    await house.db('terms').insert({
      starts_on: isoDate('2026-05-01'),
      ends_on: isoDate('2029-10-31'),
      municipal_election_on: isoDate('2026-03-20'),
    })
    await theRules(house.db, house.by, { termLength: 'fixed_dates' })
    const form = await signe.get('/kontor/fornyelse/ny')
    expect(form.text).to.include('Rådsperioden går fra 1. november 2029 til 30. april 2033.')
  })

  it('where each area has terms of its own, the next one is for the same area, and none overlaps', async () => {
    await house.db('terms').where('starts_on', '>=', '2026-01-01').delete()
    await aTermOfOneArea(house.db, 'perron-4')
    await aTermOfOneArea(house.db, 'slotsgaarden')
    await theRules(house.db, house.by, { termLength: { staggeredYears: 4 } })
    const form = await signe.get('/kontor/fornyelse/ny?periode=2032-2035')
    const board = await signe.submit(form)
    expect(board.texts('.board-row h3')).to.have.length(1)
    const terms = await listTermsWithAreas(house.db)
    expect(terms.at(-1)).to.deep.include({ startsOn: '2032-01-01', endsOn: '2035-12-31' })
    expect(terms.at(-1)?.areas).to.have.length(1)
  })
})

describe('Old rosters of a council whose terms are its own', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp({ on: '2026-03-10' })
    signe = await house.as('signe')
  })

  it('go back in steps of two years, and are stored so', async () => {
    await theRules(house.db, house.by, { termLength: { years: 2 } })
    const lines = ['Perron 4;Asta Lyng;;2014-01-01;2017-12-31;;']
    const preview = await anUpload(signe, aRoster(lines))
    expect(preview.text).to.include('1. januar 2014 til 31. december 2015')
    expect(preview.text).to.include('1. januar 2016 til 31. december 2017')
    expect(preview.text).not.to.include('fire år')
    await anImport(house, lines)
    const spans = await house.db('memberships').orderBy('starts_on').select('starts_on', 'ends_on')
    expect(spans).to.deep.equal([
      { starts_on: '2014-01-01', ends_on: '2015-12-31' },
      { starts_on: '2016-01-01', ends_on: '2017-12-31' },
    ])
  })

  it('go back for each area by itself where not all are renewed together', async () => {
    await house.db('terms').delete()
    await aTermOfOneArea(house.db, 'slotsgaarden')
    const area = await house.db('areas').where({ slug: 'perron-4' }).first('id')
    const [term] = await house
      .db('terms')
      .insert({
        starts_on: isoDate('2026-01-01'),
        ends_on: isoDate('2029-12-31'),
        municipal_election_on: isoDate('2025-11-18'),
      })
      .returning('id')
    await house.db('term_areas').insert({ term_id: term?.id ?? NO_ID, area_id: area?.id ?? NO_ID })
    await theRules(house.db, house.by, { termLength: { staggeredYears: 4 } })
    await anImport(house, [
      'Perron 4;Asta Lyng;;2022-01-01;2025-12-31;;',
      'Slotsgården;Poul Vang;;2024-01-01;2027-12-31;;',
    ])
    const terms = await listTermsWithAreas(house.db)
    expect(terms.map(({ startsOn, endsOn, areas }) => [startsOn, endsOn, areas?.join()])).to.deep.equal([
      ['2020-01-01', '2023-12-31', 'slotsgaarden'],
      ['2022-01-01', '2025-12-31', 'perron-4'],
      ['2024-01-01', '2027-12-31', 'slotsgaarden'],
      ['2026-01-01', '2029-12-31', 'perron-4'],
      ['2028-01-01', '2031-12-31', 'slotsgaarden'],
    ])
    const held = await house
      .db('memberships')
      .join('terms', 'terms.id', 'memberships.term_id')
      .orderBy('terms.starts_on')
      .pluck('terms.starts_on')
    expect(held).to.deep.equal(['2022-01-01', '2024-01-01'])
  })
})
