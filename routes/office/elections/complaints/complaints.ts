import type { Request, Response, Router } from 'express'
import { canOf } from '../../../../models/accounts/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { complaintNewPage, complaintPage, complaintsPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit, userOf } from '../../../web/index.ts'
import { choice, date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

type ComplaintRequest = Request<{ id: string; complaint: string }>

const complaintForm = form(
  date('received_on'),
  text('received_by', LONGEST.name),
  text('complainant', LONGEST.name),
  text('text', LONGEST.text),
)

const decisionForm = form(
  choice('outcome', elections.COMPLAINT_OUTCOMES),
  text('decided_by', LONGEST.name),
  date('decided_on'),
  text('reason', LONGEST.text),
  mustTick('sure'),
)

export function complaintRoutes(router: Router): void {
  router.get('/kontor/valg/:id/klager', requires('elections.read'), showComplaints)
  router.get('/kontor/valg/:id/klager/ny', requires('elections.plan'), (req: ElectionRequest, res) =>
    showNewComplaint(req, res),
  )
  router.post(
    '/kontor/valg/:id/klager/ny',
    requires('elections.plan'),
    complaintForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, complaintForm, {
        act: (form) => elections.registerComplaint(req.db, officialOf(req), id, form),
        again: (shown) => showNewComplaint(req, res, shown),
        done: () => paths.complaints(id),
        notice: 'elections.complaint_new.done',
      })
    },
  )
  router.get(
    '/kontor/valg/:id/klager/:complaint',
    requires('elections.read'),
    (req: ComplaintRequest, res: Response) => showComplaint(req, res),
  )
  router.post(
    '/kontor/valg/:id/klager/:complaint',
    requires('elections.plan'),
    decisionForm,
    async (req: ComplaintRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      const complaint = idFrom('complaint', req.params.complaint)
      await submit(req, res, decisionForm, {
        act: (form) => elections.decideComplaint(req.db, officialOf(req), id, complaint, form),
        again: (shown) => showComplaint(req, res, shown),
        done: ({ outcome }) => (outcome === 'dismissed' ? paths.complaints(id) : paths.election(id)),
        notice: 'elections.complaint.done',
      })
    },
  )
}

async function showComplaints(req: ElectionRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const complaints = await elections.listComplaints(req.db, election.id)
  const page = complaintsPage(readerOf(req), election, complaints, await rowsFor(req, election))
  showPage(req, res, 'complaints/complaints', page)
}

async function showNewComplaint(
  req: ElectionRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const page = complaintNewPage(readerOf(req), await electionOf(req), userOf(req).name)
  showPage(req, res, 'complaints/complaint_new', page, again)
}

async function showComplaint(
  req: ComplaintRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const complaint = await elections.getComplaint(
    req.db,
    election.id,
    idFrom('complaint', req.params.complaint),
  )
  const page = complaintPage(readerOf(req), election, complaint, await rowsFor(req, election))
  showPage(req, res, 'complaints/complaint', page, again)
}

async function rowsFor(req: Request, election: elections.Election) {
  return {
    readsText: await mayReadText(req, election),
    corrections: await elections.correctionsSoFar(req.db, election),
    candidacies: await elections.listCandidacies(req.db, election.id),
  }
}

/** The electoral board, auditors and those who decide about complaints may read the text. */
async function mayReadText(req: Request, election: elections.Election): Promise<boolean> {
  const user = userOf(req)
  const can = canOf(user)
  if (can['elections.plan'] || can['audit.read']) return true
  return elections.sitsOn(await elections.listBoard(req.db, election.id), user)
}
