import type { IsoDate, Locale } from '../../../models/core/dates.ts'
import type { CandidacyId } from '../../../models/core/ids.ts'
import type { InsightSectionKey } from '../../../models/privacy/insight/sections.ts'
import type { Typed } from '../../partials/parts.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { ensureRoom, frame, inside, mark, space, type Paper } from '../kit/paper.ts'
import { makeDocument } from '../kit/document.ts'
import { drawPortrait, emblem } from '../kit/figures.ts'
import { table } from '../kit/table.ts'
import { facts, heading, list, paragraph, roomBelowHeading } from '../kit/text.ts'

/** The page office/register/insight and the PDF are both made of it. */
export interface InsightPage {
  title: string
  made_on: IsoDate
  made: string
  lead: string
  council: string
  contact: string
  rights: string[]
  sections: InsightSection[]
  /** What is left out, and why. */
  left_out: string[]
}

export interface InsightSection {
  key: InsightSectionKey
  heading: string
  /** Where it comes from, and why it is kept. */
  why: string[]
  things: InsightThing[]
  rows: InsightRow[]
  /** Shown when there is nothing else. */
  empty: string | null
}

export type InsightFact = readonly [label: string, value: string | Typed]

/** One of several: a seat, an election, an account. */
export interface InsightThing {
  heading: string | null
  facts: InsightFact[]
  photo?: { candidacy: CandidacyId; jpeg: Buffer; alt: string }
}

export interface InsightRow {
  day: string
  who: string
  what: string
}

/** A tagged PDF in the language of the page, to be handed over. */
export function insightPaper(page: InsightPage, t: Translate, lang: Locale): Promise<Buffer> {
  const { title, made_on: date, council } = page
  const about = { title, lang, date, t, margin: 54, foot: [council, title] }
  return makeDocument(about, (paper) => {
    writeCover(paper, page)
    for (const section of page.sections) inside(paper, 'Sect', () => writeSection(paper, section))
    inside(paper, 'Sect', () => {
      heading(paper, 2, t('insight.left_out_heading'))
      list(paper, page.left_out)
    })
  })
}

function writeCover(
  paper: Paper,
  { council, title, made, lead, contact, rights, sections }: InsightPage,
): void {
  const { pdf, t } = paper
  const { left, top } = frame(paper)
  emblem(paper, { left, top, side: 28 })
  pdf.y = top + 6
  paragraph(paper, council, { size: 11, weight: 'medium', indent: 38 })
  pdf.y = top + 44
  heading(paper, 1, title, { after: 4 })
  paragraph(paper, made, { size: 11, weight: 'medium' })
  paragraph(paper, lead)
  paragraph(paper, contact)
  for (const right of rights) paragraph(paper, right, { after: 3 })
  space(paper, 6)
  heading(paper, 2, t('insight.contents'), { size: 12 })
  list(paper, [...sections.map((section) => section.heading), t('insight.left_out_heading')], { after: 1 })
  space(paper, 6)
}

function writeSection(paper: Paper, { heading: title, why, things, rows, empty }: InsightSection): void {
  const { t } = paper
  // What follows the heading begins below the two lines about where it comes from.
  ensureRoom(paper, roomBelowHeading(paper) + HEAD)
  heading(paper, 2, title)
  for (const line of why) paragraph(paper, line, { size: 9, after: 3 })
  space(paper, 3)
  if (empty !== null) paragraph(paper, empty)
  for (const thing of things) writeThing(paper, thing)
  if (rows.length === 0) return
  const columns = [
    { heading: t('insight.log.day'), share: 2.2 },
    { heading: t('insight.log.who'), share: 2.4 },
    { heading: t('insight.log.what'), share: 5.4 },
  ]
  table(
    paper,
    columns,
    rows.map(({ day, who, what }) => [day, who, what]),
    { size: 9, pad: 3, rowHeadings: false },
  )
  space(paper, 8)
}

function asText([label, value]: InsightFact): readonly [string, string] {
  return [label, typeof value === 'string' ? value : value.typed]
}

/** The height of a heading with the lines that say where its part comes from. */
const HEAD = 80

function writeThing(paper: Paper, { heading: title, facts: lines, photo }: InsightThing): void {
  if (title !== null) heading(paper, 3, title, { after: 3 })
  facts(paper, lines.map(asText), { size: 9.5, nameWidth: 170, after: 3 })
  if (photo) writePhoto(paper, photo)
  space(paper, 5)
}

const PHOTO = 90

function writePhoto(paper: Paper, { jpeg, alt }: NonNullable<InsightThing['photo']>): void {
  const { pdf } = paper
  ensureRoom(paper, PHOTO + 8)
  const { left } = frame(paper)
  const top = pdf.y
  const bbox: [number, number, number, number] = [left, top, left + PHOTO, top + PHOTO]
  mark(paper, 'Figure', () => drawPortrait(paper, { jpeg }, { left, top, side: PHOTO }), { alt, bbox })
  pdf.y = top + PHOTO + 8
}
