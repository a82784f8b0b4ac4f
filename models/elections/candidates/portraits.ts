import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { checkStatement, checkSymbol, countWords } from './portrait.ts'
import type { CandidatePhotoRow } from './tables.ts'
import { getCandidacy, listStanding } from './candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'

export interface PortraitForm {
  /** Empty for a candidate without one. */
  symbol?: string | undefined
  statement?: string | undefined
  /** As `photoFrom` makes it; undefined keeps the present photo. */
  photo?: Buffer | undefined
  /** The candidate has said yes to the photo being shown: asked for with every new one. */
  photo_consent: boolean
}

/** The portrait can change until the list is approved. */
export async function changePortrait(
  db: Db,
  by: Official,
  id: ElectionId,
  candidacyId: CandidacyId,
  form: PortraitForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getOpen(trx, by, id, candidacyId)
    const symbol = form.symbol ?? null
    const statement = tidy(form.statement)
    if (symbol !== null) require(checkSymbol(symbol, await symbolsOfOthers(trx, election, candidacyId)))
    if (statement !== null) require(checkStatement(statement))
    if (form.photo && !form.photo_consent) throw new Refused('photo_consent_missing', {}, 'photo_consent')
    await trx('candidacies').where({ id: candidacyId }).update({ symbol, statement })
    if (form.photo) await storePhoto(trx, by, candidacyId, form.photo)
    const words = statement === null ? 0 : countWords(statement)
    const details = { candidacy: candidacyId, symbol, words, new_photo: form.photo !== undefined }
    return {
      action: 'candidacy.portrait_changed',
      subject: subjectOf(election),
      details,
      result: { id },
    }
  })
}

/** Throws unless the list is open and the candidate stands. */
async function getOpen(trx: Trx, by: Official, id: ElectionId, candidacyId: CandidacyId): Promise<Election> {
  const election = await getElection(trx, by.user, id)
  const candidacy = await getCandidacy(trx, election, candidacyId)
  requireAct(election, 'changePortrait')
  if (candidacy.withdrawn_on !== null) throw new Conflict('candidacy_withdrawn')
  return election
}

async function symbolsOfOthers(trx: Trx, election: Election, candidacyId: CandidacyId) {
  const standing = await listStanding(trx, election.id)
  return standing.filter(({ id }) => id !== candidacyId).map(({ symbol }) => symbol)
}

function tidy(text: string | undefined): string | null {
  const plain = text?.normalize('NFC').replace(/\s+/g, ' ').trim()
  return plain === undefined || plain === '' ? null : plain
}

async function storePhoto(trx: Trx, by: Official, candidacyId: CandidacyId, jpeg: Buffer): Promise<void> {
  await trx('candidate_photos').where({ candidacy_id: candidacyId }).delete()
  const row = { candidacy_id: candidacyId, jpeg, sha256: sha256(jpeg), added_on: by.clock.today() }
  await trx('candidate_photos').insert(row)
}

/** The photo can be removed until the list is approved. */
export async function removePhoto(
  db: Db,
  by: Official,
  id: ElectionId,
  candidacyId: CandidacyId,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getOpen(trx, by, id, candidacyId)
    const removed = await trx('candidate_photos').where({ candidacy_id: candidacyId }).delete()
    if (removed === 0) throw new Conflict('photo_gone')
    const details = { candidacy: candidacyId }
    return { action: 'candidacy.photo_removed', subject: subjectOf(election), details, result: { id } }
  })
}

export async function findPhoto(db: Db, candidacyId: CandidacyId): Promise<CandidatePhotoRow | undefined> {
  return db('candidate_photos').where({ candidacy_id: candidacyId }).first()
}

/** Returns the candidacies that have a photo, and reads no picture. */
export async function listPhotographed(db: Db, electionId: ElectionId): Promise<ReadonlySet<CandidacyId>> {
  const ids = await db('candidate_photos')
    .join('candidacies', 'candidacies.id', 'candidate_photos.candidacy_id')
    .where({ election_id: electionId })
    .pluck<CandidacyId[]>('candidacy_id')
  return new Set(ids)
}

/** When the result is final, nothing needs the photos of the unelected. Returns how many there were. */
export async function removePortraits(trx: Trx, electionId: ElectionId): Promise<number> {
  const candidacies = trx('candidacies').where({ election_id: electionId }).select('id')
  const elected = trx('memberships').whereNotNull('candidacy_id').select('candidacy_id')
  return trx('candidate_photos')
    .whereIn('candidacy_id', candidacies)
    .whereNotIn('candidacy_id', elected)
    .delete()
}
