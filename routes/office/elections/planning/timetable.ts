import type { Response, Router } from 'express'
import { callAgain, changeTimetable } from '../../../../models/elections/planning/planning.ts'
import { listSittings } from '../../../../models/elections/planning/sittings.ts'
import { callAgainPage } from '../../../../views/office/elections/planning/call_again.page.ts'
import { planPage } from '../../../../views/office/elections/planning/plan.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { date, form, optionalDate } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import { asksProposal, proposal, type Proposal } from './proposal.ts'
import { timetableFields, timetableFrom } from './sittings.ts'

const planForm = form(optionalDate('candidates_by'), ...timetableFields)

const callAgainForm = form(date('candidates_by'), ...timetableFields)

export function timetableRoutes(router: Router): void {
  router.get('/kontor/valg/:id/plan', requires('elections.plan'), (req: ElectionRequest, res) =>
    showPlan(req, res),
  )
  router.post(
    '/kontor/valg/:id/plan',
    requires('elections.plan'),
    planForm,
    async (req: ElectionRequest, res: Response) => {
      if (asksProposal(req)) {
        await showPlan(req, res, await proposal(req))
        return
      }
      await submit(req, res, planForm, {
        act: ({ candidates_by, ...form }) =>
          changeTimetable(req.db, officialOf(req), idFrom(req.params.id), {
            ...timetableFrom(form),
            candidates_by,
          }),
        again: (shown) => showPlan(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.plan.done',
      })
    },
  )
  callAgainRoutes(router)
}

async function showPlan(req: ElectionRequest, res: Response, again: Proposal = {}): Promise<void> {
  const election = await electionOf(req)
  const { days, ...shown } = again
  const sittings = await listSittings(req.db, election)
  showPage(req, res, 'planning/plan', planPage(readerOf(req), election, sittings, days), shown)
}

function callAgainRoutes(router: Router): void {
  router.get('/kontor/valg/:id/ny-indkaldelse', requires('elections.plan'), (req: ElectionRequest, res) =>
    showCallAgain(req, res),
  )
  router.post(
    '/kontor/valg/:id/ny-indkaldelse',
    requires('elections.plan'),
    callAgainForm,
    async (req: ElectionRequest, res: Response) => {
      if (asksProposal(req)) {
        await showCallAgain(req, res, await proposal(req))
        return
      }
      await submit(req, res, callAgainForm, {
        act: ({ candidates_by, ...form }) =>
          callAgain(req.db, officialOf(req), idFrom(req.params.id), {
            ...timetableFrom(form),
            candidates_by,
          }),
        again: (shown) => showCallAgain(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.call_again.done',
      })
    },
  )
}

async function showCallAgain(req: ElectionRequest, res: Response, again: Proposal = {}): Promise<void> {
  const election = await electionOf(req)
  const { days, ...shown } = again
  const sittings = await listSittings(req.db, election)
  showPage(req, res, 'planning/call_again', callAgainPage(readerOf(req), election, sittings, days), shown)
}
