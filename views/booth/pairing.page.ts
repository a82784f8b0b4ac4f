import type { Screen } from './screen.ts'

export type PairingPage = Screen
