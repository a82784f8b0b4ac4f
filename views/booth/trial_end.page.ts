import type { Screen } from './screen.ts'

export type TrialEndPage = Screen
