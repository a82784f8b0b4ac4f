import type { Markup } from '../locals.ts'

/** What each door's frame takes. */

export interface PublicPart {
  body: Markup
}

export interface OfficePart {
  body: Markup
}

export interface BoothPart {
  body: Markup
  page: BoothFrame
}

/** How the voter wants to see the screen, and what the screen does by itself. */
export interface BoothFrame {
  looks: { size: 0 | 1 | 2; contrast: boolean }
  refresh?: { seconds: number; href: string } | undefined
}
