import type { RecordedBooth, RecordedHolder } from '../../../models/elections/record/counted.ts'
import { space } from '../kit/paper.ts'
import { table } from '../kit/table.ts'
import { facts, heading } from '../kit/text.ts'
import { by, inBallotOrder, nameIn, type Recording } from './record_parts.ts'

/** How many codes were released, cast and opened, and the hash of all codes. */
export function writeBooth(paper: Recording, title: string): void {
  const { record, t } = paper
  const { booth } = record
  if (!booth) return
  heading(paper, 2, title)
  const { key } = booth
  facts(paper, [
    [t('documents.record.booth.tablets'), `${booth.tablets}`],
    [t('documents.record.booth.releases'), `${booth.releases}`],
    [t('documents.record.booth.cast'), `${booth.envelopes}`],
    [t('documents.record.booth.voided'), `${booth.voided}`],
    [t('documents.record.booth.opened'), by(paper, booth.opened_by, booth.opened_on)],
    [t('documents.record.booth.codes'), booth.codes_hash],
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
    ...(booth.slips ?? []).map(
      (slip) => [t('documents.record.booth.typed'), typedLine(paper, slip)] as const,
    ),
  ])
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
