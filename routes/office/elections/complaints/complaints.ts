import type { Request, Response, Router } from 'express'
import { canOf } from '../../../../models/accounts/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { complaintNewPage, complaintPage, complaintsPage } from '../../../../views/office/elections/index.ts'
import { idFrom, paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import { choice, date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'

type ComplaintRequest = Request<{ id: string; complaint: string }>

const complaintForm = form(
  date('received_on', 'past'),
  text('received_by', LONGEST.name),
  text('complainant', LONGEST.name),
  text('text', LONGEST.text),
)

const decisionForm = form(
  choice('outcome', elections.COMPLAINT_OUTCOMES),
  text('decided_by', LONGEST.name),
  date('decided_on', 'past'),
  text('reason', LONGEST.text),
  mustTick('sure'),
)

export function complaintRoutes(router: Router): void {
  router.get('/kontor/valg/:id/klager', requires('elections.read'), showComplaints)
  router.get('/kontor/valg/:id/klager/ny', requires('elections.plan'), shows(showNewComplaint))
  router.post(
    '/kontor/valg/:id/klager/ny',
    requires('elections.plan'),
    submits(complaintForm, {
      act: (req, form) => elections.registerComplaint(req.db, officialOf(req), electionId(req), form),
      again: showNewComplaint,
      done: (req) => paths.complaints(electionId(req)),
      notice: 'elections.complaint_new.done',
    }),
  )
  router.get('/kontor/valg/:id/klager/:complaint', requires('elections.read'), shows(showComplaint))
  router.post(
    '/kontor/valg/:id/klager/:complaint',
    requires('elections.plan'),
    submits(decisionForm, {
      act: (req, form) =>
        elections.decideComplaint(
          req.db,
          officialOf(req),
          electionId(req),
          idFrom('complaint', req.params.complaint),
          form,
        ),
      again: showComplaint,
      done: (req, { outcome }) =>
        outcome === 'dismissed' ? paths.complaints(electionId(req)) : paths.election(electionId(req)),
      notice: 'elections.complaint.done',
    }),
  )
}

async function showComplaints(req: ElectionRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const complaints = await elections.listComplaints(req.db, election.id)
  const page = complaintsPage(readerOf(req), election, complaints, await rowsFor(req, election))
  showPage(req, res, 'complaints/complaints', page)
}

async function showNewComplaint(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const page = complaintNewPage(readerOf(req), await electionOf(req), userOf(req).name)
  showPage(req, res, 'complaints/complaint_new', page, again)
}

async function showComplaint(req: ComplaintRequest, res: Response, again: Shown = {}): Promise<void> {
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
