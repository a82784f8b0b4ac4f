import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { CandidacyId, ElectionId, PersonId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused, requireNone } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import type { EligibleAs, WithdrawnBecause } from './tables.ts'
import { listBoard } from '../board.ts'
import { getCandidacy, listStanding } from './candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { findPerson } from '../../people/find_person.ts'
import { listTermsOf } from '../../council/terms_sat.ts'
import { type Candidacy, candidacyRefusals, isHeldToTerms } from '../../rules/elections/candidacy.ts'

export interface CandidacyForm {
  /** For the ballot; may be left out for a person who is in the register. */
  name?: string | undefined
  person_id?: PersonId | undefined
  contact?: string | undefined
  consented_on: IsoDate
  eligible_as: EligibleAs
  eligibility_checked_by: string
  eligibility_checked_on: IsoDate
  /** Asked only when the statutes have an age limit. */
  of_age?: boolean | undefined
}

export async function registerCandidacy(
  db: Db,
  by: Official,
  id: ElectionId,
  form: CandidacyForm,
): Promise<{ id: ElectionId; candidacy: CandidacyId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'registerCandidate')
    const candidate = await whoStands(trx, form)
    const { person_id, name } = candidate
    requireNone(
      candidacyRefusals({
        statutes: election.statutes,
        ...saidAndChecked(election, by, form),
        terms: await termsOf(trx, election, person_id),
        beside: await besideOf(trx, election, candidate),
      }),
    )
    const candidacy = await insertOne(trx, 'candidacies', {
      election_id: id,
      person_id,
      name,
      contact: form.contact ?? null,
      consented_on: form.consented_on,
      eligible_as: form.eligible_as,
      eligibility_checked_by: form.eligibility_checked_by,
      eligibility_checked_on: form.eligibility_checked_on,
      ballot_position: null,
      withdrawn_on: null,
      withdrawn_because: null,
    })
    const details = { candidacy, consented_on: form.consented_on, eligible_as: form.eligible_as }
    return {
      action: 'candidacy.registered',
      subject: subjectOf(election),
      details,
      result: { id, candidacy },
    }
  })
}

function saidAndChecked(
  election: Election,
  by: Official,
  form: CandidacyForm,
): Pick<Candidacy, 'standing' | 'consent'> {
  return {
    standing: {
      consentedOn: form.consented_on,
      ground: form.eligible_as,
      checkedBy: form.eligibility_checked_by,
      ofAge: form.of_age ?? null,
    },
    consent: {
      consentedOn: form.consented_on,
      checkedOn: form.eligibility_checked_on,
      candidatesBy: election.candidates_by,
      today: by.clock.today(),
    },
  }
}

async function whoStands(
  trx: Trx,
  form: CandidacyForm,
): Promise<{ person_id: PersonId | null; name: string }> {
  const typed = tidy(form.name)
  if (form.person_id === undefined) {
    if (!typed) throw new Refused('candidate_name_missing', {}, 'name')
    return { person_id: null, name: typed }
  }
  const person = await findPerson(trx, form.person_id)
  if (!person) throw new NotFound(`person ${form.person_id}`)
  return { person_id: form.person_id, name: typed || person.name }
}

function tidy(typed: string | undefined): string | undefined {
  return typed?.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Returns undefined when the register does not know the candidate. */
async function termsOf(
  trx: Trx,
  { term_id }: Election,
  personId: PersonId | null,
): Promise<Candidacy['terms']> {
  return personId === null ? undefined : { sat: await listTermsOf(trx, personId), termId: term_id }
}

async function besideOf(
  trx: Trx,
  election: Election,
  candidate: { person_id: PersonId | null; name: string },
  candidacyId?: CandidacyId,
): Promise<Candidacy['beside']> {
  const listed = (await listStanding(trx, election.id)).filter(({ id }) => id !== candidacyId)
  return { candidate, listed, board: await listBoard(trx, election.id) }
}

export const WITHDRAWN_BECAUSE: readonly WithdrawnBecause[] = ['withdrew', 'died', 'not_eligible']

/** A candidate can withdraw until the list is approved. One who has died or may not stand is taken out likewise. */
export async function withdrawCandidacy(
  db: Db,
  by: Official,
  id: ElectionId,
  candidacyId: CandidacyId,
  because: WithdrawnBecause = 'withdrew',
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const candidacy = await getCandidacy(trx, election, candidacyId)
    requireAct(election, 'withdrawCandidate')
    if (candidacy.withdrawn_on !== null) throw new Conflict('candidacy_withdrawn')
    const withdrawn = { withdrawn_on: by.clock.today(), withdrawn_because: because }
    await trx('candidacies').where({ id: candidacyId }).update(withdrawn)
    const details = { candidacy: candidacyId, ...(because !== 'withdrew' && { because }) }
    return { action: 'candidacy.withdrawn', subject: subjectOf(election), details, result: { id } }
  })
}

/** A name can be put right until the list is approved. The log says of whom, and neither name. */
export async function correctName(
  db: Db,
  by: Official,
  id: ElectionId,
  candidacyId: CandidacyId,
  typed: string,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const candidacy = await getCandidacy(trx, election, candidacyId)
    requireAct(election, 'correctName')
    if (candidacy.withdrawn_on !== null) throw new Conflict('candidacy_withdrawn')
    const name = tidy(typed)
    if (!name) throw new Refused('candidate_name_missing', {}, 'name')
    if (name === candidacy.name) throw new Refused('candidate_name_same', {}, 'name')
    const candidate = { person_id: candidacy.person_id, name }
    const beside = await besideOf(trx, election, candidate, candidacyId)
    requireNone(candidacyRefusals({ statutes: election.statutes, beside }))
    await trx('candidacies').where({ id: candidacyId }).update({ name })
    const details = { candidacy: candidacyId }
    return { action: 'candidacy.name_corrected', subject: subjectOf(election), details, result: { id } }
  })
}

/** A link is possible until the result is certified and the elected are given their seats. */
export async function linkCandidacy(
  db: Db,
  by: Official,
  id: ElectionId,
  candidacyId: CandidacyId,
  personId: PersonId,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const candidacy = await getCandidacy(trx, election, candidacyId)
    requireAct(election, 'linkCandidate')
    if (candidacy.withdrawn_on !== null) throw new Conflict('candidacy_withdrawn')
    const person = await findPerson(trx, personId)
    if (!person) throw new NotFound(`person ${personId}`)
    const candidate = { person_id: personId, name: candidacy.name }
    const { statutes, status } = election
    requireNone(
      candidacyRefusals({
        statutes,
        terms: isHeldToTerms(status) ? await termsOf(trx, election, personId) : undefined,
        beside: await besideOf(trx, election, candidate, candidacyId),
      }),
    )
    await trx('candidacies').where({ id: candidacyId }).update({ person_id: personId })
    const details = { candidacy: candidacyId, person: personId }
    return { action: 'candidacy.linked', subject: subjectOf(election), details, result: { id } }
  })
}
