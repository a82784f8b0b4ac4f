import express, { type Request, type Response, type Router } from 'express'
import { markAttendance, type MarkForm } from '../../../models/meetings/attendance.ts'
import { changeMeeting, planMeeting, type MeetingForm } from '../../../models/meetings/meetings.ts'
import type { AttendanceStatus } from '../../../models/meetings/tables.ts'
import { requires } from '../../web/access.ts'
import {
  choice,
  chosenId,
  date,
  LONGEST,
  optionalDate,
  optionalText,
  text,
  ticked,
  time,
} from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { attendancePage, meetingPage, STATUSES } from './attendance_pages.ts'
import { meetingsPage, newMeetingPage, oldMeetingPage } from './pages.ts'

type MeetingRequest = Request<{ id: string }>

const meetingFields = [
  text('title', LONGEST.name),
  date('held_on'),
  time('starts_at'),
  text('place'),
  ticked('extraordinary'),
  optionalText('asked_by'),
  optionalDate('asked_on'),
]

/** Meetings: planned, listed, and who was there. */
export function meetingRoutes(): Router {
  const router = express.Router()
  router.get(paths.meetings, requires('meetings.read'), async (req: Request, res: Response) => {
    const page = await meetingsPage(req)
    show(req, res, 'office/meetings/list', { title: req.t('meetings.heading'), layout: 'office', page })
  })
  router.get(paths.newMeeting, requires('meetings.plan'), (req: Request, res: Response) =>
    showNewMeeting(req, res),
  )
  router.post(
    paths.newMeeting,
    requires('meetings.plan'),
    ...meetingFields,
    async (req: Request, res: Response) => {
      await submit<MeetingForm, { id: number }>(req, res, {
        act: (form) => planMeeting(req.db, byOf(req), form),
        again: (shown) => showNewMeeting(req, res, shown),
        done: ({ id }) => paths.meeting(id),
        notice: 'meetings.planned',
      })
    },
  )
  router.get('/kontor/moeder/:id', requires('meetings.read'), async (req: MeetingRequest, res) => {
    const page = await meetingPage(req, idFrom(req.params.id))
    show(req, res, 'office/meetings/meeting', { title: page.meeting.title, layout: 'office', page })
  })
  router.get('/kontor/moeder/:id/ret', requires('meetings.plan'), (req: MeetingRequest, res) =>
    showOldMeeting(req, res),
  )
  router.post(
    '/kontor/moeder/:id/ret',
    requires('meetings.plan'),
    ...meetingFields,
    async (req: MeetingRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<MeetingForm, unknown>(req, res, {
        act: (form) => changeMeeting(req.db, byOf(req), id, form),
        again: (shown) => showOldMeeting(req, res, shown),
        done: () => paths.meeting(id),
        notice: 'meetings.changed',
      })
    },
  )
  attendanceRoutes(router)
  return router
}

interface TypedMark {
  membership_id: number
  status: AttendanceStatus | 'unknown'
}

function attendanceRoutes(router: Router): void {
  router.get('/kontor/moeder/:id/fremmoede', requires('meetings.attendance'), (req: MeetingRequest, res) =>
    showAttendance(req, res),
  )
  router.post(
    '/kontor/moeder/:id/fremmoede',
    requires('meetings.attendance'),
    chosenId('membership_id'),
    choice('status', [...STATUSES, 'unknown']),
    async (req: MeetingRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<TypedMark, { membershipId: number }>(req, res, {
        // No receipt: the same tap from a page left open must count again, since the last one to tap is right.
        act: (form) => markAttendance(req.db, { ...byOf(req), once: undefined }, id, asMark(form)),
        again: (shown) => showAttendance(req, res, shown),
        // Back to the row that was tapped: without JavaScript the page is loaded anew.
        done: ({ membershipId }) => `${paths.attendance(id)}#medlem-${membershipId}`,
      })
    },
  )
}

/** "Unknown" is the button that takes back what was written. */
function asMark(form: TypedMark): MarkForm {
  return { membership_id: form.membership_id, status: form.status === 'unknown' ? undefined : form.status }
}

async function showNewMeeting(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await newMeetingPage(req)
  show(req, res, 'office/meetings/form', { title: page.heading, layout: 'office', page, ...shown })
}

async function showOldMeeting(req: MeetingRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await oldMeetingPage(req, idFrom(req.params.id))
  show(req, res, 'office/meetings/form', { title: page.heading, layout: 'office', page, ...shown })
}

async function showAttendance(req: MeetingRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await attendancePage(req, idFrom(req.params.id))
  show(req, res, 'office/meetings/attendance', {
    title: req.t('attendance.heading'),
    layout: 'office',
    page,
    ...shown,
  })
}
