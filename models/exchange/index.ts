/** What the routes use of import, export and open data. */

export { csvLine, csvOf, excelOf } from './export/files.ts'
export { historySheet, rosterSheet, SHEET_COLUMNS } from './export/sheets.ts'
export { contactCards } from './export/vcards.ts'
export {
  answerDraft,
  discardDraft,
  getImport,
  listImports,
  openDraft,
  planDraft,
  readAnswers,
  readLines,
  storedCounts,
} from './import/imports.ts'
export { beginStoring, findJobState } from './import/jobs.ts'
export { countsOf, type ImportCounts, requireReady } from './import/plan/counts.ts'
export type { ImportPlan } from './import/plan/plan.ts'
export { COLUMN_NAMES, COLUMNS } from './import/plan/table.ts'
export { progressOf } from './import/progress.ts'
export { holdsUpOthers, tryImport, type Words } from './import/storing.ts'
export type { ImportRow } from './import/tables.ts'
export { builtOn, undoImport } from './import/undoing.ts'
export { calendarOf } from './open_data/calendar.ts'
export { danishMoment } from './open_data/danish_time.ts'
export { newestAct, recentAct } from './open_data/newest_act.ts'
export {
  openElectionInFull,
  openElections,
  openMemberships,
  openRoster,
  openSeats,
  openStatutes,
  openStatutesVersion,
} from './open_data/open_data.ts'
export { popoloOf } from './open_data/popolo.ts'
