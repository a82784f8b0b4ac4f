import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { Task } from '../../../../models/core/tasks.ts'
import type { Todo } from '../../../../models/front/todo.ts'
import { todoPage } from '../../../../views/office/front/todo.page.ts'
import { anId } from '../../../support/ids.ts'
import { aReader } from '../../../support/reader.ts'

const reader = aReader({ on: '2026-03-10' })

function aTodo(given: Partial<Todo> = {}): Todo {
  return {
    ...{ mine: [], waiting: [], coming: [], plans: false },
    ...{ seats: { all: 9, filled: 9, vacant: [] }, beginning: undefined, ...given },
  }
}

function aTask(given: Partial<Task> = {}): Task {
  const params = { seat: 'Perron 4', person: 'Maja Lund', until: '2026-03-31' }
  const at = { room: 'seat', slug: 'perron-4' } as const
  return { kind: 'seat_ends_early', params, due: undefined, waitsFor: 'me', at, ...given }
}

const line = (given: Partial<Task>) => todoPage(reader, aTodo({ mine: [aTask(given)] })).mine[0]

describe('The page of what to do now', () => {
  it('tells a task in sentences, with its days written out, and where it is done', () => {
    const task = line({})
    expect(task?.href).to.equal('/kontor/pladser/perron-4')
    expect(`${task?.text} ${task?.reason}`).to.match(/31\. marts 2026/)
    expect(`${task?.text} ${task?.reason} ${task?.button}`).not.to.match(/\{\{|tasks\.|2026-03-31/)
    expect([task?.due, task?.assumed]).to.deep.equal([null, null])
  })

  it('a deadline’s own day is in time, the day after is late', () => {
    const due = (day: string) => line({ due: isoDate(day) })?.due
    expect(due('2026-03-10')).to.include({ late: false, words: 'i dag' })
    expect(due('2026-03-09')?.late).to.equal(true)
    expect(due('2026-03-15')?.words).to.equal('om 5 dage')
  })

  it('says that a rule is assumed until it is confirmed, and leads to it', () => {
    const rule = { name: 'absenceLoss', source: 'Forretningsordenen § 3', confirmed: false }
    const params = { person: 'Maja Lund', since: '2025-09-01', meetings: 4, count: 6 }
    const kind = 'long_absence'
    expect(line({ kind, params, rule })?.assumed?.href).to.equal('/kontor/vedtaegter/absenceLoss')
    expect(line({ kind, params, rule: { ...rule, confirmed: true } })?.assumed).to.equal(null)
  })

  it('ends with the council: how many seats are filled, and which are vacant', () => {
    const { seats } = todoPage(
      reader,
      aTodo({ seats: { all: 9, filled: 7, vacant: ['Perron 4', 'Slotsgården'] } }),
    )
    expect(seats).to.include({ all: 9, filled: 7, vacant: 2, names: 'Perron 4 og Slotsgården' })
  })

  it('shows what to do first only while the council has had no member', () => {
    expect(todoPage(reader, aTodo()).beginning).to.equal(null)
    const beginning = [{ kind: 'confirm_rules' as const, done: true }]
    expect(todoPage(reader, aTodo({ beginning })).beginning).to.deep.equal([
      { text: reader.t('todo.first.confirm_rules'), done: true, href: '/kontor/vedtaegter' },
    ])
  })

  it('tells the days to come, counted in days when they are near, and the next one where nothing waits', () => {
    const polling = { area: 'Perron 4', on: '2026-03-17', opens: '11.00', closes: '14.00', place: 'Caféen' }
    const coming = [
      {
        ...{ kind: 'polling', params: polling, on: isoDate('2026-03-17') },
        at: { room: 'readiness', id: anId(4) } as const,
      },
      {
        ...{ kind: 'term_end', params: { on: '2029-12-31', term: '2026–2029' }, on: isoDate('2029-12-31') },
        at: undefined,
      },
    ]
    const page = todoPage(reader, aTodo({ coming }))
    expect(page.coming.map(({ words, href }) => [words, href])).to.deep.equal([
      ['om 7 dage', '/kontor/valg/4/klar'],
      ['', null],
    ])
    const said = 'Afstemning for Perron 4 den 17. marts 2026 kl. 11.00–14.00, Caféen.'
    expect([page.coming[0]?.text, page.next]).to.deep.equal([said, `Det næste: ${said}`])
    expect(todoPage(reader, aTodo()).next).to.match(
      /^Når rådet skal have nye medlemmer, planlægger sekretæren/,
    )
    expect(todoPage(reader, aTodo({ plans: true })).next).to.match(/planlægger du et valg/)
  })
})
