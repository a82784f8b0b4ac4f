import { expect } from 'chai'
import fc from 'fast-check'
import { membersPresent, type Mark } from '../../../../models/rules/council/attendance.ts'

describe('how many members are in the room', () => {
  it('is not known while nothing is written down', () => {
    expect(membersPresent([null, null, null])).to.equal('unknown')
    expect(membersPresent([])).to.equal('unknown')
  })

  it('is not known from apologies alone: they say nothing about the others', () => {
    expect(membersPresent(['excused', null, null])).to.equal('unknown')
  })

  it('is none where everybody has sent apologies, or somebody is written down as absent', () => {
    expect(membersPresent(['excused', 'excused'])).to.equal(0)
    expect(membersPresent(['absent', null])).to.equal(0)
  })

  it('leaves out whoever has gone', () => {
    expect(membersPresent(['present', 'left', 'present', 'excused', null])).to.equal(2)
  })

  it('is never more than the members, and does not depend on their order', () => {
    const marks = fc.array(fc.constantFrom<Mark>('present', 'excused', 'absent', 'left', null))
    fc.assert(
      fc.property(marks, (all) => {
        const present = membersPresent(all)
        if (present !== 'unknown') expect(present).to.be.within(0, all.length)
        expect(membersPresent([...all].reverse())).to.equal(present)
      }),
    )
  })
})
