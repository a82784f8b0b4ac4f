import { expect } from 'chai'
import { LOCALES } from '../../../../models/core/dates.ts'
import { hasText } from '../../../../routes/web/i18n.ts'
import { AREA_KINDS, BODY_KINDS, byKind } from '../../../../models/rules/core/by_kind.ts'
import {
  isElectedSeat,
  isNominatedSeat,
  isOfOrganisations,
  isPlace,
} from '../../../../models/rules/core/by_kind.ts'
import { closedLists } from '../../../support/builders/marked.ts'

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

  it('have a heading and a word of their own in both languages', () => {
    const keys = AREA_KINDS.flatMap((kind) => [`register.council.group.${kind}`, `exchange.kinds.${kind}`])
    for (const lang of LOCALES) expect(keys.filter((key) => !hasText(lang, key))).to.deep.equal([])
  })

  it('are the words that the database takes', () => {
    const lists = closedLists()
    expect(lists.get('areas.kind')).to.deep.equal([...AREA_KINDS])
    expect(lists.get('bodies.kind')).to.deep.equal([...BODY_KINDS])
  })

  it('are each found by one question, and by no other', () => {
    expect(AREA_KINDS.filter((kind) => isPlace({ kind }))).to.deep.equal(['place'])
    expect(BODY_KINDS.filter((kind) => isPlace({ kind }))).to.deep.equal(['place'])
    expect(AREA_KINDS.filter((kind) => isOfOrganisations({ kind }))).to.deep.equal(['organisations'])
    expect(AREA_KINDS.filter((area_kind) => isElectedSeat({ area_kind }))).to.deep.equal(['place'])
    expect(AREA_KINDS.filter((area_kind) => isNominatedSeat({ area_kind }))).to.deep.equal(['organisations'])
  })
})
