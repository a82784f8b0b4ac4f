import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { callOffPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit } from '../../../web/index.ts'
import { date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const callOffForm = form(
  text('decided_by', LONGEST.name),
  date('decided_on'),
  text('reason', LONGEST.text),
  mustTick('sure'),
)

export function callOffRoutes(router: Router): void {
  const path = '/kontor/valg/:id/aflysning'
  router.get(path, requires('elections.plan'), (req: ElectionRequest, res) => showCallOff(req, res))
  router.post(path, requires('elections.plan'), callOffForm, async (req: ElectionRequest, res: Response) => {
    const id = idFrom('election', req.params.id)
    await submit(req, res, callOffForm, {
      act: (typed) => elections.callOff(req.db, officialOf(req), id, typed),
      again: (shown) => showCallOff(req, res, shown),
      done: () => paths.election(id),
      notice: 'elections.call_off.done',
    })
  })
}

async function showCallOff(req: ElectionRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = {
    printed: await elections.printedCopies(req.db, election),
    roll: await elections.countRoll(req.db, election.id),
    callOff: await elections.findCallOff(req.db, election.id),
  }
  showPage(req, res, 'planning/call_off', callOffPage(readerOf(req), election, rows), again)
}
