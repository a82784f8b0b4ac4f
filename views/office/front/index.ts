/** The pages of tasks and search that the office builds. */

export { bodyHit, electionHit, meetingHit, personHit, seatHit } from './search.page.ts'
export { todoPage } from './todo.page.ts'
export { ownRemindersPage } from './own_reminders.page.ts'
export { placeSheetsPage } from './place_sheets.page.ts'
export { reminderMail } from './reminder.ts'
