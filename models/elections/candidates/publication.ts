import type { Db } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import { isListed } from '../../rules/elections/candidate_list.ts'
import { NotFound } from '../../core/errors.ts'
import { publicationsOf } from '../../people/publications.ts'
import type { CandidacyRow, CandidatePhotoRow } from './tables.ts'
import { listStanding } from './candidates.ts'
import { getAnyElection, type Election } from '../elections.ts'
import { findPhoto, listPhotographed } from './portraits.ts'

// Candidates are public from the day the list is approved, and only when they may be shown.

/** Null when the person has said that the name may not be shown. */
export interface PublicName {
  id: CandidacyId
  name: string | null
}

/** Without a public name nothing else is shown either. */
export interface PublicCandidate extends PublicName {
  symbol: string | null
  statement: string | null
  photo: boolean
}

/** Standing means being named on posters, but a person can refuse the web, and an erased name is not shown. */
export async function publicNames(db: Db, standing: readonly CandidacyRow[]): Promise<PublicName[]> {
  const people = standing.flatMap(({ person_id }) => person_id ?? [])
  const published = await publicationsOf(db, people)
  return standing.map(({ id, name, person_id, erased_on }) => {
    const said = person_id === null ? undefined : published.get(person_id)?.name
    const saidNo = said?.decided_on !== undefined && !said.published
    return { id, name: saidNo || erased_on !== null ? null : name }
  })
}

export async function publicCandidates(
  db: Db,
  election: Election,
  names: readonly PublicName[],
): Promise<PublicCandidate[]> {
  const standing = await listStanding(db, election.id)
  const photographed = await listPhotographed(db, election.id)
  return names.map(({ id, name }) => {
    const { symbol = null, statement = null } = standing.find((one) => one.id === id) ?? {}
    return name === null
      ? { id, name, symbol: null, statement: null, photo: false }
      : { id, name, symbol, statement, photo: photographed.has(id) }
  })
}

/** The list must be approved. Throws NotFound when there is no photo that may be shown. */
export async function getPublicPhoto(
  db: Db,
  electionId: ElectionId,
  candidacyId: CandidacyId,
): Promise<CandidatePhotoRow> {
  const election = await getAnyElection(db, electionId)
  const standing = isListed(election) ? await publicNames(db, await listStanding(db, electionId)) : []
  const shown = standing.find(({ id, name }) => id === candidacyId && name !== null)
  const photo = shown && (await findPhoto(db, shown.id))
  if (!photo) throw new NotFound(`photo of candidacy ${candidacyId}`)
  return photo
}
