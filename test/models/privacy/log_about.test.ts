import { expect } from 'chai'
import fc from 'fast-check'
import { isAbout, type LogIds } from '../../../models/privacy/log_about.ts'
import { anId, someIds } from '../../support/ids.ts'

const ids: LogIds = {
  person: anId(7),
  memberships: someIds(21),
  offices: someIds(31),
  candidacies: someIds(41),
  accounts: someIds(51),
  substitutes: someIds(61),
  imports: someIds(71),
  appointedIn: someIds(81),
}

describe('Whom a line of the log is about', () => {
  const about: [subject: string, details: object, action?: string][] = [
    ['person:7', {}],
    ['membership:21', {}],
    ['officeholding:31', {}],
    ['account:51', {}],
    ['import:71', {}],
    ['nomination:5', { person: 7, seat: 'sind' }],
    ['election:5', { candidacy: 41 }],
    ['election:5', { candidates: [40, 41] }],
    ['election:5', { among: [41, 42], chosen: [42] }],
    ['election:5', { elected: [40], seated: [{ membership: 21, person: 7 }] }],
    ['election:5', { elected: [40], unseated: [21] }],
    ['election:5', { board: [50, 51] }],
    ['meeting:5', { membership: 21, status: 'present' }],
    ['person:8', { substitute: 61 }],
    ['nomination:81', { kind: 'appointment' }, 'nomination.letter_sent'],
    ['council:offices', { chair: 7, vice_chair: 8 }, 'office.swapped'],
  ]
  for (const [subject, details, action = 'person.changed'] of about)
    it(`${action} of ${subject} with ${JSON.stringify(details)} is about the person`, () => {
      expect(isAbout(ids, { action, subject, details: details as never })).to.equal(true)
    })

  const others: [subject: string, details: object, action?: string][] = [
    ['person:77', {}],
    ['person:8', { changed: ['name'] }],
    ['membership:7', {}],
    ['election:7', { candidacy: 7 }],
    ['nomination:82', { kind: 'appointment' }, 'nomination.letter_sent'],
    ['nomination:81', { kind: 'request', person: 7 }, 'nomination.letter_sent'],
    ['statutes:7', { from: { chair: 7 } }, 'statutes.rule_changed'],
    ['import:70', { memberships: 21, people: 7 }],
  ]
  for (const [subject, details, action = 'person.changed'] of others)
    it(`${action} of ${subject} with ${JSON.stringify(details)} is not`, () => {
      expect(isAbout(ids, { action, subject, details: details as never })).to.equal(false)
    })

  it('somebody else by another number is never the person', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (person) => {
        const event = { action: 'office.taken', subject: 'officeholding:1', details: { person } }
        expect(isAbout(ids, event)).to.equal(person === 7)
      }),
    )
  })
})
