import { formatDate, formatTime, type IsoDate } from '../../../models/core/dates.ts'
import type { CandidacyId } from '../../../models/core/ids.ts'
import type { RecordedLot } from '../../../models/elections/record/counted.ts'
import type { RecordDocument } from '../../../models/elections/record/document.ts'
import { space, type Paper } from '../kit/paper.ts'
import { facts, heading, list, paragraph } from '../kit/text.ts'

export interface Recording extends Paper {
  record: RecordDocument
}

export function day({ lang }: Paper, date: IsoDate): string {
  return formatDate(date, lang)
}

/** "kl. 11.00" or "11:00". */
export function clock({ lang }: Paper, time: string): string {
  return formatTime(time, lang)
}

export function nameIn({ record }: Recording, id: CandidacyId): string {
  return record.candidates.find((candidate) => candidate.id === id)?.name ?? `${id}`
}

/** Ballot order, whatever order the lines are stored in. */
export function inBallotOrder<T extends { candidacy_id: CandidacyId }>(
  { record }: Recording,
  lines: readonly T[],
): T[] {
  return record.candidates.flatMap(({ id }) => lines.filter(({ candidacy_id }) => candidacy_id === id))
}

export function namesIn(paper: Recording, ids: readonly CandidacyId[]): string {
  return new Intl.ListFormat(paper.lang).format(ids.map((id) => nameIn(paper, id)))
}

/** Says what did not happen, so that no reader has to wonder. */
export function none(paper: Recording, key: string): void {
  paragraph(paper, paper.t(`documents.record.none.${key}`))
}

/** How the lot was drawn and before whom; when the app drew, what it can be checked with. */
export function drawLot(paper: Recording, lot: RecordedLot, about: 'order' | 'tie'): void {
  const { t } = paper
  paragraph(
    paper,
    t(`documents.record.lot.${about}`, {
      names: namesIn(paper, lot.chosen),
      among: namesIn(paper, lot.among),
    }),
  )
  facts(paper, [
    [
      t('documents.record.lot.method'),
      lot.draw ? t('documents.record.lot.by_app') : t(`elections.lot.methods.${lot.method}`),
    ],
    [t('documents.record.lot.witnesses'), lot.witnesses],
    [t('documents.record.lot.drawn'), by(paper, lot.drawn_by, lot.drawn_on)],
    ...(lot.telephone ?? []).map(({ member, confirmed_on }): [string, string] => [
      t('documents.record.lot.telephone'),
      confirmed_on === null
        ? t('documents.record.lot.not_confirmed', { name: member })
        : t('documents.record.lot.confirmed', { name: member, date: formatDate(confirmed_on, paper.lang) }),
    ]),
  ])
  const { draw } = lot
  if (!draw) return
  space(paper, 4)
  heading(paper, 3, t('documents.record.lot.check'))
  paragraph(paper, t('documents.record.lot.check_text'))
  facts(paper, [
    [t('documents.record.lot.commitment'), draw.commitment],
    [t('documents.record.lot.prepared'), by(paper, draw.prepared_by, draw.prepared_on)],
    [t('documents.record.lot.seed'), draw.seed],
    [t('documents.record.lot.words'), draw.words],
  ])
  list(
    paper,
    draw.hashes.map(({ candidacy_id, hash }) => `${nameIn(paper, candidacy_id)} (${candidacy_id}): ${hash}`),
    { size: 8.5, numbered: true },
  )
}

/** "Signe Holm, 10. marts 2026" */
export function by(paper: Paper, name: string, date: IsoDate): string {
  return `${name}, ${day(paper, date)}`
}
