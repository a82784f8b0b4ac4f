import { expect } from 'chai'
import {
  checkAnswers,
  EXPLANATIONS,
  mayKeep,
} from '../../../../../models/rules/elections/protocol/differences.ts'
import { recordFrom } from '../../../../../models/core/records.ts'
import { anId } from '../../../../support/ids.ts'

describe('What may explain a difference between two counts', () => {
  const nothing = recordFrom(EXPLANATIONS, () => false)

  it('is stored when nothing is found, and when what is found is said', () => {
    expect(checkAnswers(nothing, undefined)).to.deep.equal({ ok: true })
    for (const one of EXPLANATIONS)
      expect(checkAnswers({ ...nothing, [one]: true }, 'To sedler hang sammen.'), one).to.deep.equal({
        ok: true,
      })
  })

  it('is refused when something is found and nobody says what', () => {
    for (const one of EXPLANATIONS)
      for (const note of [undefined, '', '  '])
        expect(checkAnswers({ ...nothing, [one]: true }, note), one).to.include({
          reason: 'say_what_was_found',
          field: 'note',
        })
  })
})

describe('Who may keep one of two counts that differ', () => {
  const person = (id: number, name: string) => ({ id: anId(id), person_id: null, name })
  const [signe, vera, bo, lis] = [
    person(1, 'Signe Holm'),
    person(2, 'Vera Stub'),
    person(3, 'Bo'),
    person(4, 'Lis'),
  ]
  const decision = {
    account: signe,
    boardMemberIds: [signe.id, vera.id, lis.id],
    counters: [bo, lis],
    candidates: [{ person_id: null, name: 'Anker Bro' }],
  }
  const cases: [string, Partial<typeof decision>, string | undefined][] = [
    ['a member of the board who made neither', {}, undefined],
    ['nobody outside the board', { account: person(9, 'Ruth') }, 'keeper_not_on_board'],
    ['no counter, even on the board', { account: lis }, 'keeper_counted'],
    ['no counter under another account', { account: person(2, 'lis') }, 'keeper_counted'],
    ['no candidate', { candidates: [{ person_id: null, name: 'Signe Holm' }] }, 'is_a_candidate'],
  ]
  for (const [who, given, reason] of cases)
    it(who, () => {
      const verdict = mayKeep({ ...decision, ...given })
      expect(verdict.ok ? undefined : verdict.reason).to.equal(reason)
    })
})
