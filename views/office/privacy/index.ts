/** The pages of insight, erasing and the log that the office builds. */

export { erasurePage } from './erasure.page.ts'
export { insightPage, type InsightSource, insightText } from './insight.page.ts'
export { LINES, logPage } from './log.page.ts'
export { retentionPage, type Waiting } from './retention.page.ts'
