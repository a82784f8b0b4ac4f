import type { Card, VotingScreen } from './screen.ts'

export interface FacePart {
  options: Pick<Card, 'photo' | 'symbol'>
}

export interface FormPart {
  page: Pick<VotingScreen, 'release' | 'looks'>
  options: {
    at?: 'ballot' | 'confirm'
    marks?: readonly number[]
    blank?: boolean
    screen?: number
  }
}

export interface ToolsPart {
  page: Pick<VotingScreen, 'looks'>
}
