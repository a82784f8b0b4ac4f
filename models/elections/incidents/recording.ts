import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db } from '../../core/db.ts'
import { Conflict, NotFound, require } from '../../core/errors.ts'
import type { CandidacyId, ElectionId, IncidentId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import {
  afterFirstVote,
  bars,
  checkIncident,
  effectOf,
  type IncidentEffect,
  type IncidentKind,
  mayRecordIncidents,
} from '../../rules/elections/incidents/after_first_vote.ts'
import { isInForce } from '../../rules/elections/incidents/signing.ts'
import { listBoard, sitsOn } from '../board.ts'
import { listStanding } from '../candidates/candidates.ts'
import { begunIn } from '../candidates/reopening.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import { hasBooth } from '../means.ts'
import { takeTally } from '../polling/at_the_table.ts'
import type { Official } from '../reach.ts'
import { isBarredBy, listWrittenIncidents } from './incidents.ts'

export interface IncidentForm {
  candidacy: CandidacyId
  because: IncidentKind
  /** Left out where it is not asked. */
  misled?: boolean | undefined
  reason: string
  learnt_on: IsoDate
  /** How many the page knew of: one that was recorded meanwhile is looked at first. */
  known: number
}

/**
 * What the first member of the board writes. It waits for another one to sign, and changes nothing until then. The tally is
 * locked first, so that polls do not close meanwhile.
 */
export async function recordIncident(
  db: Db,
  by: Official,
  id: ElectionId,
  form: IncidentForm,
): Promise<{ id: ElectionId; incident: IncidentId }> {
  return act(db, by, async (trx) => {
    const { election } = await takeTally(trx, by, id)
    const { number, misled, effect } = await look(trx, by, election, form)
    const { candidacy: candidacy_id, because, reason, learnt_on } = form
    const incident = await insertOne(trx, 'election_incidents', {
      ...{
        election_id: id,
        number,
        candidacy_id,
        because,
        misled: Number(misled),
        reason,
        learnt_on,
        effect,
      },
      ...{ recorded_by: by.name, recorded_on: by.clock.today(), account_id: by.user.id },
    }).catch((error: unknown) => {
      throw isTaken(error) ? new Conflict('incident_recorded_meanwhile') : error
    })
    const told = { number, candidacy: candidacy_id, because, misled, learnt_on, effect }
    return {
      action: 'election.incident_written',
      subject: subjectOf(election),
      // The text by its hash: it is kept from the public, and the log is for ever.
      details: { ...told, reason_hash: sha256(reason) },
      result: { id, incident },
    }
  })
}

/** What would be recorded, for the board to see before it is. */
export interface IncidentLook extends IncidentForm {
  name: string
  effect: IncidentEffect
}

/** Stores nothing: what cannot be undone is seen with the candidate's name first. */
export async function lookAtIncident(
  db: Db,
  by: Official,
  id: ElectionId,
  form: IncidentForm,
): Promise<IncidentLook> {
  const { name, misled, effect } = await look(db, by, await getElection(db, by.user, id), form)
  // What was not asked of is not answered when the form is mended.
  return { ...form, misled: bars(form.because) ? undefined : misled, name, effect }
}

/** Throws when it may not be recorded. */
async function look(db: Db, by: Official, election: Election, form: IncidentForm) {
  requireAct(election, 'recordIncident')
  const { candidacy, because, learnt_on } = form
  const found = (await listStanding(db, election.id)).find((one) => one.id === candidacy)
  if (!found) throw new NotFound(`candidacy ${candidacy}`)
  const known = await listWrittenIncidents(db, election.id)
  if (known.length !== form.known) throw new Conflict('incident_recorded_meanwhile')
  require(await mayRecordIncident(db, election, by.user))
  const ofCandidate = known.filter(({ candidacy_id }) => candidacy_id === candidacy)
  const inForce = ofCandidate.filter(({ state }) => isInForce(state))
  require(
    checkIncident({
      ...{ because, misled: form.misled, isBarred: isBarredBy(inForce, candidacy) },
      waits: ofCandidate.some(({ state }) => state === 'waits'),
      ...{ learntOn: learnt_on, today: by.clock.today() },
    }),
  )
  // Of one who can take no seat it is not asked.
  const misled = form.misled === true && !bars(because)
  const effect = effectOf(afterFirstVote(election.statutes), { because, misled })
  return { name: found.name, number: known.length + 1, misled, effect }
}

/** Whether this user may record it now, as far as the page can tell. */
export async function mayRecordIncident(db: Db, election: Election, user: Official['user']) {
  return mayRecordIncidents({
    account: { id: user.id, name: user.name, person_id: user.personId },
    ...(await incidentPolls(db, election)),
    onBoard: sitsOn(await listBoard(db, election.id), user),
  })
}

/** What the rules ask of the polls, whoever asks. */
export async function incidentPolls(db: Db, election: Election) {
  return {
    candidates: await listStanding(db, election.id),
    begun: await begunIn(db, election.id),
    hasTablets: hasBooth(election),
  }
}
