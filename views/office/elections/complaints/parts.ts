import type { ShownComplaint } from './complaints.page.ts'

export interface ComplaintPart {
  options: { complaint: ShownComplaint }
}
