/** The pages of meetings that the office builds. */

export { attendancePage } from './attendance.page.ts'
export { meetingPage } from './meeting.page.ts'
export { changedMeetingPage, type FormRules, newMeetingPage } from './meeting_form.page.ts'
export { meetingsPage } from './meetings.page.ts'
