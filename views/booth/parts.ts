import type { Card, VotingScreen } from './screen.ts'
import type { CandidacyId } from '../../models/core/ids.ts'

export interface FacePart {
  options: Pick<Card, 'photo' | 'symbol'>
}

export interface FormPart {
  page: Pick<VotingScreen, 'release' | 'looks'>
  options: {
    at?: 'ballot' | 'confirm'
    marks?: readonly CandidacyId[]
    blank?: boolean
    screen?: number
  }
}

export interface ToolsPart {
  page: Pick<VotingScreen, 'looks'>
}
