import type { RecordedCorrection } from '../../../models/elections/record/corrections.ts'
import { shownCorrection } from '../../partials/elections/correction.ts'
import { space } from '../kit/paper.ts'
import { table } from '../kit/table.ts'
import { facts, heading, paragraph } from '../kit/text.ts'
import { by, nameIn, type Recording } from './record_parts.ts'

/** Why the board looked into the count, what it found, and what was changed. */
export function writeInvestigations(paper: Recording, title: string): void {
  const { record, t } = paper
  heading(paper, 2, title)
  for (const one of record.investigations ?? []) {
    const { number, reason, begun_by, begun_on, findings, signatures, corrected } = one
    heading(paper, 3, t('elections.investigation.number', { number }))
    facts(paper, [
      [t('elections.investigation.reason'), reason],
      [t('elections.investigation.begun'), by(paper, begun_by, begun_on)],
      ...(findings
        ? [
            [t('elections.investigation.findings'), findings.findings] as const,
            [
              t('elections.investigation.figures'),
              t(`elections.investigation.figures_${findings.figures}`),
            ] as const,
          ]
        : []),
      [
        t('elections.investigation.signed'),
        signatures.map(({ signer, signed_on }) => by(paper, signer, signed_on)).join('; '),
      ],
    ])
    writeCorrection(paper, corrected)
  }
}

/** The old result, the new one and each line that is not as it was. Writes nothing until the ballots are counted. */
export function writeCorrection(paper: Recording, corrected: RecordedCorrection | null | undefined): void {
  const { t } = paper
  const correction = corrected && shownCorrection(paper, corrected, (id) => nameIn(paper, id))
  if (!correction) return
  facts(paper, [
    [t('elections.investigation.elected_was'), correction.electedWas],
    [t('elections.investigation.elected_is'), correction.electedIs],
  ])
  if (correction.lines.length === 0) paragraph(paper, t('elections.investigation.unchanged'))
  else {
    const columns = [
      { heading: t('elections.investigation.line'), share: 6 },
      { heading: t('elections.investigation.was'), share: 2, align: 'right' as const },
      { heading: t('elections.investigation.is'), share: 2, align: 'right' as const },
    ]
    table(paper, columns, correction.lines, {})
  }
  space(paper, 6)
}
