import type { Request, Response, Router } from 'express'
import { facts } from '../../../../models/rules/elections/state.ts'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import {
  findDestruction,
  recordDestruction,
  type DestructionForm,
} from '../../../../models/elections/record/destruction.ts'
import { type Election } from '../../../../models/elections/elections.ts'
import { NotFound } from '../../../../models/core/errors.ts'
import { findRecord, listRecords } from '../../../../models/elections/record/record.ts'
import { verifyRecord, type RecordFault } from '../../../../models/elections/record/check.ts'
import { findErasure } from '../../../../models/elections/roll/erasure.ts'
import type { RecordRow } from '../../../../models/elections/record/tables.ts'
import { requires, userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { date, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { sendRecord } from '../../../public/elections/elections.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** The record of an election, and what is left to do when the election is over. */
export function recordRoutes(router: Router): void {
  router.get('/kontor/valg/:id/protokol', requires('elections.read'), async (req: ElectionRequest, res) => {
    showPage(req, res, 'record/record', await recordPage(req))
  })
  router.get(
    '/kontor/valg/:id/protokol.json',
    requires('elections.read'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      const record = await findRecord(req.db, id)
      if (!record) throw new NotFound(`record of election ${id}`)
      sendRecord(res, id, record.document)
    },
  )
  router.get('/kontor/valg/:id/efter', requires('elections.read'), (req: ElectionRequest, res) =>
    showAfter(req, res),
  )
  router.post(
    '/kontor/valg/:id/efter/stemmesedler',
    requires('elections.run'),
    text('first_witness', LONGEST.name),
    text('second_witness', LONGEST.name),
    date('destroyed_on'),
    mustTick('sure'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<DestructionForm, unknown>(req, res, {
        act: (form) => recordDestruction(req.db, officialOf(req), id, form),
        again: (shown) => showAfter(req, res, shown),
        done: () => paths.electionAfter(id),
        notice: 'elections.after.destroyed_notice',
      })
    },
  )
}

/** office/elections/record */
export interface RecordPage {
  head: ElectionHead
  /** The newest first; empty before the result is certified. */
  records: (Pick<RecordRow, 'made_at' | 'made_on' | 'hash' | 'audit_sequence' | 'audit_hash'> & {
    id: number
  })[]
  faults: RecordFault[]
  pdfHref: string
  dataHref: string
  afterHref: string | null
}

async function recordPage(req: ElectionRequest): Promise<RecordPage> {
  const election = await electionOf(req)
  const { id, status } = election
  const records = await listRecords(req.db, id)
  return {
    head: headOf(req, election),
    records: records.map((record) => {
      const { made_at, made_on, hash, audit_sequence, audit_hash } = record
      return { id: record.id, made_at, made_on, hash, audit_sequence, audit_hash }
    }),
    faults: records.length > 0 ? (await verifyRecord(req.db, id)).faults : [],
    pdfHref: paths.electionPaper(id, 'protokol.pdf'),
    dataHref: paths.electionRecordData(id),
    afterHref: facts(status).over ? paths.electionAfter(id) : null,
  }
}

/** office/elections/after */
export interface AfterPage {
  head: ElectionHead
  action: string
  over: boolean
  /** What is left to do, and what is done. */
  roll: { state: 'none' | 'kept' | 'erased'; erased_by: string; erased_on: IsoDate | null; href: string }
  ballots: { state: 'none' | 'form' | 'kept' | 'destroyed'; tablet: boolean }
  destroyed: { first_witness: string; second_witness: string; destroyed_on: IsoDate } | null
  record: { hash: string; href: string; pdfHref: string } | null
  today: IsoDate
}

async function showAfter(req: ElectionRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const { id, status } = election
  const destroyed = await findDestruction(req.db, id)
  const record = await findRecord(req.db, id)
  const page: AfterPage = {
    head: headOf(req, election),
    action: paths.ballotDestruction(id),
    over: facts(status).over,
    roll: await rollOf(req, election),
    ballots: { state: ballotsOf(req, election, destroyed !== undefined), tablet: hasBooth(election) },
    destroyed: destroyed
      ? {
          first_witness: destroyed.first_witness,
          second_witness: destroyed.second_witness,
          destroyed_on: destroyed.destroyed_on,
        }
      : null,
    record: record
      ? {
          hash: record.hash,
          href: paths.electionRecord(id),
          pdfHref: paths.electionPaper(id, 'protokol.pdf'),
        }
      : null,
    today: req.clock.today(),
  }
  showPage(req, res, 'record/after', page, again)
}

async function rollOf(req: Request, { id, roll_kind }: Election): Promise<AfterPage['roll']> {
  const erasure = await findErasure(req.db, id)
  const state = erasure ? 'erased' : roll_kind === 'counted' ? 'none' : 'kept'
  const { erased_by = '', erased_on = null } = erasure ?? {}
  return { state, erased_by, erased_on, href: paths.rollErasure(id) }
}

function ballotsOf(req: Request, election: Election, destroyed: boolean): AfterPage['ballots']['state'] {
  if (destroyed) return 'destroyed'
  if (election.uncontested_on !== null) return 'none'
  if (!hasPaper(election) && !hasBooth(election)) return 'none'
  return facts(election.status).over && canOf(userOf(req))['elections.run'] ? 'form' : 'kept'
}
