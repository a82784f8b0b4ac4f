import type { AsOf } from '../as_of.ts'

/** `AlertPart` is what alert.ejs takes, and so on. */

export interface LinkTo {
  href: string
  text: string
}

export type Tone = 'info' | 'success' | 'warning' | 'error'

export interface AlertPart {
  options: {
    variant: Tone
    heading?: string | undefined
    text?: string | readonly string[] | undefined
    link?: LinkTo | undefined
    level?: 2 | 3 | 4
    /** Read aloud at once. */
    live?: boolean
  }
}

export interface AsOfPart {
  options: AsOf & {
    label?: string
    todayText?: string
    /** Another page about the same day. */
    more?: LinkTo | undefined
  }
}

export interface AtSlashesPart {
  options: { text: string }
}

export interface BackLinkPart {
  options: { href: string; text?: string | undefined }
}

export interface ButtonLinkPart {
  options: LinkTo & { secondary?: boolean }
}

export interface ContactPart {
  page: { phone: string | null; email: string | null }
}

export interface EmptyStatePart {
  options: { heading?: string; text: string; action?: LinkTo | undefined }
}

/** What people have typed, in Danish whatever the language of the page. */
export interface Typed {
  typed: string
}

export interface Fact {
  label: string
  value: string | Typed | readonly (string | Typed)[]
  /** Where the fact can be changed, behind the word "Ret" unless `linkText` says otherwise. */
  href?: string | null | undefined
  linkText?: string
  tag?: { text: string; variant?: Tone } | undefined
}

export interface StructuredListPart {
  options: { rows: readonly Fact[] }
}

export type Cell =
  | string
  | number
  | {
      text: string | number
      href?: string | null | undefined
      tag?: Tone | 'plain' | undefined
      strong?: boolean
    }

export interface TablePart {
  options: {
    id: string
    caption: string
    hideCaption?: boolean
    columns: readonly { text: string; number?: boolean }[]
    /** The first cell of a row is its header. */
    rows: readonly (readonly Cell[])[]
    foot?: readonly Cell[] | undefined
  }
}
