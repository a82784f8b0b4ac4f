import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { MembershipId } from '../../../../../models/core/ids.ts'
import type { FormalAppointment } from '../../../../../models/council/formal/formal_appointments.ts'
import type { Chapter } from '../../../../../models/council/history/seat_story.ts'
import { seatPage, type SeatOnDay } from '../../../../../views/office/council/seats/seat.page.ts'
import { anEnding } from '../../../../support/plain/bodies.ts'
import { aHeld, aLine, aMember, aSeat, aVacancy } from '../../../../support/plain/council.ts'
import { aReader } from '../../../../support/reader.ts'
import { randers } from '../../../../support/statutes/randers.ts'
import { anId } from '../../../../support/ids.ts'

type As = 'secretary' | 'member' | 'auditor' | 'polling_officer'

const vacant = { line: aLine({ member: undefined, vacancy: aVacancy() }) }

function pageOf(world: Partial<SeatOnDay> = {}, as: As = 'secretary', asked?: string) {
  return seatPage(aReader({ as }), asked === undefined ? undefined : isoDate(asked), {
    ...{ seat: aSeat(), statutes: randers(), line: aLine(), ahead: undefined, story: [aChapter()] },
    known: [],
    ...{ stepped: new Set<MembershipId>(), formal: new Map<MembershipId, FormalAppointment>(), flags: [] },
    ...{ absence: undefined, underWay: undefined, decisions: [], endings: [], undecided: [] },
    substitutes: undefined,
    ...world,
  })
}

function aChapter(given: Parameters<typeof aHeld>[0] = {}): Chapter {
  return { kind: 'held', held: aHeld(given), offices: [] }
}

function newest(page: ReturnType<typeof pageOf>) {
  const [chapter] = page.story
  if (chapter?.kind !== 'held') throw new Error('nobody holds it')
  return chapter
}

describe('The page of a seat', () => {
  it('has what can be done on the page of today, for readers who may write', () => {
    const acts = {
      groundHref: '/kontor/medlemskaber/11/valgbarhed',
      leavingHref: '/kontor/medlemskaber/11/udtraeden',
      voidHref: '/kontor/medlemskaber/11/fejl',
    }
    expect(newest(pageOf()).acts).to.deep.equal(acts)
    expect(pageOf().newMembershipHref).to.equal('/kontor/pladser/slotsgaarden/medlemskab')
    for (const page of [pageOf({}, 'member'), pageOf({}, 'auditor'), pageOf({}, 'secretary', '2026-02-01')]) {
      expect(newest(page).acts).to.equal(null)
      expect(page.newMembershipHref).to.equal(null)
    }
  })

  it('has no end to write and no ground to note for a member whose time is over', () => {
    const over = aChapter({ ends_on: isoDate('2026-02-28'), end_reason: 'moved' })
    const { acts, badge } = newest(pageOf({ story: [over] }))
    expect(acts).to.deep.include({ groundHref: null, leavingHref: null })
    expect(badge).to.equal(null)
  })

  it('says who held it on another day, or that there was no such seat', () => {
    expect(pageOf().holder).to.equal(null)
    expect(pageOf({}, 'secretary', '2026-02-01').holder).to.include('Gerda Elmose')
    const missing = pageOf({ line: undefined, story: [] }, 'secretary', '2017-01-01')
    expect([missing.holder, missing.isMissing]).to.deep.equal([null, true])
    expect(pageOf(vacant, 'secretary', '2026-03-05').isMissing).to.equal(false)
  })

  it('tells of another day only what had begun', () => {
    const story = [aChapter({ id: anId(12), starts_on: isoDate('2026-03-01') }), aChapter()]
    expect(pageOf({ story }, 'secretary', '2026-02-01').story).to.have.length(1)
    expect(pageOf({ story }).story).to.have.length(2)
  })

  it('keeps notes, private reasons and grounds to those who may read contacts', () => {
    const story = [aChapter({ end_reason: 'moved', end_note: 'Bad om ro', end_private: 1 })]
    const flags = [
      {
        ...{
          id: anId(1),
          membership_id: anId(11),
          lost: 'residence' as const,
          learned_on: isoDate('2026-03-01'),
        },
        ...{ note: null, recorded_by: 'Signe Holm', person: 'Gerda Elmose', seat_id: anId(3) },
        ends_on: isoDate('2029-12-31'),
      },
    ]
    const read = newest(pageOf({ story, flags }, 'auditor'))
    expect([read.note, read.flags.length]).to.deep.equal(['Bad om ro', 1])
    const kept = newest(pageOf({ story, flags }, 'member'))
    expect([kept.note, kept.flags.length]).to.deep.equal([null, 0])
    expect(kept.left).to.include('privat')
  })

  it('lets the appointment be written down while it waits', () => {
    const waiting = { body: 'Socialudvalget', chosenOn: isoDate('2026-01-10'), made: undefined, assumed: [] }
    const formal = new Map([[anId(11), waiting]])
    const chapter = newest(pageOf({ formal }))
    expect(chapter.formal).to.deep.equal({ text: 'Skal bekræftes af Socialudvalget.', waits: true })
    expect(chapter.formalHref).to.equal('/kontor/medlemskaber/11/bekraeftelse')
    expect(newest(pageOf({ formal }, 'member')).formalHref).to.equal(null)
  })

  it('says of a member who stepped in that they did', () => {
    expect(newest(pageOf({ stepped: new Set([anId(11)]) })).chosen).to.equal('Trådte ind som suppleant')
  })

  it('says what ends behind the member, and leads to the decision while there is one to make', () => {
    const endings = [anEnding()]
    const href = '/kontor/pladser/slotsgaarden/afgoerelse?organisation=3'
    expect(pageOf({ endings, undecided: endings }).endings[0]?.decideHref).to.equal(href)
    expect(pageOf({ endings, undecided: endings }, 'member').endings[0]?.decideHref).to.equal(null)
    expect(pageOf({ endings }).endings[0]?.decideHref).to.equal(null)
  })

  it('leads to the substitutes where the statutes have any', () => {
    expect(pageOf().substitutes).to.equal(null)
    expect(pageOf({ substitutes: [] }).substitutes?.href).to.equal('/kontor/pladser/slotsgaarden/suppleanter')
    expect(pageOf({ substitutes: [] }, 'member').substitutes?.href).to.equal(null)
  })
})

describe('The page of a vacant seat', () => {
  it('says since when, for how long and how it is filled', () => {
    const { vacancy } = pageOf(vacant)
    expect(vacancy?.heading).to.include('1. marts 2026')
    expect(vacancy?.howLong).to.include('10 dage')
    expect(vacancy?.next).to.equal(null)
    const never = aVacancy({ neverFilled: true, previous: undefined })
    expect(pageOf({ line: aLine({ member: undefined, vacancy: never }) }).vacancy?.howLong).to.equal(null)
  })

  it('begins the election for those who may plan one, and only today', () => {
    const start = (as: As, asked?: string) => pageOf(vacant, as, asked).vacancy?.start?.href
    expect(start('secretary')).to.equal('/kontor/valg/nyt?omraade=slotsgaarden')
    expect(start('member')).to.equal(undefined)
    expect(start('secretary', '2026-03-05')).to.equal(undefined)
  })

  it('leads to the election under way instead', () => {
    const underWay = { kind: 'election' as const, id: anId(7) }
    expect(pageOf({ ...vacant, underWay }).vacancy?.start?.href).to.equal('/kontor/valg/7')
  })

  it('has nothing to begin once somebody is booked to come', () => {
    const next = aMember({ starts_on: isoDate('2026-04-01') })
    const { vacancy } = pageOf({ line: aLine({ member: undefined, vacancy: aVacancy({ next }) }) })
    expect(vacancy?.start).to.equal(null)
    expect(vacancy?.next).to.include('1. april 2026')
  })

  it('says whether the member of a term that is over goes on', () => {
    const ended = aVacancy({ previous: aMember() })
    const lines = (vacancy: ReturnType<typeof aVacancy>) =>
      pageOf({ line: aLine({ member: undefined, vacancy }) }).vacancy?.lines.length ?? 0
    expect(lines(ended)).to.equal(lines(aVacancy()) + 1)
  })
})
