import type { Merger } from '../../../models/bodies/mergers.ts'
import { formatDate } from '../../../models/core/dates.ts'
import { paths } from '../../paths.ts'
import type { Fact } from '../../partials/parts.ts'
import type { Reader } from '../../reader.ts'
import { mergerHeading, outcomeOf, proposedBy } from './mergers.page.ts'

export interface MergerPage {
  heading: string
  outcome: string
  facts: Fact[]
  isAdopted: boolean
  bodies: { name: string; href: string }[]
  /** Where the outcome is written down; null once it is, and for readers who may not do that. */
  action: string | null
}

export function mergerPage(reader: Reader, merger: Merger): MergerPage {
  const { decision } = merger
  return {
    heading: mergerHeading(reader, merger),
    outcome: outcomeOf(reader, merger),
    facts: factsOf(reader, merger),
    isAdopted: decision?.outcome === 'adopted',
    bodies: merger.bodies.map(({ name, slug }) => ({ name, href: paths.body(slug) })),
    action: !decision && reader.can['register.write'] ? paths.merger(merger.id) : null,
  }
}

function factsOf(reader: Reader, merger: Merger): Fact[] {
  const { t, lang } = reader
  const { text, decision } = merger
  const fact = (key: string, value: Fact['value']) => ({ label: t(`bodies.merger.fact.${key}`), value })
  return [
    fact('proposed', proposedBy(reader, merger)),
    fact('text', { typed: text }),
    ...(decision
      ? [
          fact(
            'decided',
            t('bodies.decided', {
              name: decision.decided_by,
              date: formatDate(decision.decided_on, lang),
            }),
          ),
        ]
      : []),
    ...(decision?.case_number ? [fact('case', decision.case_number)] : []),
    ...(decision?.note ? [fact('note', { typed: decision.note })] : []),
  ]
}
