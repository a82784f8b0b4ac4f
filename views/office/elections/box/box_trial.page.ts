import type { KeyPage } from './key.ts'

export type BoxTrialPage = KeyPage
