import { space } from '../kit/paper.ts'
import { table } from '../kit/table.ts'
import { facts, heading } from '../kit/text.ts'
import { by, clock, day, none, type Recording } from './record_parts.ts'

/** Who of the board was there, and each objection with what was decided. Never who objected. */
export function writeConduct(paper: Recording, title: string): void {
  const { record, t } = paper
  const { presences = [], objections = [] } = record.conduct ?? {}
  heading(paper, 2, title)
  if (presences.length === 0) none(paper, 'presences')
  else {
    const columns = [
      { heading: t('elections.conduct.name'), share: 4 },
      { heading: t('elections.conduct.day'), share: 3 },
      { heading: t('elections.conduct.from'), share: 1.6 },
      { heading: t('elections.conduct.until'), share: 1.6 },
      { heading: t('elections.conduct.during'), share: 2.6 },
    ]
    const rows = presences.map(({ name, present_on, from_at, until_at, phase }) => [
      name,
      day(paper, present_on),
      clock(paper, from_at),
      until_at === null ? '–' : clock(paper, until_at),
      t(`elections.conduct.phase.${phase}`),
    ])
    table(paper, columns, rows, {})
    space(paper, 6)
  }
  if (objections.length === 0) none(paper, 'objections')
  for (const { number, phase, raised_on, text, named, decision } of objections) {
    heading(paper, 3, t('elections.conduct.objection', { number }))
    facts(paper, [
      [t('elections.conduct.raised'), `${day(paper, raised_on)}, ${t(`elections.conduct.phase.${phase}`)}`],
      [t('elections.conduct.text'), text],
      ...(named ? [[t('elections.conduct.by'), t('documents.record.named_to_board')] as const] : []),
      [t('elections.conduct.decision'), decision?.decision ?? t('elections.complaints.undecided')],
      ...(decision
        ? [[t('documents.record.decided'), by(paper, decision.decided_by, decision.decided_on)] as const]
        : []),
    ])
  }
}
