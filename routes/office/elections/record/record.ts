import type { Response, Router } from 'express'
import { NotFound } from '../../../../models/core/errors.ts'
import { verifyRecord } from '../../../../models/elections/record/check.ts'
import { findDestruction, recordDestruction } from '../../../../models/elections/record/destruction.ts'
import { findRecord, listRecords } from '../../../../models/elections/record/record.ts'
import { findErasure } from '../../../../models/elections/roll/erasure.ts'
import { afterPage } from '../../../../views/office/elections/record/after.page.ts'
import { recordPage } from '../../../../views/office/elections/record/record.page.ts'
import { paths } from '../../../../views/paths.ts'
import { sendRecord } from '../../../public/elections/elections.ts'
import { requires } from '../../../web/access.ts'
import { date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const destructionForm = form(
  text('first_witness', LONGEST.name),
  text('second_witness', LONGEST.name),
  date('destroyed_on'),
  mustTick('sure'),
)

export function recordRoutes(router: Router): void {
  router.get('/kontor/valg/:id/protokol', requires('elections.read'), showRecord)
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
    destructionForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, destructionForm, {
        act: (typed) => recordDestruction(req.db, officialOf(req), id, typed),
        again: (shown) => showAfter(req, res, shown),
        done: () => paths.electionAfter(id),
        notice: 'elections.after.destroyed_notice',
      })
    },
  )
}

async function showRecord(req: ElectionRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const records = await listRecords(req.db, election.id)
  const faults = records.length > 0 ? (await verifyRecord(req.db, election.id)).faults : []
  showPage(req, res, 'record/record', recordPage(readerOf(req), election, { records, faults }))
}

async function showAfter(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const page = afterPage(readerOf(req), election, {
    record: await findRecord(req.db, election.id),
    erasure: await findErasure(req.db, election.id),
    destruction: await findDestruction(req.db, election.id),
  })
  showPage(req, res, 'record/after', page, shown)
}
