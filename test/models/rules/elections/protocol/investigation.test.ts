import { expect } from 'chai'
import { mayInvestigate, maySign } from '../../../../../models/rules/elections/protocol/investigation.ts'
import { anId } from '../../../../support/ids.ts'

const person = (id: number, name: string) => ({ id: anId(id), person_id: null, name })
const [signe, vera, bo] = [person(1, 'Signe Holm'), person(2, 'Vera Stub'), person(3, 'Bo Krag')]
const candidates = [{ person_id: null, name: 'Anker Bro' }]

describe('Who may begin to look into a count', () => {
  const given = { account: signe, boardMemberIds: [signe.id, bo.id], candidates, isOpen: false }
  const cases: [string, Partial<typeof given>, string | undefined][] = [
    ['a member of the board', {}, undefined],
    ['also one who has counted', { account: bo }, undefined],
    ['nobody else', { account: vera }, 'investigator_not_on_board'],
    ['no candidate', { candidates: [{ person_id: null, name: 'signe holm' }] }, 'is_a_candidate'],
    ['nobody while there is one', { isOpen: true }, 'under_investigation'],
  ]
  for (const [who, changed, reason] of cases)
    it(who, () => {
      const verdict = mayInvestigate({ ...given, ...changed })
      expect(verdict.ok ? undefined : verdict.reason).to.equal(reason)
    })
})

describe('Who may sign what was found', () => {
  const given = {
    account: signe,
    boardMemberIds: [signe.id, vera.id, bo.id],
    counters: [bo],
    candidates,
    signedBy: [vera],
  }
  const cases: [string, Partial<typeof given>, string | undefined][] = [
    ['a second member of the board', {}, undefined],
    ['nobody twice', { account: vera }, 'already_signed'],
    ['nobody under another account of theirs', { account: person(1, 'Vera  Stub') }, 'already_signed'],
    ['no counter of any round', { account: bo }, 'signer_counted'],
    ['nobody outside the board', { account: person(9, 'Ruth') }, 'investigator_not_on_board'],
    ['no candidate', { candidates: [{ person_id: null, name: 'Signe Holm' }] }, 'is_a_candidate'],
  ]
  for (const [who, changed, reason] of cases)
    it(who, () => {
      const verdict = maySign({ ...given, ...changed })
      expect(verdict.ok ? undefined : verdict.reason).to.equal(reason)
    })
})
