import { expect } from 'chai'
import type { By } from '../../../models/core/audit.ts'
import { addDays, isoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { endMembership } from '../../../models/council/leaving.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { seatStory } from '../../../models/council/history/seat_story.ts'
import { getSeat } from '../../../models/council/seats.ts'
import { aClock } from '../../support/app.ts'
import { asSystem } from '../../support/databases/keys.ts'
import { aCouncil, aMember } from '../../support/builders/register.ts'
import { aDatabase } from '../../support/database.ts'
import { anId } from '../../support/ids.ts'

describe('the roster on a day', () => {
  let db: Db
  let by: By

  beforeEach(async () => {
    db = await aDatabase()
    by = asSystem(aClock('2030-06-01'))
  })

  async function line(day: string, slug = 'slotsgaarden') {
    const roster = await rosterOn(db, isoDate(day))
    const found = roster.find(({ seat }) => seat.slug === slug)!
    const { vacantSince, neverFilled, previous, next } = found.vacancy ?? {}
    return {
      member: found.member?.person,
      ...(found.vacancy && {
        vacantSince,
        neverFilled,
        previous: previous?.person,
        next: next?.person,
        filling: found.vacancy.filling,
      }),
    }
  }

  it('has the nine seats in their order, and none before the statutes made them', async () => {
    const roster = await rosterOn(db, isoDate('2026-01-01'))
    expect(roster.map(({ seat }) => `${seat.number} ${seat.label}`)).to.deep.equal([
      '1 Perron 4',
      '2 Café Rusfri',
      '3 Slotsgården',
      '4 Psykiatriens Hus',
      '5 Psykiatri 1',
      '6 Psykiatri 2',
      '7 Boligsocial',
      '8 Kontanthjælp/førtidspension',
      '9 Forsorg/Hjemløse',
    ])
    expect(await rosterOn(db, isoDate('2017-12-31'))).to.deep.equal([])
  })

  it('counts the first and the last day, and nothing beside them', async () => {
    const days = { startsOn: '2026-03-01', dueOn: '2027-02-28' }
    await aMember(db, by, { seat: 'slotsgaarden', name: 'Gerda Elmose', ...days })
    expect((await line('2026-02-28')).member).to.equal(undefined)
    expect((await line('2026-03-01')).member).to.equal('Gerda Elmose')
    expect((await line('2027-02-28')).member).to.equal('Gerda Elmose')
    expect((await line('2027-03-01')).member).to.equal(undefined)
  })

  it('says since when a seat is vacant, after whom, and who is booked to come', async () => {
    const gerda = await aMember(db, by, { seat: 'slotsgaarden', name: 'Gerda Elmose' })
    const form = { ends_on: isoDate('2027-02-28'), end_reason: 'moved' as const }
    await endMembership(db, by, gerda.membershipId, form)
    await aMember(db, by, { seat: 'slotsgaarden', name: 'Bodil Krogh', startsOn: '2027-06-01' })
    expect(await line('2027-03-15')).to.deep.equal({
      member: undefined,
      vacantSince: '2027-03-01',
      neverFilled: false,
      previous: 'Gerda Elmose',
      next: 'Bodil Krogh',
      filling: {
        by: 'election',
        kind: 'by_election',
        areaKey: 'slotsgaarden',
        areaName: 'Slotsgården',
      },
    })
    expect(await line('2025-12-31')).to.include({ neverFilled: true, next: 'Gerda Elmose' })
  })

  it('ends nobody silently when the term does: the seats are empty, and who sat there stays known', async () => {
    for (const [seat, name] of [
      ['perron-4', 'Maja Lund'],
      ['forsorg-hjemloese', 'Preben Skytte'],
    ] as const)
      await aMember(db, by, { seat, name, startsOn: '2022-01-01' })
    expect((await line('2025-12-31', 'perron-4')).member).to.equal('Maja Lund')
    expect(await line('2026-01-01', 'perron-4')).to.deep.include({
      member: undefined,
      vacantSince: '2026-01-01',
      previous: 'Maja Lund',
      filling: { by: 'election', kind: 'ordinary', areaKey: 'perron-4', areaName: 'Perron 4' },
    })
    expect(await db('memberships').pluck('end_reason')).to.deep.equal([null, null])
  })

  it('names an organisation that has ended apart from those that may nominate', async () => {
    await aMember(db, by, {
      seat: 'boligsocial',
      name: 'Niels Højgaard',
      startsOn: '2022-01-01',
      dueOn: '2025-07-31',
    })
    const vacancy = (await rosterOn(db, isoDate('2025-08-01'))).find(
      ({ seat }) => seat.slug === 'boligsocial',
    )!.vacancy!
    const { filling } = vacancy
    if (filling.by !== 'nomination') throw new Error(filling.by)
    expect(filling.bodies).to.deep.equal([])
    expect(
      filling.ended.map(({ name, activeUntil, successor }) => [name, activeUntil, successor?.name]),
    ).to.deep.equal([
      ['Helhedsplanen for Nordbyen', '2025-07-31', 'Den boligsociale helhedsplan Randers 2025-29'],
    ])
  })

  it('shows the office that each member holds that day', async () => {
    await aCouncil({ db, by })
    const officers = async (day: string) =>
      (await rosterOn(db, isoDate(day))).flatMap(({ member }) =>
        member?.office ? [`${member.person} ${member.office}`] : [],
      )
    expect(await officers('2026-01-11')).to.deep.equal([])
    expect(await officers('2026-01-12')).to.deep.equal(['Maja Lund chair', 'Karla Due vice_chair'])
  })

  it('costs the same number of queries however many years there are', async () => {
    await aMember(db, by, { seat: 'perron-4', name: 'Maja Lund' })
    const before = await queriesOf(() => rosterOn(db, isoDate('2026-06-01')))
    await manyShortMemberships(400)
    const after = await queriesOf(() => rosterOn(db, isoDate('2026-06-01')))
    expect(after).to.equal(before)
    expect((await line('2026-06-01', 'perron-4')).member).to.equal('Maja Lund')
    expect((await line('2019-01-05')).member).to.equal('Finn Overgaard')
  })

  async function queriesOf(run: () => Promise<unknown>): Promise<number> {
    let queries = 0
    const count = () => (queries += 1)
    db.on('query', count)
    await run()
    db.removeListener('query', count)
    return queries
  }

  async function manyShortMemberships(count: number): Promise<void> {
    const { id: seat_id } = await getSeat(db, 'slotsgaarden')
    const term = await db('terms').orderBy('starts_on').first('id')
    const [row] = await db('people')
      .insert({
        name: 'Finn Overgaard',
        contact_by: 'digital_post',
        registered_on: isoDate('2018-01-01'),
      } as never)
      .returning('id')
    const { id: person_id } = row as { id: number }
    const days = Array.from({ length: count }, (_, n) => addDays(isoDate('2018-01-01'), n))
    const rest = { term_id: term!.id, end_reason: null, end_note: null, origin: 'registration' as const }
    const rows = days.map((day) => ({
      ...rest,
      ...{ seat_id, person_id: anId(person_id), starts_on: day, due_on: day, ends_on: day },
      ...{ candidacy_id: null, appointment_id: null, voided_on: null },
    }))
    for (let from = 0; from < rows.length; from += 50)
      await db('memberships').insert(rows.slice(from, from + 50))
  }

  describe('told as the story of a seat', () => {
    it('has who sat there, the gaps as gaps, and what the register does not know', async () => {
      const gerda = await aMember(db, by, {
        seat: 'slotsgaarden',
        name: 'Gerda Elmose',
        startsOn: '2022-01-01',
      })
      const form = { ends_on: isoDate('2024-03-31'), end_reason: 'resigned' as const }
      await endMembership(db, by, gerda.membershipId, form)
      await aMember(db, by, {
        seat: 'slotsgaarden',
        name: 'Bodil Krogh',
        startsOn: '2024-06-01',
        dueOn: '2024-12-31',
      })
      const seat = await getSeat(db, 'slotsgaarden')
      const story = await seatStory(db, seat, isoDate('2025-02-01'))
      expect(
        story.map((chapter) =>
          chapter.kind === 'held'
            ? `${chapter.held.person} ${chapter.held.starts_on} ${chapter.held.ends_on}`
            : `${chapter.kind} ${chapter.from} ${chapter.until ?? ''}`,
        ),
      ).to.deep.equal([
        'gap 2025-01-01 ',
        'Bodil Krogh 2024-06-01 2024-12-31',
        'gap 2024-04-01 2024-05-31',
        'Gerda Elmose 2022-01-01 2024-03-31',
        'unknown 2018-01-01 2021-12-31',
      ])
    })
  })
})
