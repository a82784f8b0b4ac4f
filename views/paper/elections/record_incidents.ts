import { space } from '../kit/paper.ts'
import { facts, heading, paragraph } from '../kit/text.ts'
import { by, day, nameIn, type Recording } from './record_parts.ts'

/** What happened to a candidate after the first vote, and what followed from it. */
export function writeIncidents(paper: Recording, title: string): void {
  const { record, t } = paper
  heading(paper, 2, title)
  for (const one of record.incidents ?? []) {
    const {
      number,
      candidacy_id,
      because,
      misled,
      effect,
      learnt_on,
      recorded_by,
      recorded_on,
      signed_by,
      signed_on,
    } = one
    heading(paper, 3, nameIn(paper, candidacy_id))
    facts(paper, [
      [t('elections.incidents.happened'), t(`elections.incidents.kinds.${because}`)],
      ...(misled ? [[t('elections.incidents.misled'), t('elections.incidents.misled_yes')] as const] : []),
      [t('elections.incidents.follows'), t(`elections.incidents.effects.${effect}`)],
      [t('elections.incidents.learnt_on'), day(paper, learnt_on)],
      [t('elections.incidents.recorded'), by(paper, recorded_by, recorded_on)],
      [
        t('elections.incidents.signed'),
        signed_by !== undefined && signed_on !== undefined
          ? by(paper, signed_by, signed_on)
          : t('elections.incidents.states.alone'),
      ],
    ])
    const reason = record.incident_reasons?.find((written) => written.number === number)?.reason
    if (reason !== undefined) paragraph(paper, reason)
    space(paper, 4)
  }
}
