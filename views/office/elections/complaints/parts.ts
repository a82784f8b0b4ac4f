import type { ShownComplaint } from './complaints.page.ts'

/** What each part of this folder takes. */

export interface ComplaintPart {
  options: { complaint: ShownComplaint }
}
