/** What the routes use of insight, erasing and the log. */

export { type Due, listDue, RETENTION_RULES } from './due.ts'
export { listDuePeople } from './due_people.ts'
export { listErasuresOf } from './erasures.ts'
export { keepHouse, listRounds } from './housekeeping.ts'
export { collectInsight, getOwnPhoto } from './insight/insight.ts'
export { nameSubjects } from './log_subjects.ts'
export { eraseOnRequest, previewErasure } from './people.ts'
export { personLife } from './person_life.ts'
