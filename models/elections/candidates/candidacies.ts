import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import { Conflict, NotFound, Refused, require } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { sameName, stands } from '../../rules/elections/certification.ts'
import { checkEligibility } from '../../rules/council/eligibility.ts'
import { checkConsentTime } from '../../rules/elections/timetable.ts'
import { allows } from '../../rules/elections/acts.ts'
import type { EligibleAs } from './tables.ts'
import { listBoard } from '../board.ts'
import { getCandidacy, listStanding } from './candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { findPerson } from '../../people/find_person.ts'
import { requireTermLeft } from '../../council/terms_sat.ts'

export interface CandidacyForm {
  /** As it shall stand on the ballot; may be left out for somebody who is in the register. */
  name?: string | undefined
  person_id?: number | undefined
  contact?: string | undefined
  consented_on: IsoDate
  eligible_as: EligibleAs
  eligibility_checked_by: string
  eligibility_checked_on: IsoDate
  /** Asked only where the statutes have an age limit. */
  of_age?: boolean | undefined
}

/** Writes down a candidate who has said yes and whose ground for standing somebody has checked. */
export async function registerCandidacy(
  db: Db,
  by: Official,
  id: number,
  form: CandidacyForm,
): Promise<{ id: number; candidacy: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'registerCandidate')
    checkForm(election, by, form)
    const { person_id, name } = await whoStands(trx, form)
    if (person_id !== null) await requireTermIn(trx, election, person_id)
    await refuseTwice(trx, election, { person_id, name })
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

function checkForm(election: Election, by: Official, form: CandidacyForm): void {
  require(
    checkEligibility(election.statutes, {
      consentedOn: form.consented_on,
      ground: form.eligible_as,
      checkedBy: form.eligibility_checked_by,
      ofAge: form.of_age ?? null,
    }),
  )
  require(
    checkConsentTime({
      consentedOn: form.consented_on,
      checkedOn: form.eligibility_checked_on,
      candidatesBy: election.candidates_by,
      today: by.clock.today(),
    }),
  )
}

async function whoStands(trx: Trx, form: CandidacyForm): Promise<{ person_id: number | null; name: string }> {
  const typed = form.name?.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (form.person_id === undefined) {
    if (!typed) throw new Refused('candidate_name_missing', {}, 'name')
    return { person_id: null, name: typed }
  }
  const person = await findPerson(trx, form.person_id)
  if (!person) throw new NotFound(`person ${form.person_id}`)
  return { person_id: form.person_id, name: typed || person.name }
}

async function requireTermIn(trx: Trx, { statutes, term_id }: Election, personId: number): Promise<void> {
  await requireTermLeft(trx, statutes, { personId, termId: term_id })
}

async function refuseTwice(
  trx: Trx,
  election: Election,
  wanted: { person_id: number | null; name: string; not?: number },
): Promise<void> {
  const others = (await listStanding(trx, election.id)).filter(({ id }) => id !== wanted.not)
  if (wanted.person_id !== null && others.some(({ person_id }) => person_id === wanted.person_id)) {
    throw new Refused('candidate_already_listed', {}, 'person_id')
  }
  if (others.some(({ name }) => sameName(name, wanted.name)))
    throw new Refused('candidate_same_name', {}, 'name')
  const board = await listBoard(trx, election.id)
  const member = board.find((one) => stands(one, [wanted]))
  if (member) throw new Refused('candidate_on_board', { name: member.name }, 'name')
}

/** Takes a candidate off at their own wish, until the list is approved. */
export async function withdrawCandidacy(
  db: Db,
  by: Official,
  id: number,
  candidacyId: number,
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const candidacy = await getCandidacy(trx, election, candidacyId)
    requireAct(election, 'withdrawCandidate')
    if (candidacy.withdrawn_on !== null) throw new Conflict('candidacy_withdrawn')
    await trx('candidacies').where({ id: candidacyId }).update({ withdrawn_on: by.clock.today() })
    const details = { candidacy: candidacyId }
    return { action: 'candidacy.withdrawn', subject: subjectOf(election), details, result: { id } }
  })
}

/** Says who in the register a candidate is, until the result is certified and the elected are given their seats. */
export async function linkCandidacy(
  db: Db,
  by: Official,
  id: number,
  candidacyId: number,
  personId: number,
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const candidacy = await getCandidacy(trx, election, candidacyId)
    requireAct(election, 'linkCandidate')
    if (candidacy.withdrawn_on !== null) throw new Conflict('candidacy_withdrawn')
    const person = await findPerson(trx, personId)
    if (!person) throw new NotFound(`person ${personId}`)
    // Later the list is printed or votes are cast: who somebody is must be sayable, and the result is not stopped by it.
    if (allows(election.status, 'registerCandidate')) await requireTermIn(trx, election, personId)
    const { name } = candidacy
    await refuseTwice(trx, election, { person_id: personId, name, not: candidacyId })
    await trx('candidacies').where({ id: candidacyId }).update({ person_id: personId })
    const details = { candidacy: candidacyId, person: personId }
    return { action: 'candidacy.linked', subject: subjectOf(election), details, result: { id } }
  })
}
