/** The pages of tasks and search that the office builds. */

export { bodyHit, electionHit, meetingHit, personHit, seatHit } from './search.page.ts'
export { todoPage } from './todo.page.ts'
