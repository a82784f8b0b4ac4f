import { formatDate, formatLongDate, type IsoDate, type Locale } from '../../../../models/core/dates.ts'
import type { ToldIncident } from '../../../../models/elections/incidents/incidents.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { Crosses } from '../../../../models/rules/elections/marks.ts'
import type { RuleValue } from '../../../../models/statutes/document.ts'
import type { ElectionRow } from '../../../../models/elections/tables.ts'
import { incidentLine } from '../../../partials/elections/incident_line.ts'
import { ruleSentence, type Translate } from '../../../partials/statutes/statutes_text.ts'
import { capital } from '../../../words.ts'
import { COLOURS, inside, space, type Paper, type PaperSize } from '../../kit/paper.ts'
import { block, headline, lead, makePoster, namesInColumns } from './poster.ts'
import { heading, paragraph } from '../../kit/text.ts'

export interface NoticePage {
  /** "Udsatterådet i Randers Kommune" */
  council: string
  area: string
  wording: 'på' | 'blandt brugere i'
  kind: ElectionRow['kind']
  means: ElectionRow['means']
  seats: number
  sittings: readonly Omit<Sitting, 'number'>[]
  candidates_by: IsoDate
  polling_on: IsoDate
  voters: RuleValue<'voters'>
  eligibility: RuleValue<'candidateEligibility'>
  minimumAge: RuleValue<'minimumAge'>
  crosses: Crosses
  complaintDays: RuleValue<'complaintDays'>
  /** In ballot order; empty until the list is approved. */
  candidates: readonly string[]
  /** The decision not to vote. */
  uncontested: { body: string; decided_on: IsoDate } | null
  unfilled: boolean
  /** The vote was stopped while polls were open. */
  isStopped: boolean
  /** The decision to call the election off. */
  calledOff: { body: string; decided_on: IsoDate } | null
  /** The polling day before it was moved; null when it was not. */
  movedFrom: IsoDate | null
  /** What happened to candidates while people vote; empty at any other time. */
  incidents: readonly ToldIncident[]
  /** Older notices do not hold since this day; null when they do. */
  outdated: IsoDate | null
  contact: { email: string | null; phone: string | null }
  /** The public page; null when the installation has no address of its own. */
  link: string | null
}

/** "på Perron 4" in the language of the document. */
export function atOf({ wording, area }: Pick<NoticePage, 'wording' | 'area'>, t: Translate): string {
  return t(`public_election.at.${wording}`, { area })
}

/** "kl. 11.00–14.00" or "11:00–14:00". */
export function hoursOf(
  { opens_at, closes_at }: Pick<Sitting, 'opens_at' | 'closes_at'>,
  lang: Locale,
): string {
  const hours = `${opens_at}–${closes_at}`
  return lang === 'da' ? `kl. ${hours}` : hours.replaceAll('.', ':')
}

export function sittingLines({ sittings }: Pick<NoticePage, 'sittings'>, lang: Locale): [string, string][] {
  return sittings.map((one) => [
    capital(formatLongDate(one.held_on, lang)),
    `${hoursOf(one, lang)}, ${one.place}`,
  ])
}

/** Says that older notices do not hold, when something on them has changed. */
function outdatedLines({ movedFrom, outdated }: NoticePage, t: Translate, lang: Locale): string[] {
  return [
    ...(movedFrom === null ? [] : [t('documents.moved', { was: formatLongDate(movedFrom, lang) })]),
    ...(outdated === null ? [] : [t('documents.outdated', { date: formatDate(outdated, lang) })]),
  ]
}

/** What has changed since the first notice: old ones do not hold, or something happened to a candidate. */
export function changedLines(page: NoticePage, t: Translate, lang: Locale): string[] {
  const incidents = page.incidents.map((one) => incidentLine({ t, lang }, one, true))
  return [...outdatedLines(page, t, lang), ...incidents]
}

export function askLines(page: NoticePage, t: Translate): string[] {
  const { phone, email } = page.contact
  const secretary = [phone, email].filter((one) => one !== null).join(' · ')
  return [t('documents.ask.staff'), ...(secretary ? [t('documents.ask.secretary', { at: secretary })] : [])]
}

export function standLines({ eligibility, minimumAge }: NoticePage, t: Translate): string[] {
  const who = ruleSentence(t, 'candidateEligibility', eligibility)
  return minimumAge === null ? [who] : [who, ruleSentence(t, 'minimumAge', minimumAge)]
}

export function callPoster(page: NoticePage, size: PaperSize, t: Translate, lang: Locale): Promise<Buffer> {
  const at = atOf(page, t)
  const title = t('documents.call.title', { at })
  const about = { ...page, title, lang, date: page.polling_on, t, size }
  return makePoster(about, (paper) => {
    headline(paper, t('documents.call.headline', { at }))
    for (const line of changedLines(page, t, lang))
      paragraph(paper, line, { size: 15, weight: 'medium', lead: 2, after: 8 })
    lead(paper, t('documents.call.lead', { count: page.seats }))
    block(paper, t('documents.who_stands'), standLines(page, t))
    block(paper, t('documents.who_votes'), [ruleSentence(t, 'voters', page.voters)])
    const by = formatLongDate(page.candidates_by, lang)
    block(paper, t('documents.call.deadline'), [t('documents.call.by', { by })], 22)
    block(
      paper,
      t('documents.where_when'),
      sittingLines(page, lang).map((line) => line.join(' ')),
    )
    block(paper, t('documents.ask.title'), askLines(page, t), 14)
  })
}

/** Where and when to vote, with the candidates once they are known; or why there is no vote. */
export function pollingPoster(
  page: NoticePage,
  size: PaperSize,
  t: Translate,
  lang: Locale,
): Promise<Buffer> {
  const at = atOf(page, t)
  const about = { ...page, title: t('documents.polling.title', { at }), lang, date: page.polling_on, t, size }
  return makePoster(about, (paper) => {
    if (page.isStopped) drawStopped(paper, page)
    else if (page.calledOff) drawCalledOff(paper, page, page.calledOff)
    else if (page.uncontested) drawUncontested(paper, page, page.uncontested)
    else if (page.unfilled) drawUnfilled(paper, page)
    else drawPolling(paper, page)
  })
}

function drawPolling(paper: Paper, page: NoticePage): void {
  const { t, lang } = paper
  headline(paper, t('documents.polling.headline', { at: atOf(page, t) }))
  for (const line of changedLines(page, t, lang))
    paragraph(paper, line, { size: 15, weight: 'medium', lead: 2, after: 8 })
  for (const [day, where] of sittingLines(page, lang)) {
    paragraph(paper, day, { size: 27, weight: 'bold', colour: COLOURS.navy, lead: 0, after: 0 })
    paragraph(paper, where, { size: 22, lead: 0, after: 10 })
  }
  space(paper, 6)
  if (page.candidates.length > 0) {
    inside(paper, 'Sect', () => {
      heading(paper, 2, t('documents.polling.candidates'), {
        size: 15,
        colour: COLOURS.gold,
        before: 0,
        after: 4,
      })
      namesInColumns(paper, page.candidates)
    })
    space(paper, 12)
  }
  block(paper, t('documents.who_votes'), [ruleSentence(t, 'voters', page.voters)])
  const how = [
    t(`documents.polling.how_${page.means}`),
    t('documents.polling.secret'),
    t('documents.polling.help'),
  ]
  block(paper, t('documents.polling.how'), how, 15)
  block(paper, t('documents.ask.title'), askLines(page, t), 13)
}

function drawUncontested(
  paper: Paper,
  page: NoticePage,
  { body, decided_on }: NonNullable<NoticePage['uncontested']>,
): void {
  const { t, lang } = paper
  headline(paper, t('documents.uncontested.headline', { at: atOf(page, t) }))
  const names = new Intl.ListFormat(lang).format(page.candidates)
  lead(paper, t('documents.uncontested.text', { names, count: page.candidates.length }))
  const decided = t('documents.uncontested.decided', { body, date: formatDate(decided_on, lang) })
  block(paper, t('documents.uncontested.why'), [decided])
  block(paper, t('documents.uncontested.next'), [t('documents.uncontested.then')])
  block(paper, t('documents.ask.title'), askLines(page, t), 14)
}

function drawCalledOff(
  paper: Paper,
  page: NoticePage,
  { body, decided_on }: NonNullable<NoticePage['calledOff']>,
): void {
  const { t, lang } = paper
  headline(paper, t('documents.called_off.headline', { at: atOf(page, t) }))
  lead(paper, t('documents.called_off.text', { day: formatLongDate(page.polling_on, lang) }))
  const decided = t('documents.called_off.decided', { body, date: formatDate(decided_on, lang) })
  block(paper, t('documents.called_off.who'), [decided])
  block(paper, t('documents.called_off.next'), [t('documents.called_off.then')])
  block(paper, t('documents.ask.title'), askLines(page, t), 14)
}

function drawStopped(paper: Paper, page: NoticePage): void {
  const { t } = paper
  headline(paper, t('documents.stopped.headline', { at: atOf(page, t) }))
  lead(paper, t('documents.stopped.text'))
  block(paper, t('documents.stopped.next'), [t('documents.stopped.then')])
  block(paper, t('documents.ask.title'), askLines(page, t), 14)
}

function drawUnfilled(paper: Paper, page: NoticePage): void {
  const { t } = paper
  headline(paper, t('documents.unfilled.headline', { at: atOf(page, t) }))
  lead(paper, t('documents.unfilled.text', { count: page.seats }))
  block(paper, t('documents.who_stands'), standLines(page, t))
  block(paper, t('documents.unfilled.next'), [t('documents.unfilled.then')])
  block(paper, t('documents.ask.title'), askLines(page, t), 14)
}
