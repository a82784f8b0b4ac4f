import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { callOffPage } from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits } from '../../../web/index.ts'
import { date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'

const callOffForm = form(
  text('decided_by', LONGEST.name),
  date('decided_on', 'past'),
  text('reason', LONGEST.text),
  mustTick('sure'),
)

export function callOffRoutes(router: Router): void {
  const path = '/kontor/valg/:id/aflysning'
  router.get(path, requires('elections.plan'), shows(showCallOff))
  router.post(
    path,
    requires('elections.plan'),
    submits(callOffForm, {
      act: (req, typed) => elections.callOff(req.db, officialOf(req), electionId(req), typed),
      again: showCallOff,
      done: (req) => paths.election(electionId(req)),
      notice: 'elections.call_off.done',
    }),
  )
}

async function showCallOff(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = {
    printed: await elections.printedCopies(req.db, election),
    roll: await elections.countRoll(req.db, election.id),
    callOff: await elections.findCallOff(req.db, election.id),
  }
  showPage(req, res, 'planning/call_off', callOffPage(readerOf(req), election, rows), again)
}
