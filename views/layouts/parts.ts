import type { Markup } from '../locals.ts'

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

export interface BoothFrame {
  looks: { size: 0 | 1 | 2; contrast: boolean }
  refresh?: { seconds: number; href: string } | undefined
}
