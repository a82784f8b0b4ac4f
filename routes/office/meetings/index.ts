import express, { type Request, type Response, type Router } from 'express'
import * as meetings from '../../../models/meetings/index.ts'
import { getStatutesVersion, statutesOn } from '../../../models/statutes/index.ts'
import * as meetingsPages from '../../../views/office/meetings/index.ts'
import {
  byOf,
  dayFrom,
  idIn,
  paths,
  readerOf,
  requires,
  show,
  type Shown,
  shows,
  submits,
} from '../../web/index.ts'
import * as fields from '../../web/fields.ts'

type MeetingRequest = Request<{ id: string }>
const meetingId = idIn('meeting')

/** A new meeting is to come; one that is changed may have been held. */
const [newForm, changedForm] = [meetingForm('coming'), meetingForm('nearest')]

function meetingForm(meant: 'coming' | 'nearest') {
  return fields.form(
    fields.text('title', fields.LONGEST.name),
    fields.date('held_on', meant),
    fields.time('starts_at'),
    fields.text('place'),
    fields.ticked('extraordinary'),
    fields.optionalText('asked_by'),
    fields.optionalDate('asked_on', 'past'),
  )
}

const markForm = fields.form(
  fields.chosenId('membership_id'),
  fields.choice('status', [...meetings.ATTENDANCE_STATUSES, 'unknown']),
)

export function meetingRoutes(): Router {
  const router = express.Router()
  router.get(paths.meetings, requires('meetings.read'), showMeetings)
  router.get(paths.newMeeting, requires('meetings.plan'), shows(showNewMeeting))
  router.post(
    paths.newMeeting,
    requires('meetings.plan'),
    submits(newForm, {
      act: (req, typed) => meetings.planMeeting(req.db, byOf(req), typed),
      again: showNewMeeting,
      done: (_req, { id }) => paths.meeting(id),
      notice: 'meetings.planned',
    }),
  )
  router.get('/kontor/moeder/:id', requires('meetings.read'), showMeeting)
  router.get('/kontor/moeder/:id/ret', requires('meetings.plan'), shows(showChangedMeeting))
  router.post(
    '/kontor/moeder/:id/ret',
    requires('meetings.plan'),
    submits(changedForm, {
      act: (req, typed) => meetings.changeMeeting(req.db, byOf(req), meetingId(req), typed),
      again: showChangedMeeting,
      done: (req) => paths.meeting(meetingId(req)),
      notice: 'meetings.changed',
    }),
  )
  attendanceRoutes(router)
  return router
}

function attendanceRoutes(router: Router): void {
  router.get('/kontor/moeder/:id/fremmoede', requires('meetings.attendance'), shows(showAttendance))
  router.post(
    '/kontor/moeder/:id/fremmoede',
    requires('meetings.attendance'),
    submits(markForm, {
      // No receipt: the same tap from a page left open must count again, since the last tap is right.
      act: (req, typed) =>
        meetings.markAttendance(req.db, { ...byOf(req), once: undefined }, meetingId(req), markFrom(typed)),
      again: showAttendance,
      // Back to the row of the tap: without JavaScript the page is loaded anew.
      done: (req, { membershipId }) => `${paths.attendance(meetingId(req))}#medlem-${membershipId}`,
    }),
  )
  router.post(
    '/kontor/moeder/:id/fremmoede/resten',
    requires('meetings.attendance'),
    submits(fields.form(), {
      act: (req) => meetings.markRestPresent(req.db, byOf(req), meetingId(req)),
      again: showAttendance,
      done: (req) => paths.attendance(meetingId(req)),
    }),
  )
}

/** "Unknown" takes back what was written. */
function markFrom({ membership_id, status }: fields.FormOf<typeof markForm>): meetings.MarkForm {
  return { membership_id, status: status === 'unknown' ? undefined : status }
}

async function showMeetings(req: Request, res: Response): Promise<void> {
  const today = req.clock.today()
  const { statutes } = await statutesOn(req.db, today)
  const page = meetingsPages.meetingsPage(readerOf(req), statutes.rules, {
    coming: await meetings.listComingMeetings(req.db, today),
    held: await meetings.listHeldMeetings(req.db, today),
  })
  show(req, res, 'office/meetings/meetings', { title: req.t('meetings.heading'), page })
}

async function showMeeting(req: MeetingRequest, res: Response): Promise<void> {
  const id = meetingId(req)
  const attendance = await meetings.getAttendance(req.db, id)
  const page = meetingsPages.meetingPage(readerOf(req), attendance, await meetings.listChairItems(req.db, id))
  show(req, res, 'office/meetings/meeting', { title: page.title, page })
}

async function showNewMeeting(req: Request, res: Response, shown: Shown = {}): Promise<void> {
  const page = meetingsPages.newMeetingPage(readerOf(req), await rulesFor(req), {
    latest: await meetings.findLatestMeeting(req.db),
    constituting: req.query.slags === 'konstituerende',
  })
  show(req, res, 'office/meetings/meeting_form', { title: page.heading, page, ...shown })
}

async function showChangedMeeting(req: MeetingRequest, res: Response, shown: Shown = {}): Promise<void> {
  const meeting = await meetings.getMeeting(req.db, meetingId(req))
  const page = meetingsPages.changedMeetingPage(readerOf(req), await rulesFor(req, meeting), meeting)
  show(req, res, 'office/meetings/meeting_form', { title: page.heading, page, ...shown })
}

/** The rules of the typed day; for the meeting's stored day, those of the version that it keeps. */
async function rulesFor(
  req: Request | MeetingRequest,
  meeting?: meetings.MeetingRow,
): Promise<meetingsPages.FormRules> {
  const today = req.clock.today()
  const day = dayFrom(req, req.typed.held_on, meeting ? 'nearest' : 'coming')
  const onDay =
    meeting && (day ?? meeting.held_on) === meeting.held_on
      ? await getStatutesVersion(req.db, meeting.statutes_version_id)
      : await statutesOn(req.db, day ?? today)
  return { today: (await statutesOn(req.db, today)).statutes.rules, onDay: onDay.statutes.rules }
}

async function showAttendance(req: MeetingRequest, res: Response, shown: Shown = {}): Promise<void> {
  const page = meetingsPages.attendancePage(
    readerOf(req),
    await meetings.getAttendance(req.db, meetingId(req)),
  )
  show(req, res, 'office/meetings/attendance', { title: req.t('attendance.heading'), page, ...shown })
}
