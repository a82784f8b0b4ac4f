import type { Card, VotingScreen } from './screen.ts'

/** What each part of this folder takes. */

export interface FacePart {
  options: Pick<Card, 'photo' | 'symbol'>
}

export interface FormPart {
  page: Pick<VotingScreen, 'release' | 'looks'>
  options: {
    /** The screen that the form stands on. */
    at?: 'ballot' | 'confirm'
    marks?: readonly number[]
    blank?: boolean
    screen?: number
  }
}

export interface ToolsPart {
  page: Pick<VotingScreen, 'looks'>
}
