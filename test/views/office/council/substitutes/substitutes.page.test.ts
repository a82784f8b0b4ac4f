import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { ReadySubstitute } from '../../../../../models/council/substitutes/ready.ts'
import {
  substituteInPage,
  type SteppingIn,
} from '../../../../../views/office/council/substitutes/substitute_in.page.ts'
import {
  substitutesPage,
  type SubstitutesOfSeat,
} from '../../../../../views/office/council/substitutes/substitutes.page.ts'
import { aSeat } from '../../../../support/plain/council.ts'
import { aPersonRow } from '../../../../support/plain/people.ts'
import { aReader } from '../../../../support/reader.ts'
import { randers } from '../../../../support/statutes/randers.ts'
import { anId } from '../../../../support/ids.ts'

const statutes = randers({ substitutes: 'vote_order' })

function aSubstitute(given: Partial<ReadySubstitute> = {}): ReadySubstitute {
  return {
    ...{
      id: anId(1),
      term_id: anId(3),
      area_id: anId(3),
      seat_id: null,
      person_id: anId(6),
      position: null,
      person: 'Anton Lund',
    },
    ...{ registered_by: 'Signe Holm', registered_on: isoDate('2026-01-12'), withdrawn_on: null },
    ...{ withdrawn_note: null, area_name: 'Slotsgården', area_key: 'slotsgaarden', area_kind: 'place' },
    ...given,
  }
}

describe('The page of the substitutes of a seat', () => {
  const pageOf = (given: Partial<SubstitutesOfSeat> = {}) =>
    substitutesPage(aReader(), {
      ...{ seat: aSeat(), statutes, kind: 'vote_order', standing: [], withdrawn: [], runnersUp: [] },
      ...{ people: [], ...given },
    })

  it('says where each stands ready, and as which number', () => {
    const standing = [aSubstitute(), aSubstitute({ id: anId(2), position: 2 })]
    const page = pageOf({ standing })
    expect(page.standing.map(({ about }) => about)).to.deep.equal(['Slotsgården', 'Slotsgården, nr. 2'])
    expect(page.isNumbered).to.equal(true)
    expect(pageOf({ kind: 'pool' }).isNumbered).to.equal(false)
  })

  it('offers those without a seat who neither stand ready nor have withdrawn', () => {
    const people = [
      { ...aPersonRow({ id: anId(6), name: 'Anton Lund' }), seat: undefined },
      { ...aPersonRow({ id: anId(7), name: 'Bodil Krag' }), seat: undefined },
      { ...aPersonRow(), seat: { slug: 'slotsgaarden', label: 'Slotsgården' } },
    ]
    expect(pageOf({ people, standing: [aSubstitute()] }).people).to.deep.equal([
      { value: 7, text: 'Bodil Krag' },
    ])
    const withdrawn = [aSubstitute({ withdrawn_on: isoDate('2026-02-01') })]
    const page = pageOf({ people, withdrawn })
    expect(page.people.map(({ value }) => value)).to.deep.equal([7])
    expect(page.withdrawn[0]).to.include('Anton Lund').and.to.include('1. februar 2026')
  })

  it('leaves out those by votes who are written down already', () => {
    const runnersUp = [
      { candidacy_id: anId(1), position: 1, name: 'Anton Lund', votes: 5 },
      { candidacy_id: anId(2), position: 2, name: 'Bodil Krag', votes: 3 },
    ]
    const page = pageOf({ standing: [aSubstitute()], runnersUp })
    expect(page.runnersUp).to.have.length(1)
    expect(page.runnersUp[0]).to.include('Bodil Krag')
  })
})

describe('The page of a substitute who takes a seat', () => {
  const pageOf = (given: Partial<SteppingIn> = {}) =>
    substituteInPage(aReader(), {
      ...{ seat: aSeat(), statutes, by: 'substitute', among: [aSubstitute()], seen: anId(11) },
      ...{ dueOn: isoDate('2029-12-31'), ...given },
    })

  it('asks whether the one whose turn it is takes the seat', () => {
    const page = pageOf()
    expect(page.question).to.include('Anton Lund')
    expect(page.hidden).to.deep.equal({ seen: 11, substitute_id: 1 })
    expect(page.fields.map(({ field }) => field.name)).to.deep.equal(['starts_on'])
  })

  it('asks which of several it is, and how that was decided', () => {
    const among = [aSubstitute(), aSubstitute({ id: anId(2), person: 'Bodil Krag' })]
    for (const by of ['choice', 'lot'] as const) {
      const page = pageOf({ by, among })
      expect(page.hidden).to.deep.equal({ seen: 11 })
      expect(page.fields.map(({ field }) => field.name)).to.deep.equal(['substitute_id', 'note', 'starts_on'])
    }
  })
})
