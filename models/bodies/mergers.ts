import { act, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import { isTaken, type Db } from '../core/db.ts'
import type { BodyId, MergerProposalId } from '../core/ids.ts'
import { Conflict, NotFound, Refused } from '../core/errors.ts'
import { insertOne } from '../core/insert.ts'
import { isCaseNumber } from '../rules/core/case_number.ts'
import type { MergerDecisionRow, MergerProposalRow } from './tables.ts'
import { listBodies, type Body } from './bodies.ts'

/** A proposed merger. Nothing changes until it is decided, or when it is rejected. */
export interface Merger extends MergerProposalRow {
  /** With their names on the day of the proposal. */
  bodies: Body[]
  decision: MergerDecisionRow | undefined
}

export async function listMergers(db: Db): Promise<Merger[]> {
  const proposals = await db('merger_proposals').orderBy('proposed_on', 'desc').orderBy('id', 'desc')
  const links = await db('merger_bodies').orderBy('body_id')
  const decisions = await db('merger_decisions')
  return Promise.all(
    proposals.map(async (proposal) => {
      const ids = links.filter(({ proposal_id }) => proposal_id === proposal.id).map(({ body_id }) => body_id)
      const bodies = await listBodies(db, proposal.proposed_on)
      return {
        ...proposal,
        bodies: bodies.filter(({ id }) => ids.includes(id)),
        decision: decisions.find(({ proposal_id }) => proposal_id === proposal.id),
      }
    }),
  )
}

export async function getMerger(db: Db, id: MergerProposalId): Promise<Merger> {
  const merger = (await listMergers(db)).find((one) => one.id === id)
  if (!merger) throw new NotFound(`merger ${id}`)
  return merger
}

export interface ProposalForm {
  bodies: BodyId[]
  proposed_by: string
  proposed_on: IsoDate
  text: string
}

export async function proposeMerger(db: Db, by: By, form: ProposalForm): Promise<{ id: MergerProposalId }> {
  const { bodies, proposed_by, proposed_on, text } = form
  if (proposed_on > by.clock.today()) throw new Refused('date_in_future', {}, 'proposed_on')
  if (bodies.length < 2) throw new Refused('merger_too_small', {}, 'bodies')
  return act(db, by, async (trx) => {
    const known = await trx('bodies').whereIn('id', bodies).select('id', 'slug')
    if (known.length !== new Set(bodies).size) throw new Refused('successor_missing', {}, 'bodies')
    const id = await insertOne(trx, 'merger_proposals', {
      proposed_by,
      proposed_on,
      text,
      recorded_by: by.name,
    })
    await trx('merger_bodies').insert(known.map((body) => ({ proposal_id: id, body_id: body.id })))
    const details = { bodies: known.map(({ slug }) => slug), proposed_by, proposed_on }
    return { action: 'merger.proposed', subject: `merger:${id}`, details, result: { id } }
  })
}

export interface MergerDecisionForm {
  outcome: MergerDecisionRow['outcome']
  decided_by: string
  decided_on: IsoDate
  case_number?: string | undefined
  note?: string | undefined
}

/** An adopted merger changes no place by itself: the secretary writes down from when, on the page of each. */
export async function decideMerger(
  db: Db,
  by: By,
  id: MergerProposalId,
  form: MergerDecisionForm,
): Promise<{ id: MergerProposalId }> {
  const { outcome, decided_by, decided_on, case_number = null, note = null } = form
  if (decided_on > by.clock.today()) throw new Refused('date_in_future', {}, 'decided_on')
  if (case_number !== null && !isCaseNumber(case_number))
    throw new Refused('case_number_form', {}, 'case_number')
  return act(db, by, async (trx) => {
    const merger = await getMerger(trx, id)
    if (decided_on < merger.proposed_on)
      throw new Refused('decided_before_proposed', { from: merger.proposed_on }, 'decided_on')
    const row = { proposal_id: id, outcome, decided_by, decided_on, case_number, note, recorded_by: by.name }
    try {
      await trx('merger_decisions').insert(row)
    } catch (error) {
      if (isTaken(error)) throw new Conflict('merger_decided')
      throw error
    }
    const details = { outcome, decided_by, decided_on, case_number }
    return { action: 'merger.decided', subject: `merger:${id}`, details, result: { id } }
  })
}
