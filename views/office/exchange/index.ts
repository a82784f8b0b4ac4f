/** The pages of import and export that the office builds. */

export { answersIn } from './answers.ts'
export type { Draft } from './draft.ts'
export { exchangePage } from './exchange.page.ts'
export { EXPORT_FILES, type ExportFile } from './export_files.ts'
export { importPage, type Storing, storingPage } from './import.page.ts'
export { undoPage } from './undo.page.ts'
