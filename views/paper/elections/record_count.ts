import type { RecordedRound, RecordedSheet } from '../../../models/elections/record/counted.ts'
import type { Explanation } from '../../../models/rules/elections/protocol/differences.ts'
import { ruleTitle } from '../../partials/statutes/statutes_text.ts'
import { space } from '../kit/paper.ts'
import { by, drawLot, inBallotOrder, nameIn, namesIn, none, type Recording } from './record_parts.ts'
import { table } from '../kit/table.ts'
import { heading, list, paragraph } from '../kit/text.ts'
import type { CandidacyId } from '../../../models/core/ids.ts'

/** Every round, each sheet with its counter, and the lines on which two sheets differed. */
export function writeRounds(paper: Recording, title: string): void {
  const { record } = paper
  heading(paper, 2, title)
  if (record.rounds.length === 0) none(paper, 'rounds')
  for (const round of record.rounds) writeRound(paper, round)
}

function writeRound(paper: Recording, recorded: RecordedRound): void {
  const { record, t } = paper
  const { round, complaint, investigation, sheets, differs } = recorded
  const name = t('documents.record.round', { round })
  const after =
    complaint !== null
      ? t('documents.record.after_complaint', { number: complaint })
      : investigation && t('documents.record.after_investigation', { number: investigation })
  heading(paper, 3, after ? `${name} – ${after}` : name)
  const differsOn = (line: string, id?: CandidacyId) =>
    differs.some((one) => one.line === line && one.candidacy_id === id) ? t('documents.record.differs') : ''
  const columns = [
    { heading: t('documents.count.pile'), share: 5 },
    ...sheets.map(({ counter }) => ({ heading: counter, share: 2.4, align: 'right' as const })),
    { heading: '', share: 1.8 },
  ]
  const standing = record.candidates.filter(({ position }) => position !== null)
  const votes = (sheet: RecordedSheet, id: CandidacyId) =>
    `${sheet.votes.find(({ candidacy_id }) => candidacy_id === id)?.votes ?? '–'}`
  const rows = [
    ...standing.map(({ id }) => [
      nameIn(paper, id),
      ...sheets.map((one) => votes(one, id)),
      differsOn('candidate', id),
    ]),
    [t('documents.count.blank'), ...sheets.map(({ blank }) => `${blank}`), differsOn('blank')],
    [t('documents.count.invalid'), ...sheets.map(({ invalid }) => `${invalid}`), differsOn('invalid')],
    [
      t('documents.count.in_box'),
      ...sheets.map(({ ballots_in_box }) => `${ballots_in_box}`),
      differsOn('ballots_in_box'),
    ],
  ]
  const bold = rows.flatMap((row, index) => (row.at(-1) === '' ? [] : [index]))
  table(paper, columns, rows, { bold })
  space(paper, 6)
  if (differs.some(({ line }) => line === 'invalid_reasons')) none(paper, 'same_reasons')
  for (const sheet of sheets) writeSheet(paper, sheet)
  writeDifference(paper, recorded)
}

/** What was looked for when the two differed, and whose count was kept. */
function writeDifference(paper: Recording, { check, kept }: RecordedRound): void {
  const { t, lang } = paper
  const said = (all: readonly Explanation[]) =>
    new Intl.ListFormat(lang).format(
      all.map((one) => t(`elections.difference.said.${one}`).toLocaleLowerCase(lang)),
    )
  if (check) {
    const { asked, found, note, checked_by, checked_on } = check
    paragraph(
      paper,
      [
        t('documents.record.looked_for', { asked: said(asked) }),
        found.length > 0
          ? t('documents.record.looked_found', { found: said(found) })
          : t('documents.record.looked_nothing'),
        ...(note === null ? [] : [note]),
        t('documents.record.looked_by', { by: by(paper, checked_by, checked_on) }),
      ].join(' '),
    )
  }
  if (kept) {
    const { counter, reason, decided_by, decided_on } = kept
    paragraph(paper, t('documents.record.kept', { counter, reason, by: by(paper, decided_by, decided_on) }))
  }
}

function writeSheet(paper: Recording, sheet: RecordedSheet): void {
  const { t } = paper
  const { counter, made_on, invalid_ballots, difference_reason } = sheet
  paragraph(
    paper,
    t('documents.record.sheet', { by: by(paper, counter, made_on), version: sheet.list_version }),
    {
      after: 2,
    },
  )
  if (difference_reason !== null)
    paragraph(paper, `${t('elections.papers.reason', { name: counter })} ${difference_reason}`, {
      indent: 12,
    })
  if (invalid_ballots.length > 0) {
    list(
      paper,
      invalid_ballots.map(({ number, reason, note }) => {
        const why = t(`elections.count.invalid_reasons_list.${reason}`)
        const line = t('documents.record.invalid_ballot', { number, why })
        return note === null ? line : `${line} (${note})`
      }),
      { size: 9, indent: 12, after: 1 },
    )
  }
  space(paper, 3)
}

/** The steps with their rules, and the totals of all boxes. */
export function writeResult(paper: Recording, title: string): void {
  const { record, t } = paper
  const { result, totals } = record
  heading(paper, 2, title)
  if (!result) {
    none(paper, 'result')
    return
  }
  const elected = { names: namesIn(paper, result.elected), count: result.elected.length }
  if (elected.count > 0 || result.outcome === 'decided')
    paragraph(paper, t('documents.record.elected', elected), { size: 13, weight: 'bold', after: 8 })
  if (totals) {
    const columns = [
      { heading: t('public_election.candidate'), share: 6 },
      { heading: t('public_election.votes'), share: 2, align: 'right' as const },
      { heading: '', share: 2 },
    ]
    const isElected = (id: CandidacyId) => (result.elected.includes(id) ? t('public_election.elected') : '')
    const rows = [
      ...inBallotOrder(paper, totals.votes).map(({ candidacy_id: id, votes }) => [
        nameIn(paper, id),
        `${votes}`,
        isElected(id),
      ]),
      [t('public_election.blank'), `${totals.blank}`, ''],
      [t('public_election.invalid'), `${totals.invalid}`, ''],
      [t('public_election.ballots'), `${totals.ballots}`, ''],
    ]
    table(paper, columns, rows, { bold: [rows.length - 1] })
    space(paper, 8)
  }
  writeSteps(paper, result.steps)
  if (record.lot) {
    heading(paper, 3, t('documents.record.lot.title'))
    drawLot(paper, record.lot, 'tie')
  }
}

type Steps = NonNullable<Recording['record']['result']>['steps']

function writeSteps(paper: Recording, steps: Steps): void {
  const { t } = paper
  if (steps.length === 0) return
  heading(paper, 3, t('documents.record.steps'))
  list(
    paper,
    steps.map(({ rule, source, candidates, votes }) => {
      const params = { names: namesIn(paper, candidates), count: candidates.length }
      const sentence = t(`public_election.step.${rule}`, params)
      const each = candidates.length > 1 ? 'public_election.step_votes_each' : 'public_election.step_votes'
      const figure = votes === null ? '' : ` ${t(each, { count: votes })}`
      return `${sentence}${figure} ${t('public_election.rule', { rule: ruleTitle(t, source) })}.`
    }),
    { numbered: true },
  )
}
