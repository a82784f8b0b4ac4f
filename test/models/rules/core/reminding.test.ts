import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import { remindsNow, type Reminding } from '../../../../models/rules/core/reminding.ts'

const TODAY = isoDate('2026-12-02')
const OLD = { key: 'election_stand:candidates:1', kind: 'election_stand', due: undefined }

/** In the forenoon, with one task that has no day and that an earlier mail told of. */
function moment(given: Partial<Reminding> = {}): Reminding {
  const yesterday = addDays(TODAY, -1)
  return {
    ...{ today: TODAY, time: '08.15', tasks: [OLD], told: [OLD.key], coming: [], sentOn: yesterday },
    ...given,
  }
}

const dueIn = (days: number) => ({ ...OLD, due: addDays(TODAY, days) })

describe('A mail about what waits', () => {
  for (const [what, given, expected] of [
    ['nothing is new and no day is near', {}, false],
    ['nothing waits at all', { tasks: [], told: [] }, false],
    ['a task is new', { told: [] }, true],
    ['a task is new, and there has been no mail before', { told: [], sentOn: undefined }, true],
    ['its day is in two days', { tasks: [dueIn(2)] }, false],
    ['its day is tomorrow', { tasks: [dueIn(1)] }, true],
    ['its day is today', { tasks: [dueIn(0)] }, true],
    ['its day was yesterday', { tasks: [dueIn(-1)] }, false],
    ['its day was a week ago', { tasks: [dueIn(-7)] }, true],
    ['its day was eight days ago', { tasks: [dueIn(-8)] }, false],
    ['its day was three weeks ago', { tasks: [dueIn(-21)] }, true],
    ['something happens tomorrow', { coming: [addDays(TODAY, 1)] }, true],
    ['something happens today or in two days', { coming: [TODAY, addDays(TODAY, 2)] }, false],
    ['there has been one today', { told: [], sentOn: TODAY }, false],
    ['it is before seven', { told: [], time: '06.59' }, false],
    ['it is seven', { told: [], time: '07.00' }, true],
    ['it is noon', { told: [], time: '12.00' }, false],
  ] as const)
    it(`${expected ? 'comes' : 'does not come'} when ${what}`, () => {
      expect(remindsNow(moment(given))).to.equal(expected)
    })

  const lot = { key: 'election_draw_lot:lot:1', kind: 'election_draw_lot', due: undefined }

  it('comes in the afternoon only where others stand and wait, and not after eight', () => {
    const tasks = [OLD, lot]
    expect(remindsNow(moment({ tasks, time: '16.40' }))).to.equal(true)
    expect(remindsNow(moment({ tasks, time: '20.00' }))).to.equal(false)
    expect(remindsNow(moment({ tasks, time: '16.40', told: [lot.key] }))).to.equal(false)
    expect(remindsNow(moment({ tasks, time: '16.40', sentOn: TODAY }))).to.equal(false)
  })

  it('never comes twice a day, and never without a task or something tomorrow', () => {
    const days = fc.integer({ min: -400, max: 400 })
    const task = fc.record({
      key: fc.string(),
      kind: fc.constantFrom('election_count', 'election_stand', 'meeting_none'),
      due: fc.option(
        days.map((n) => addDays(TODAY, n)),
        { nil: undefined },
      ),
    })
    const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}.30`)
    const coming = fc.array(days.map((n) => addDays(TODAY, n)))
    fc.assert(
      fc.property(fc.array(task), fc.array(fc.string()), coming, time, (tasks, told, ahead, at) => {
        const given = { today: TODAY, time: at, tasks, told, coming: ahead }
        expect(remindsNow({ ...given, sentOn: TODAY })).to.equal(false)
        const comes = remindsNow({ ...given, sentOn: undefined })
        if (comes) expect(tasks.length > 0 || ahead.includes(addDays(TODAY, 1))).to.equal(true)
        // Telling of more never makes a mail come.
        const all = tasks.map(({ key }) => key)
        if (remindsNow({ ...given, told: all, sentOn: undefined })) expect(comes).to.equal(true)
      }),
    )
  })
})
