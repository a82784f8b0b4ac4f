import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import { Conflict, NotFound, require } from '../../core/errors.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import {
  afterFirstVote,
  bars,
  checkIncident,
  effectOf,
  type IncidentEffect,
  type IncidentKind,
  mayRecordIncidents,
} from '../../rules/elections/incidents/after_first_vote.ts'
import { listBoard, sitsOn } from '../board.ts'
import { closeBooths } from '../booth/booths.ts'
import { listStanding } from '../candidates/candidates.ts'
import { begunIn } from '../candidates/reopening.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { hasBooth } from '../means.ts'
import { takeTally } from '../polling/at_the_table.ts'
import type { Official } from '../reach.ts'
import { isBarredBy, listIncidents } from './incidents.ts'

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

/** The tally is locked first, so that nobody votes meanwhile and polls do not close. */
export async function recordIncident(
  db: Db,
  by: Official,
  id: ElectionId,
  form: IncidentForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const { election } = await takeTally(trx, by, id)
    const { number, misled, effect } = await look(trx, by, election, form)
    const { candidacy: candidacy_id, because, reason, learnt_on } = form
    await trx('election_incidents')
      .insert({
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
        ...{ recorded_by: by.name, recorded_on: by.clock.today() },
      })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('incident_recorded_meanwhile') : error
      })
    const voided = effect === 'stops' ? await stopVote(trx, election) : 0
    const told = { number, candidacy: candidacy_id, because, misled, learnt_on, effect }
    // The text by its hash: it is kept from the public, and the log is for ever.
    const details = { ...told, reason_hash: sha256(reason) }
    return {
      action: effect === 'stops' ? 'election.stopped' : 'election.incident_recorded',
      subject: subjectOf(election),
      details: { ...details, ...(voided > 0 && { voided }) },
      result: { id },
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
  const { name, effect } = await look(db, by, await getElection(db, by.user, id), form)
  return { ...form, name, effect }
}

/** Throws when it may not be recorded. */
async function look(db: Db, by: Official, election: Election, form: IncidentForm) {
  requireAct(election, 'recordIncident')
  const { candidacy, because, learnt_on } = form
  const found = (await listStanding(db, election.id)).find((one) => one.id === candidacy)
  if (!found) throw new NotFound(`candidacy ${candidacy}`)
  const known = await listIncidents(db, election.id)
  if (known.length !== form.known) throw new Conflict('incident_recorded_meanwhile')
  require(await mayRecordIncident(db, election, by.user))
  require(
    checkIncident({
      ...{ because, misled: form.misled, isBarred: isBarredBy(known, candidacy) },
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
    candidates: await listStanding(db, election.id),
    onBoard: sitsOn(await listBoard(db, election.id), user),
    begun: await begunIn(db, election.id),
    hasTablets: hasBooth(election),
  })
}

/** Nobody votes any more. What is in the boxes stays there: polls close as ever, and nothing is counted. */
async function stopVote(trx: Trx, election: Election): Promise<number> {
  await trx('polling_tallies').where({ election_id: election.id }).update({ open: 0 })
  const voided = hasBooth(election) ? await closeBooths(trx, election.id) : 0
  await moveElection(trx, election, 'stopVote')
  return voided
}
