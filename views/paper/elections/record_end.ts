import { type RecordedDestruction, stateIn } from '../../../models/elections/record/document.ts'
import { facts as stateFacts } from '../../../models/rules/elections/state.ts'
import { signatureLines } from '../kit/by_hand.ts'
import { inside, space } from '../kit/paper.ts'
import { writeCorrection } from './record_investigation.ts'
import { by, day, none, type Recording } from './record_parts.ts'
import type { RecordMarks } from './posters/result_poster.ts'
import { table } from '../kit/table.ts'
import { facts, heading, list, paragraph } from '../kit/text.ts'

export function writeCertifications(paper: Recording, title: string): void {
  const { record, t } = paper
  heading(paper, 2, title)
  if (record.certifications.length === 0) {
    none(paper, 'certifications')
    return
  }
  const columns = [
    { heading: t('documents.record.certifier'), share: 3 },
    { heading: t('documents.count.date'), share: 2 },
    { heading: t('documents.record.result_hash'), share: 8 },
  ]
  const rows = record.certifications.map(({ certifier, certified_on, result_hash }) => {
    return [certifier, day(paper, certified_on), result_hash]
  })
  table(paper, columns, rows, { size: 7.5 })
  space(paper, 6)
}

export function writeComplaints(paper: Recording, title: string): void {
  const { record, t } = paper
  heading(paper, 2, title)
  if (record.complaints.length === 0)
    none(paper, stateFacts(stateIn(record)).provisional ? 'complaints_yet' : 'complaints')
  for (const { number, received_on, late, decision } of record.complaints) {
    heading(paper, 3, t('elections.complaints.number', { number }))
    facts(paper, [
      [
        t('elections.complaints.received'),
        late ? `${day(paper, received_on)} (${t('elections.complaints.late')})` : day(paper, received_on),
      ],
      [
        t('elections.complaints.decision'),
        decision
          ? t(`elections.complaints.outcome.${decision.outcome}`)
          : t('elections.complaints.undecided'),
      ],
      ...(decision
        ? [
            [t('documents.record.decided'), by(paper, decision.decided_by, decision.decided_on)] as const,
            [t('documents.record.reason'), decision.reason] as const,
          ]
        : []),
    ])
    writeCorrection(paper, record.recounts.find(({ complaint }) => complaint === number)?.corrected)
  }
}

export function writeDisposal(paper: Recording, title: string): void {
  const { record, t } = paper
  const { roll_erasure: roll, ballot_destruction: ballots } = record
  heading(paper, 2, title)
  const lines = [
    roll
      ? t('documents.record.roll_erased', {
          entries: roll.entries,
          marked: roll.marked,
          by: by(paper, roll.erased_by, roll.erased_on),
        })
      : t(
          record.election.roll_kind === 'counted'
            ? 'documents.record.no_roll'
            : 'documents.record.roll_not_erased',
        ),
    ballots
      ? t('documents.record.ballots_destroyed', {
          first: ballots.first_witness,
          second: ballots.second_witness,
          date: day(paper, ballots.destroyed_on),
        })
      : t('documents.record.ballots_not_destroyed'),
    ...(ballots ? destructionLines(paper, ballots) : []),
  ]
  list(paper, lines)
}

function destructionLines({ t, lang }: Recording, destruction: RecordedDestruction): string[] {
  const { paragraph, packages = [], left_reason } = destruction
  const numbers = new Intl.ListFormat(lang).format(packages.map((number) => `${number}`))
  return [
    ...(paragraph ? [t('documents.record.destroyed_by', { paragraph })] : []),
    ...(packages.length > 0
      ? [t('documents.record.destroyed_packages', { count: packages.length, numbers })]
      : []),
    ...(left_reason ? [t('documents.record.packages_left', { reason: left_reason })] : []),
  ]
}

/** A line for each member of the board and each counter. */
export function writeSignatures(paper: Recording, title: string): void {
  const { record, t } = paper
  heading(paper, 2, title)
  paragraph(paper, t('documents.record.sign'), { after: 0 })
  const counters = [...new Set(record.rounds.flatMap(({ sheets }) => sheets.map(({ counter }) => counter)))]
  signatureLines(paper, [
    ...record.board.map((name) => `${name}, ${t('documents.record.on_board')}`),
    ...counters.map((name) => `${name}, ${t('documents.record.counted')}`),
    t('documents.record.date_place'),
  ])
}

/** What proves later that this is the record that was signed, and how to see it. */
export function writeProof(paper: Recording, title: string, marks: RecordMarks): void {
  const { record, t } = paper
  inside(paper, 'Sect', () => {
    heading(paper, 2, title)
    facts(paper, [
      [t('documents.record.proof.hash'), marks.hash],
      [t('public_election.record_part_code'), marks.code],
      [t('documents.record.proof.audit'), t('documents.record.proof.line', { number: marks.audit_sequence })],
      [t('documents.record.proof.audit_hash'), marks.audit_hash],
      ...(record.result ? [[t('documents.record.proof.result'), record.result.hash] as const] : []),
      [t('documents.record.proof.salt'), record.salt],
    ])
    paragraph(paper, t('documents.record.proof.how'), { size: 9.5 })
    paragraph(paper, t('documents.record.proof.parts'), { size: 9.5 })
  })
}
