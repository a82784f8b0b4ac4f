import { expect } from 'chai'
import * as fc from 'fast-check'
import {
  areBothHere,
  checkAllEntered,
  checkEntered,
  checkPaper,
  checkYesToEnd,
  isSameEnding,
  isSamePaper,
  marksOf,
  type Pair,
  type PaperSeen,
  paperWith,
  placeFor,
  reasonsIn,
} from '../../../../../models/rules/elections/box/entering.ts'
import {
  ballotLength,
  ballotText,
  readBallot,
} from '../../../../../models/rules/elections/box/ballot_content.ts'
import { INVALID_REASONS } from '../../../../../models/rules/elections/invalid_ballots.ts'
import { countBallots } from '../../../../../models/rules/elections/tally.ts'
import { anId, someIds } from '../../../../support/ids.ts'

const candidacyIds = someIds(11, 12, 13)
const [anker, jens] = [candidacyIds[0]!, candidacyIds[1]!]
const one = { candidacyIds, crosses: { min: 1, max: 1 } }
const two = { candidacyIds, crosses: { min: 2, max: 2 } }

function wrongOf(seen: PaperSeen, election = one): string {
  const verdict = checkPaper(seen, election)
  return verdict.ok ? 'ok' : `${verdict.reason} ${verdict.field ?? ''}`
}

describe('A paper that is entered into the box', () => {
  it('has the crosses of a valid paper, or is blank, or invalid for a reason of the list', () => {
    expect(wrongOf({ marks: [anker], kind: 'crosses' })).to.equal('ok')
    expect(wrongOf({ marks: [], kind: 'blank' })).to.equal('ok')
    expect(wrongOf({ marks: [], kind: 'too_many_marks' })).to.equal('ok')
    expect(wrongOf({ marks: [], kind: 'crosses' })).to.equal('paper_without_cross marks')
    expect(wrongOf({ marks: [anker, jens], kind: 'crosses' })).to.equal('paper_crosses_wrong marks')
    expect(wrongOf({ marks: [anker, anker], kind: 'crosses' })).to.equal('paper_unknown_candidate marks')
    expect(wrongOf({ marks: [anId(99)], kind: 'crosses' })).to.equal('paper_unknown_candidate marks')
    expect(wrongOf({ marks: [anker], kind: 'blank' })).to.equal('paper_both marks')
    expect(wrongOf({ marks: [anker], kind: 'other' })).to.equal('paper_both marks')
  })

  it('has too few crosses only where one is not enough', () => {
    expect(wrongOf({ marks: [], kind: 'too_few_marks' })).to.equal('paper_no_such_reason kind')
    expect(wrongOf({ marks: [], kind: 'too_few_marks' }, two)).to.equal('ok')
    expect(wrongOf({ marks: [anker], kind: 'crosses' }, two)).to.equal('paper_crosses_wrong marks')
    expect(wrongOf({ marks: [anker, jens], kind: 'crosses' }, two)).to.equal('ok')
  })

  it('comes out of the seal as it went in, fits its length, and counts as what it is', () => {
    const kinds = fc.constantFrom('crosses' as const, 'blank' as const, ...INVALID_REASONS)
    fc.assert(
      fc.property(kinds, fc.subarray(candidacyIds, { minLength: 1, maxLength: 1 }), (kind, some) => {
        const seen: PaperSeen = { marks: kind === 'crosses' ? some : [], kind }
        const marks = marksOf(seen)
        const signed = { election: anId(7), marks, nonce: 'n'.repeat(22), proof: 'p'.repeat(52) }
        const text = ballotText(signed)
        expect(text.length).to.be.below(ballotLength(1))
        expect(paperWith(readBallot(text)!.marks)).to.deep.equal(seen)
        const box = countBallots([marks], one)
        expect([box.blank, box.invalid]).to.deep.equal([
          kind === 'blank' ? 1 : 0,
          kind === 'blank' || kind === 'crosses' ? 0 : 1,
        ])
      }),
    )
  })

  it('that is invalid is counted by its reason, and no ballot of a tablet is', () => {
    const papers = [[anker], [], marksOf({ marks: [], kind: 'other' }), marksOf({ marks: [], kind: 'other' })]
    expect(reasonsIn([...papers, [anId(0)], [anker, jens]])).to.deep.equal([{ reason: 'other', ballots: 2 }])
  })

  it('is the same as another one by its crosses, whatever their order, or by what it is instead', () => {
    const seen = (...marks: PaperSeen['marks']): PaperSeen => ({ marks, kind: 'crosses' })
    expect(isSamePaper(seen(anker, jens), seen(jens, anker))).to.equal(true)
    expect(isSamePaper(seen(anker), seen(jens))).to.equal(false)
    expect(isSamePaper({ marks: [], kind: 'blank' }, { marks: [], kind: 'blank' })).to.equal(true)
    expect(isSamePaper({ marks: [], kind: 'blank' }, { marks: [], kind: 'other' })).to.equal(false)
  })

  it('is one of as many as lie in the pile, before the box can be opened', () => {
    expect(checkAllEntered(3, 3).ok).to.equal(true)
    expect(checkAllEntered(2, 3)).to.deep.include({
      ...{ reason: 'papers_not_all_entered', params: { entered: 2, count: 3 }, field: 'papers' },
    })
    expect(checkEntered(undefined).ok).to.equal(true)
    expect(checkEntered({ end: {} }).ok).to.equal(true)
    expect(checkEntered({ end: undefined })).to.include({ reason: 'papers_not_entered' })
  })
  it('is in with all others when the other one says yes to what the page showed, and to nothing else', () => {
    const said = { by: 'first' as const, papers: 3, reason: null, mark: 'a' }
    expect(checkYesToEnd(said, 'a', 'second').ok).to.equal(true)
    expect(checkYesToEnd(said, 'a', 'first')).to.include({ reason: 'end_of_your_own' })
    expect(checkYesToEnd(said, 'b', 'second')).to.include({ reason: 'end_moved' })
    expect(checkYesToEnd({ ...said, mark: null }, 'a', 'second')).to.include({ reason: 'end_moved' })
    expect(isSameEnding(said, { by: 'first', papers: 3, reason: null })).to.equal(true)
    for (const other of [{ by: 'second' as const }, { papers: 2 }, { reason: 'Revet over' }])
      expect(isSameEnding(said, { ...said, ...other })).to.equal(false)
    expect(isSameEnding({ ...said, mark: null }, said)).to.equal(false)
  })
})

describe('The two at the box', () => {
  const bo = { id: anId(1), person_id: null, name: 'Bo Krag' }
  const lis = { id: anId(2), person_id: null, name: 'Lis Winther' }
  const signe = { id: anId(3), person_id: null, name: 'Signe Holm' }
  const here = (who: typeof bo, isHere = true) => ({ ...who, isHere })
  const place = (who: typeof bo, pair: Pair, candidates: { person_id: null; name: string }[] = []) => {
    const found = placeFor(who, pair, candidates)
    return 'place' in found ? found.place : found.reason
  }

  it('are two different people, neither of them a candidate', () => {
    const nobody = { first: null, second: null }
    expect(place(bo, nobody)).to.equal('first')
    expect(place(lis, { first: here(bo), second: null })).to.equal('second')
    expect(place(bo, { first: null, second: here(lis) })).to.equal('first')
    expect(place(signe, { first: here(bo), second: here(lis) })).to.equal('entry_has_two')
    expect(place(bo, nobody, [{ person_id: null, name: 'bo krag' }])).to.equal('is_a_candidate')
    const again = { id: anId(9), person_id: null, name: 'BO KRAG' }
    expect(place(again, { first: here(bo), second: null })).to.equal('entry_same_person')
  })

  it('are two people also when one comes back while the own other account sits there', () => {
    const again = { id: anId(9), person_id: null, name: 'BO KRAG' }
    expect(place(bo, { first: here(again), second: here(bo, false) })).to.equal('entry_same_person')
    expect(place(bo, { first: here(bo, false), second: here(again) })).to.equal('entry_same_person')
    expect(place(bo, { first: here(again, false), second: here(bo, false) })).to.equal('second')
    const namesake = { ...again, person_id: anId(6), isHere: true }
    const pair = { first: namesake, second: here(bo, false) }
    expect(placeFor({ ...bo, person_id: anId(5) }, pair, [])).to.deep.equal({ place: 'second' })
  })

  it('keep their places after a new sign-in, and leave them to others when they sign out', () => {
    const gone = { first: here(bo, false), second: here(lis) }
    expect(place(bo, gone)).to.equal('first')
    expect(place(lis, gone)).to.equal('second')
    expect(place(signe, gone)).to.equal('first')
    expect(areBothHere(gone)).to.equal(false)
    expect(areBothHere({ first: here(bo), second: here(lis) })).to.equal(true)
    expect(areBothHere({ first: here(bo), second: null })).to.equal(false)
  })
})
