/** What the routes use of meetings, attendance and quorum. */

export { findLongAbsent } from './absences.ts'
export { getAttendance, markAttendance, markRestPresent, type MarkForm } from './attendance.ts'
export {
  changeMeeting,
  findLatestMeeting,
  getMeeting,
  listComingMeetings,
  listHeldMeetings,
  planMeeting,
} from './meetings.ts'
export { ATTENDANCE_STATUSES, type MeetingRow } from './tables.ts'
export { findVacantChair, listChairItems, placeChairItem } from './vacant_chair.ts'
