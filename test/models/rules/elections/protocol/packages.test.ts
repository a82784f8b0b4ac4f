import { expect } from 'chai'
import fc from 'fast-check'
import type { CandidacyId } from '../../../../../models/core/ids.ts'
import {
  checkBallotsOpen,
  checkPackageOpening,
  checkPackagesDestroyed,
  checkSealing,
  openPiles,
  PACKAGE_KINDS,
  pileDifferences,
  pilesOf,
  type EnteredPackage,
  type Pile,
} from '../../../../../models/rules/elections/protocol/packages.ts'
import { anId } from '../../../../support/ids.ts'

const anker: CandidacyId = anId(1)
const jens: CandidacyId = anId(2)

/** 31 in the box: 14 + 15 valid, 1 blank, 1 invalid. 33 handed out, 2 exchanged, 27 unused. */
const MATERIAL: Parameters<typeof pilesOf>[0] = {
  papers: { exchanged: 2, unused: 27 },
  count: {
    ballots_in_box: 31,
    blank: 1,
    invalid: 1,
    votes: [
      { candidacy_id: jens, votes: 15 },
      { candidacy_id: anker, votes: 14 },
    ],
  },
  candidates: [anker, jens],
  mostCrosses: 1,
  hasRoll: true,
}

function aPackage(pile: Pick<Pile, 'kind' | 'candidacy_id'>, pieces: number, seal?: string): EnteredPackage {
  const { kind, candidacy_id } = pile
  return { kind, candidacy_id, pieces, seal_number: seal ?? null, field: `pieces_${kind}` }
}

const asExpected = (piles: readonly Pile[]) =>
  piles.flatMap((pile) => (pile.expected === 0 ? [] : [aPackage(pile, pile.expected ?? 1)]))

function check(change: Partial<Parameters<typeof checkSealing>[0]> = {}) {
  const piles = pilesOf(MATERIAL)
  return checkSealing({
    piles,
    packages: asExpected(piles),
    usedSeals: [],
    sealers: ['Bo Krag', 'Lis Winther'],
    sealedOn: '2026-03-10',
    today: '2026-03-10',
    reason: undefined,
    ...change,
  })
}

describe('The piles that are bound in packages', () => {
  const lines = (change: Partial<typeof MATERIAL> = {}) =>
    pilesOf({ ...MATERIAL, ...change }).map(({ kind, candidacy_id, expected }) => [
      kind,
      candidacy_id,
      expected,
    ])

  it('are one for all papers that were entered into the box of a tablet', () => {
    const kinds = pilesOf({ ...MATERIAL, count: undefined, entered: 3 }).map(({ kind }) => kind)
    expect(kinds).to.deep.equal(['entered', 'exchanged', 'returned', 'handed_out_list', 'roll'])
    expect(pilesOf({ ...MATERIAL, count: undefined, entered: 3 })[0]).to.include({
      expected: 3,
      candidacy_id: null,
    })
  })

  it('are the valid of each candidate in ballot order, then what the count and the account give', () => {
    expect(lines()).to.deep.equal([
      ['valid', anker, 14],
      ['valid', jens, 15],
      ['blank', null, 1],
      ['invalid', null, 1],
      ['exchanged', null, 2],
      ['returned', null, 27],
      ['handed_out_list', null, null],
      ['roll', null, null],
    ])
  })

  it('have all valid ballots together when a ballot may have several crosses: 31 − 1 − 1 = 29', () => {
    expect(lines({ mostCrosses: 2 })[0]).to.deep.equal(['valid', null, 29])
  })

  it('are no ballots before the count, no papers after a vote on tablets, and no roll where none is kept', () => {
    expect(lines({ count: undefined }).map(([kind]) => kind)).to.not.include('valid')
    expect(lines({ count: undefined, papers: undefined, hasRoll: false })).to.deep.equal([
      ['handed_out_list', null, null],
    ])
  })

  it('are open unless a sealed package holds something of them', () => {
    const piles = pilesOf(MATERIAL)
    const sealed = piles.filter(({ kind }) => kind !== 'valid')
    expect(openPiles(piles, sealed).map(({ candidacy_id }) => candidacy_id)).to.deep.equal([anker, jens])
    expect(openPiles(piles, [{ kind: 'valid', candidacy_id: jens }])).to.have.lengthOf(piles.length - 1)
  })
})

describe('Sealing packages', () => {
  const piles = pilesOf(MATERIAL)

  it('is fine when each pile has what the account and the count give', () => {
    expect(check()).to.deep.equal({ ok: true })
  })

  it('takes a pile in several packages: 10 + 4 = 14', () => {
    const [first, ...others] = asExpected(piles)
    const split = [aPackage(first!, 10), aPackage(first!, 4), ...others]
    expect(check({ packages: split })).to.deep.equal({ ok: true })
  })

  it('needs a reason in writing for a pile that differs, or is not there at all', () => {
    const differs = asExpected(piles).map((one) => (one.kind === 'blank' ? { ...one, pieces: 2 } : one))
    const refusal = { ok: false, reason: 'packages_differ', params: { count: 1 }, field: 'difference_reason' }
    expect(check({ packages: differs })).to.deep.equal(refusal)
    expect(check({ packages: differs, reason: '  ' })).to.deep.equal(refusal)
    expect(check({ packages: differs, reason: 'To hang sammen.' })).to.deep.equal({ ok: true })
    expect(check({ packages: asExpected(piles).slice(1) })).to.deep.equal(refusal)
  })

  const refusals: [string, Partial<Parameters<typeof checkSealing>[0]>, string][] = [
    ['no package at all', { packages: [] }, 'nothing_to_seal'],
    ['a figure that is missing', { packages: [{ ...aPackage(piles[0]!, 1), pieces: null }] }, 'not_entered'],
    ['an empty package', { packages: [aPackage(piles[0]!, 0)] }, 'empty_package'],
    ['one person twice', { sealers: ['Bo Krag', ' bo  KRAG '] }, 'same_witness'],
    ['a day to come', { sealedOn: '2026-03-11' }, 'sealed_in_future'],
    [
      'one seal on two packages',
      { packages: [aPackage(piles[0]!, 14, '7'), aPackage(piles[1]!, 15, '7')] },
      'seal_twice',
    ],
    ['a seal that was broken', { packages: [aPackage(piles[0]!, 14, '7')], usedSeals: ['7'] }, 'seal_twice'],
  ]
  for (const [what, change, reason] of refusals)
    it(`refuses ${what}`, () => expect(check(change)).to.include({ ok: false, reason }))

  it('finds exactly the piles whose packages do not add up, however they are split', () => {
    const figures = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)), { maxLength: 6 })
    fc.assert(
      fc.property(figures, (each) => {
        const many = each.map(([expected], index): Pile => {
          return { kind: 'valid', candidacy_id: anId(index + 1), expected }
        })
        const packages = each.flatMap(([, a, b], index) =>
          [a, b].map((pieces) => ({ ...aPackage(many[index]!, pieces), pieces })),
        )
        const wrong = each.flatMap(([expected, a, b], index) => (a + b === expected ? [] : [index + 1]))
        expect(pileDifferences(many, packages).map(({ candidacy_id }) => candidacy_id)).to.deep.equal(wrong)
      }),
    )
  })
})

describe('Opening sealed packages', () => {
  const opening = {
    packages: 2,
    openers: ['Bo Krag', 'Lis Winther'] as [string, string],
    openedOn: '2026-03-12',
    today: '2026-03-12',
  }

  it('takes two people, a day that has come, and at least one package', () => {
    expect(checkPackageOpening(opening)).to.deep.equal({ ok: true })
    expect(checkPackageOpening({ ...opening, packages: 0 })).to.include({ reason: 'no_package_chosen' })
    expect(checkPackageOpening({ ...opening, openers: ['Bo', 'bo'] })).to.include({ reason: 'same_witness' })
    expect(checkPackageOpening({ ...opening, openedOn: '2026-03-13' })).to.include({
      reason: 'opened_in_future',
    })
  })

  it('comes before papers are counted: no ballot may lie behind a seal, but for those in the box of a tablet', () => {
    const counts = (kind: (typeof PACKAGE_KINDS)[number]) => checkBallotsOpen([{ kind }]).ok
    const papers = ['exchanged', 'returned', 'handed_out_list', 'roll']
    expect(PACKAGE_KINDS.filter(counts)).to.deep.equal(['entered', ...papers])
  })
})

describe('Destroying sealed packages', () => {
  it('takes all of them, or the reason why one is left', () => {
    const some = { sealed: [1, 2, 3], destroyed: [1, 3], reason: undefined }
    expect(checkPackagesDestroyed({ ...some, destroyed: [3, 2, 1] })).to.deep.equal({ ok: true })
    expect(checkPackagesDestroyed(some)).to.deep.equal({
      ok: false,
      reason: 'packages_left',
      params: { count: 1 },
      field: 'left_reason',
    })
    expect(checkPackagesDestroyed({ ...some, reason: 'Nr. 2 er hos politiet.' })).to.deep.equal({ ok: true })
  })
})
