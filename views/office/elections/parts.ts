import type { FormPageTopPart } from '../../partials/form/parts.ts'
import type { ElectionHead } from './head.ts'
import type { Next } from './next.ts'

/** What each part of this folder takes. */

export interface NextPart {
  options: { next: Next; head: ElectionHead }
}

/** A page about one election names it, and leads back to it. */
export interface TopPart extends FormPageTopPart {
  page?: { head?: ElectionHead }
}
