import { expect } from 'chai'
import {
  idOf,
  NO_ID,
  storedIds,
  type CandidacyId,
  type ElectionId,
  type PersonId,
} from '../../../models/core/ids.ts'

function chosen(election: ElectionId, person: PersonId): string {
  return `${election}/${person}`
}

/** `npm run typecheck` fails as soon as one of the lines marked here does compile. */
describe('An id', () => {
  const election = idOf<ElectionId>(7)
  const person = idOf<PersonId>(9)

  it('goes where one of its own kind is asked for, and is a plain number in the database and on pages', () => {
    expect(chosen(election, person)).to.equal('7/9')
    expect(election + 1).to.equal(8)
  })

  it('is refused by the compiler where another kind is asked for', () => {
    // @ts-expect-error -- a person's id is no election's
    const wrong: ElectionId = person
    expect(wrong).to.equal(9)
  })

  it('cannot change places with the one beside it', () => {
    // @ts-expect-error -- the two are swapped
    expect(chosen(person, election)).to.equal('9/7')
  })

  it('is no number of which it is not known whose id it is', () => {
    // @ts-expect-error -- a bare number
    expect(chosen(election, 9)).to.equal('7/9')
    // @ts-expect-error -- the kind has to be named
    expect(chosen(election, idOf(9))).to.equal('7/9')
  })

  it('that no row has goes anywhere', () => {
    expect(chosen(NO_ID, NO_ID)).to.equal('0/0')
  })

  it('comes out of a stored list, and what is no number does not', () => {
    const ids: CandidacyId[] = storedIds<CandidacyId>('[3,"x",null,5]')
    expect(ids).to.deep.equal([3, 5])
    expect(storedIds<CandidacyId>('{}')).to.deep.equal([])
  })
})
