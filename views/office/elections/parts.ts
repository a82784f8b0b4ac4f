import type { FormPageTopPart } from '../../partials/form/parts.ts'
import type { ElectionHead } from './head.ts'
import type { Next } from './next.ts'

export interface NextPart {
  options: { next: Next; head: ElectionHead }
}

export interface TopPart extends FormPageTopPart {
  page?: { head?: ElectionHead }
}
