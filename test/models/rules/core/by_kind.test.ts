import { expect } from 'chai'
import { AREA_KINDS, BODY_KINDS, byKind } from '../../../../models/rules/core/by_kind.ts'
import {
  isElectedSeat,
  isNominatedSeat,
  isOfOrganisations,
  isPlace,
} from '../../../../models/rules/core/by_kind.ts'

describe('The kinds of area and body', () => {
  it('have an answer each', () => {
    const answers = { place: () => 'vote', organisations: () => 'nominate' }
    expect(AREA_KINDS.map((kind) => byKind({ kind }, answers))).to.deep.equal(['vote', 'nominate'])
  })

  it('hand the answer what is asked about', () => {
    const area = { kind: AREA_KINDS[0], name: 'Perron 4' }
    expect(byKind(area, { place: ({ name }) => name })).to.equal('Perron 4')
  })

  it('do not compile while one has no answer', () => {
    const asked = { kind: AREA_KINDS.at(-1) ?? AREA_KINDS[0] }
    // @ts-expect-error What of the organisations?
    expect(() => byKind(asked, { place: () => 'vote' })).to.throw(TypeError)
  })

  it('are each found by one question, and by no other', () => {
    expect(AREA_KINDS.filter((kind) => isPlace({ kind }))).to.deep.equal(['place'])
    expect(BODY_KINDS.filter((kind) => isPlace({ kind }))).to.deep.equal(['place'])
    expect(AREA_KINDS.filter((kind) => isOfOrganisations({ kind }))).to.deep.equal(['organisations'])
    expect(AREA_KINDS.filter((area_kind) => isElectedSeat({ area_kind }))).to.deep.equal(['place'])
    expect(AREA_KINDS.filter((area_kind) => isNominatedSeat({ area_kind }))).to.deep.equal(['organisations'])
  })
})
