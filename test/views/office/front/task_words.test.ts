import { expect } from 'chai'
import danish from '../../../../locales/da/front.json' with { type: 'json' }
import { NAMES } from '../../../../views/office/front/task_words.ts'

/** What the sentences of tasks speak of that is no name of a person. */
const NAMELESS = [
  ...['area', 'seat', 'title', 'place', 'body', 'names', 'source', 'term'],
  ...['since', 'until', 'on', 'polling_on', 'candidates_by', 'complaints_until', 'opens_on', 'answer_by'],
  ...['held_on', 'time', 'start', 'election', 'count', 'meetings'],
]

describe('The sentences of tasks', () => {
  it('say which of their words are names of people, so that mails and sheets can leave them out', () => {
    const words = Object.values(danish.tasks).flatMap((task) => Object.values(task))
    const holes = words.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))
    expect([...new Set(holes)]).to.have.members([...NAMES, ...NAMELESS])
  })

  it('of what is coming name no person at all', () => {
    const holes = Object.values(danish.todo.coming).flatMap((text) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name),
    )
    expect(holes.filter((name) => NAMES.includes(name))).to.deep.equal([])
  })
})
