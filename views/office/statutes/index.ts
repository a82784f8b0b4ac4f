/** The pages of the statutes that the office builds. */

export { hiddenFields } from './hidden_fields.ts'
export { previewPage } from './preview.page.ts'
export { rulePage } from './rule.page.ts'
export { rulesPage } from './rules.page.ts'
export { chosenRules, fieldName, severalPage, typedFor } from './several.page.ts'
export { problemLines, uploadPage } from './upload.page.ts'
export type { Asked } from './values/asked.ts'
export { valueForm } from './values/rule_values.ts'
export { versionPreviewPage, type VersionPreviewPage } from './version_preview.page.ts'
