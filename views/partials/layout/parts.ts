import type { Markup } from '../../locals.ts'

export interface BrandPart {
  options: { href: string }
}

export interface MainPart {
  body: Markup
}

export interface NavPart {
  options: {
    label: string
    links: readonly { href: string; text: string; current: boolean }[]
    /** A menu to open on a narrow screen, for a long list. */
    collapse?: boolean
  }
}
