import type { RecordedBooth, RecordedHolder, RecordedLoss } from '../../../models/elections/record/counted.ts'
import { endedEntry, type RecordedEntered } from '../../../models/elections/record/entered.ts'
import { space } from '../kit/paper.ts'
import { table } from '../kit/table.ts'
import { facts, heading, paragraph } from '../kit/text.ts'
import { by, day, inBallotOrder, nameIn, type Recording } from './record_parts.ts'

/** How many codes were released, cast and opened, and the hash of all codes. */
export function writeBooth(paper: Recording, title: string): void {
  const { record, t } = paper
  const { booth } = record
  if (!booth) return
  heading(paper, 2, title)
  boxFacts(paper, booth)
  writeEntered(paper)
  const columns = [
    { heading: t('public_election.candidate'), share: 6 },
    { heading: t('public_election.votes'), share: 2, align: 'right' as const },
  ]
  table(paper, columns, [
    ...inBallotOrder(paper, booth.votes).map(({ candidacy_id, votes }) => [
      nameIn(paper, candidacy_id),
      `${votes}`,
    ]),
    [t('documents.count.blank'), `${booth.blank}`],
    [t('documents.count.invalid'), `${booth.invalid}`],
  ])
  space(paper, 6)
}

/** The papers that were entered into the box, which are counted in its lines. */
function writeEntered(paper: Recording): void {
  const { record, t } = paper
  const { entered } = record
  if (!entered) return
  const { decided_by, decided_on } = entered
  paragraph(paper, t('documents.record.entered.decided', { by: by(paper, decided_by, decided_on) }))
  const ended = endedEntry(entered)
  if (ended) {
    const { papers: count, recorded_by, recorded_on, confirmed_by } = ended
    const written = { count, by: by(paper, recorded_by, recorded_on) }
    paragraph(paper, t('documents.record.entered.entered', written))
    if (confirmed_by !== undefined)
      paragraph(paper, t('documents.record.entered.confirmed', { name: confirmed_by }))
  } else writeUnended(paper, entered)
  for (const { first_counter: first, second_counter: second, began_on } of entered.pairs)
    paragraph(paper, t('documents.record.entered.pair', { first, second, date: day(paper, began_on) }))
  for (const one of entered.restarts) {
    const words = { count: one.papers, by: by(paper, one.recorded_by, one.recorded_on), reason: one.reason }
    paragraph(paper, t('documents.record.entered.restart', words))
  }
  for (const one of entered.reopenings ?? []) writeReopening(paper, one)
  if (!ended) return
  if (ended.difference_reason !== null)
    paragraph(paper, t('documents.record.entered.difference', { reason: ended.difference_reason }))
  for (const { reason, ballots } of ended.invalid) {
    const why = t(`elections.count.invalid_reasons_list.${reason}`)
    paragraph(paper, t('documents.record.entered.invalid', { count: ballots, why }))
  }
}

function writeUnended(paper: Recording, entered: RecordedEntered): void {
  const papers = 'given_up' in entered ? entered.given_up.papers : undefined
  const key = papers === undefined ? 'unended' : 'unended_with'
  paragraph(paper, paper.t(`documents.record.entered.${key}`, { count: papers ?? 0 }))
}

/** The end that does not hold any more, and why more was entered. */
function writeReopening(
  paper: Recording,
  { papers, reason, recorded_by, recorded_on, end }: NonNullable<RecordedEntered['reopenings']>[number],
): void {
  const { t } = paper
  const ended = t('documents.record.entered.ended', {
    count: papers,
    names: new Intl.ListFormat(paper.lang).format([end.recorded_by, end.confirmed_by ?? []].flat()),
    date: day(paper, end.recorded_on),
  })
  const why = end.difference_reason
  const before = why === null ? [] : [t('documents.record.entered.difference', { reason: why })]
  const reopened = t('documents.record.entered.reopened', {
    by: by(paper, recorded_by, recorded_on),
    reason,
  })
  paragraph(paper, [ended, ...before, reopened].join(' '))
}

/** The tablet's box when its ballots lie among the papers: no figure of it alone is known to anybody. */
export function writeMixedIn(paper: Recording, title: string): void {
  const { record, t } = paper
  const { mixed_in: box } = record
  if (!box) return
  heading(paper, 2, title)
  boxFacts(paper, box)
  paragraph(paper, t('documents.record.mixed_in.decided', { by: by(paper, box.decided_by, box.decided_on) }))
  for (const one of box.prints) {
    const words = { count: one.sheets, by: by(paper, one.printed_by, one.printed_on) }
    paragraph(paper, t('documents.record.mixed_in.printed', words))
    if (one.reason !== null) paragraph(paper, one.reason)
  }
  if (box.mix) {
    const { first_witness: first, second_witness: second, mixed_on, recorded_by } = box.mix
    const words = { first, second, by: by(paper, recorded_by, mixed_on) }
    paragraph(paper, t('documents.record.mixed_in.mixed', words))
  }
  space(paper, 6)
}

/** The tablet's box that was given up: it was never opened, and nothing in it was counted. */
export function writeLostBox(paper: Recording, title: string): void {
  const { record, t } = paper
  const { box_loss: box } = record
  if (!box) return
  heading(paper, 2, title)
  paragraph(paper, t('documents.record.box_loss.lost', { by: by(paper, box.decided_by, box.decided_on) }))
  paragraph(paper, box.reason)
  facts(paper, [
    ...boxAccount(paper, box),
    [t('documents.record.box_loss.recorded'), by(paper, box.recorded_by, box.recorded_on)],
    ...keyFacts(paper, box),
  ])
  writeEntered(paper)
  space(paper, 6)
}

/** What is said of a tablet's box whoever counted its ballots. */
function boxFacts(paper: Recording, box: Omit<RecordedBooth, 'votes' | 'blank' | 'invalid'>): void {
  const { t } = paper
  facts(paper, [
    ...boxAccount(paper, box),
    [t('documents.record.booth.opened'), by(paper, box.opened_by, box.opened_on)],
    [t('documents.record.booth.codes'), box.codes_hash],
    ...keyFacts(paper, box),
    ...(box.slips ?? []).map((slip) => [t('documents.record.booth.typed'), typedLine(paper, slip)] as const),
  ])
}

type Fact = readonly [label: string, value: string]

function boxAccount(
  { t }: Recording,
  box: Pick<RecordedLoss, 'tablets' | 'releases' | 'envelopes' | 'voided'> & { from_papers?: number },
): Fact[] {
  return [
    [t('documents.record.booth.tablets'), `${box.tablets}`],
    [t('documents.record.booth.releases'), `${box.releases}`],
    [t('documents.record.booth.cast'), `${box.envelopes}`],
    ...(box.from_papers === undefined
      ? []
      : [[t('documents.record.entered.from_papers'), `${box.from_papers}`] as const]),
    [t('documents.record.booth.voided'), `${box.voided}`],
  ]
}

function keyFacts(paper: Recording, { key }: Pick<RecordedBooth, 'key'>): Fact[] {
  const { t } = paper
  return [
    ...(key
      ? [
          [
            t('documents.record.booth.key'),
            t('documents.record.booth.key_text', {
              threshold: key.threshold,
              shares: key.shares,
              by: by(paper, key.made_by, key.made_on),
            }),
          ] as const,
          [t('documents.record.booth.public_key'), key.public_key] as const,
        ]
      : []),
    ...(key?.trial
      ? [[t('documents.record.booth.tried'), by(paper, key.trial.tried_by, key.trial.tried_on)] as const]
      : []),
    ...(key?.holders ?? []).map(
      (holder) =>
        [t('documents.record.booth.slip', { number: holder.number }), holderLine(paper, holder)] as const,
    ),
  ]
}

/** "Bo Krag. Prøvet 9. marts 2026 af Bo Krag" */
function holderLine(paper: Recording, { holder, trials }: RecordedHolder): string {
  const tried = trials.map(({ tried_by, tried_on }) =>
    paper.t('documents.record.booth.slip_tried', { by: by(paper, tried_by, tried_on) }),
  )
  return [holder, ...tried].join('. ')
}

function typedLine({ t }: Recording, slip: NonNullable<RecordedBooth['slips']>[number]): string {
  const { typed_by, number, holder, became } = slip
  const which = number === null ? t('box.typed.old') : t('box.typed.slip', { number, holder: holder ?? '' })
  return t(`box.typed.${became}`, { name: typed_by, slip: which })
}
