import type { DifferencesPage } from './differences_page.ts'
import type { TimelinePage } from './timeline_page.ts'

export interface DifferencesPart {
  page: DifferencesPage
}

export interface TimelinePart {
  page: TimelinePage
}

export interface TimelinePicturePart {
  page: TimelinePage & { drawing: NonNullable<TimelinePage['drawing']> }
}
