import type { Response, Router } from 'express'
import { decideComplaint, registerComplaint } from '../../../../models/elections/complaints/complaints.ts'
import type { ComplaintForm, DecisionForm } from '../../../../models/elections/complaints/complaints.ts'
import { COMPLAINT_OUTCOMES } from '../../../../models/rules/elections/complaint_period.ts'
import { requires } from '../../../web/access.ts'
import { choice, date, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showComplaint, showComplaints, showNewComplaint, type ComplaintRequest } from './pages.ts'
import { officialOf, type ElectionRequest } from '../shared.ts'

/** Complaints over an election: written down, read by the board, decided. */
export function complaintRoutes(router: Router): void {
  router.get('/kontor/valg/:id/klager', requires('elections.read'), (req: ElectionRequest, res) =>
    showComplaints(req, res),
  )
  router.get('/kontor/valg/:id/klager/ny', requires('elections.plan'), (req: ElectionRequest, res) =>
    showNewComplaint(req, res),
  )
  router.post(
    '/kontor/valg/:id/klager/ny',
    requires('elections.plan'),
    date('received_on'),
    text('received_by', LONGEST.name),
    text('complainant', LONGEST.name),
    text('text', LONGEST.text),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<ComplaintForm, unknown>(req, res, {
        act: (form) => registerComplaint(req.db, officialOf(req), id, form),
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
    choice('outcome', COMPLAINT_OUTCOMES),
    text('decided_by', LONGEST.name),
    date('decided_on'),
    text('reason', LONGEST.text),
    mustTick('sure'),
    async (req: ComplaintRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const complaint = idFrom(req.params.complaint)
      await submit<DecisionForm, { outcome: DecisionForm['outcome'] }>(req, res, {
        act: (form) => decideComplaint(req.db, officialOf(req), id, complaint, form),
        again: (shown) => showComplaint(req, res, shown),
        done: ({ outcome }) => (outcome === 'dismissed' ? paths.complaints(id) : paths.election(id)),
        notice: 'elections.complaint.done',
      })
    },
  )
}
