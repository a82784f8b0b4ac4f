import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { idOf, type MembershipId } from '../../../../models/core/ids.ts'
import { recordFrom } from '../../../../models/core/records.ts'
import type { Held } from '../../../../models/council/held.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { NextStep } from '../../../../models/elections/next_step.ts'
import type { Board, BoardLine } from '../../../../models/renewal/board.ts'
import type { Renewal } from '../../../../models/renewal/renewal.ts'
import type { BoardStep } from '../../../../models/rules/renewal/progress.ts'
import { proposeRenewal, RENEWAL_STEPS } from '../../../../models/rules/renewal/renewal.ts'
import { boardPage } from '../../../../views/office/renewal/board.page.ts'
import { renewalListPage } from '../../../../views/office/renewal/list.page.ts'
import { newPage } from '../../../../views/office/renewal/new.page.ts'
import { timetablePage } from '../../../../views/office/renewal/timetable.page.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

const term = {
  id: anId(4),
  starts_on: isoDate('2030-01-01'),
  ends_on: isoDate('2033-12-31'),
  municipal_election_on: isoDate('2029-11-20'),
}
const days = proposeRenewal({ term, today: isoDate('2029-06-01'), complaintDays: 7 })

const renewal: Renewal = {
  ...{
    id: anId(1),
    term_id: anId(4),
    statutes_version_id: anId(1),
    made_by: 'Signe Holm',
    made_on: isoDate('2029-08-01'),
  },
  ...{ term, days, owners: recordFrom(RENEWAL_STEPS, () => 'Rådet'), discussion: undefined },
}

/** The seat waits for its call, unless another next step is given. */
function aLine(given: Partial<BoardLine> = {}, step: Partial<BoardStep> = {}): BoardLine {
  const seat = { slug: 'perron-4', label: 'Perron 4', area_slug: 'perron-4' } as SeatInArea
  const current = { kind: 'call', state: 'current', due: isoDate('2029-11-12'), daysLate: 0 } as const
  const known = {
    member: undefined,
    before: undefined,
    left: false,
    nomination: undefined,
    nominationId: undefined,
  }
  const election = { track: 'election', electionId: undefined, electionStep: undefined } as const
  return { seat, ...election, ...known, steps: [{ ...current, ...step }], endings: [], ...given }
}

function aBoard(lines: BoardLine[], given: Partial<Board> = {}): Board {
  return { lines, filled: 0, interregnum: undefined, constituting: undefined, ...given }
}

const held = (person: string, ends_on: string) =>
  ({ id: idOf<MembershipId>(9), person, ends_on: isoDate(ends_on) }) as Held
const reader = aReader({ on: '2029-11-30' })

function nextOn(line: BoardLine, as: Parameters<typeof aReader>[0] = {}) {
  const page = boardPage(aReader({ on: '2029-11-30', ...as }), renewal, aBoard([line]), false)
  return page.tracks[0]?.rows[0]?.steps[0]?.next ?? null
}

describe('The board of a renewal', () => {
  it('puts the seats under their tracks, and counts the late ones', () => {
    const nominated = aLine({ track: 'nomination' }, { kind: 'letter', daysLate: 3 })
    const page = boardPage(reader, renewal, aBoard([aLine(), nominated]), false)
    expect(page.tracks.map(({ track, rows }) => [track, rows.length])).to.deep.equal([
      ['election', 1],
      ['nomination', 1],
    ])
    expect(page.late).to.equal(1)
    expect(page.term).to.equal('2030–2033')
    expect(boardPage(reader, renewal, aBoard([aLine()]), false).tracks).to.have.length(1)
  })

  it('leads from the next step to where it is taken, each reader as far as they may go', () => {
    const plan = { text: 'Planlæg valget', href: '/kontor/valg/nyt?omraade=perron-4' }
    expect(nextOn(aLine())).to.deep.equal(plan)
    expect(nextOn(aLine(), { as: 'chair' })).to.equal(null)
    const on = { waits: false, expected: true, due: isoDate('2029-12-04'), candidates: 2 }
    const lot: NextStep = { ...on, kind: 'draw_lot', room: 'lot', mine: true }
    const waits = { electionId: anId(7), electionStep: { ...lot, mine: false } } as const
    const open = { electionId: anId(7), electionStep: lot } as const
    expect(nextOn(aLine(open, { kind: 'count' }))).to.deep.equal({
      text: 'Træk lod',
      href: '/kontor/valg/7/lodtraekning',
    })
    const see = { text: 'Se valget', href: '/kontor/valg/7' }
    expect(nextOn(aLine(waits, { kind: 'count' }))).to.deep.equal(see)
    expect(nextOn(aLine({ electionId: anId(7) }, { kind: 'seated' }))).to.deep.equal(see)
    expect(nextOn(aLine(open), { as: null })).to.equal(null)
    expect(nextOn(aLine({ member: held('Maja Lund', '2033-12-31') }, { kind: 'formal' }))).to.deep.equal({
      text: 'Skriv bekræftelsen',
      href: '/kontor/medlemskaber/9/bekraeftelse',
    })
  })

  it('leads to the letter, the answers and the appointment of a nomination', () => {
    const nominated = { track: 'nomination', nominationId: anId(5) } as const
    expect(nextOn(aLine({ track: 'nomination' }, { kind: 'letter' }))).to.deep.equal({
      text: 'Spørg dem',
      href: '/kontor/udpegninger/ny?plads=perron-4&periode=4',
    })
    expect(nextOn(aLine(nominated, { kind: 'answers' }))?.text).to.equal('Se svarene')
    expect(nextOn(aLine(nominated, { kind: 'agreed' }))?.href).to.equal('/kontor/udpegninger/5/udpegning')
    expect(nextOn(aLine(nominated, { kind: 'appointed' }), { as: null })).to.equal(null)
  })

  it('names who sat on a seat that waits for its successor, and the rule that nobody has confirmed', () => {
    const waits = aLine({ before: held('Gerda Elmose', '2029-12-31') })
    const interregnum = { lines: [waits], holdover: 'unknown', confirmed: false } as const
    const board = aBoard([waits], { interregnum: { ...interregnum, lines: [waits] } })
    const page = boardPage(aReader({ on: '2030-02-12' }), renewal, board, false)
    expect(page.begun).to.equal(true)
    expect(page.interregnum?.seats).to.deep.equal([
      { label: 'Perron 4', before: 'Gerda Elmose', until: '2029-12-31' },
    ])
    expect(page.assumed?.href).to.equal('/kontor/vedtaegter/holdover')
    const chair = boardPage(aReader({ on: '2030-02-12', as: 'chair' }), renewal, board, false)
    expect(chair.assumed?.href).to.equal('/vedtaegter#holdover')
    const confirmed = aBoard([waits], { interregnum: { ...interregnum, lines: [waits], confirmed: true } })
    expect(boardPage(reader, renewal, confirmed, false).assumed).to.equal(null)
  })

  it('says of an organisation whether it has ended or will', () => {
    const ending = (until: string) => ({ name: 'Sind', until: isoDate(until) })
    const line = aLine({ endings: [ending('2029-07-31'), ending('2031-07-31')] })
    const page = boardPage(reader, renewal, aBoard([line]), false)
    expect(page.tracks[0]?.rows[0]?.endings.map(({ past }) => past)).to.deep.equal([true, false])
  })

  it('has each step of the timetable with its day, its owner and how far it is', () => {
    const { timetable } = boardPage(reader, renewal, aBoard([aLine()]), false)
    expect(timetable.find(({ kind }) => kind === 'call')).to.deep.equal({
      ...{ kind: 'call', on: '2029-11-12', owner: 'Rådet', state: 'late', daysLate: 18 },
    })
    expect(timetable.at(-1)?.state).to.equal('open')
    const constituting = { id: anId(3), held_on: isoDate('2030-01-15') }
    const later = boardPage(aReader({ on: '2030-01-16' }), renewal, aBoard([], { constituting }), false)
    expect(later.timetable.at(-1)?.state).to.equal('done')
    expect(later.constitutingHref).to.equal('/kontor/moeder/3')
  })
})

describe('The forms and the list of renewals', () => {
  const toRenew = { ...term, id: undefined, after: anId(3), own: false }

  it('propose a day and an owner for each step, which the timetable then has', () => {
    const page = newPage(reader, toRenew, days)
    expect(page.known).to.equal(false)
    expect(page.after).to.equal('3')
    expect(page.steps.find(({ kind }) => kind === 'polling')).to.deep.equal({
      ...{ kind: 'polling', on: '2029-12-04', owner: 'Personalet på værestederne' },
    })
    expect(newPage(reader, { ...toRenew, id: anId(4), after: undefined }, days)).to.include({
      known: true,
      after: '',
    })
    expect(timetablePage(renewal, true).steps.map(({ owner }) => owner)).to.include('Rådet')
  })

  it('say of a term whether it has begun and whether the municipality has voted', () => {
    const page = renewalListPage(
      reader,
      [{ renewal, board: aBoard([aLine()], { filled: 1 }) }],
      [toRenew],
      false,
    )
    expect(page.renewals).to.deep.equal([
      {
        ...{ term: '2030–2033', href: '/kontor/fornyelse/2030-2033', startsOn: '2030-01-01' },
        ...{ filled: 1, count: 1 },
      },
    ])
    expect(page.toStart[0]).to.include({ begun: false, voted: true })
    const before = renewalListPage(aReader({ on: '2029-11-20' }), [], [toRenew], false)
    expect(before.toStart[0]).to.include({ voted: false, href: '/kontor/fornyelse/ny?periode=2030-2033' })
  })
})
