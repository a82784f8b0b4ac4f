import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { DifferingLine } from '../../../../models/rules/elections/count_sheets.ts'
import type { Reader } from '../../../reader.ts'
import { voteField } from './fields.ts'

export interface Line {
  name: string
  label: string
  kind: 'candidate' | 'blank' | 'invalid'
}

export function linesOf({ t }: Reader, standing: readonly CandidacyRow[]): Line[] {
  const uncounted = ['blank', 'invalid'] as const
  return [
    ...standing.map((one): Line => ({ name: voteField(one), label: one.name, kind: 'candidate' })),
    ...uncounted.map((kind) => ({ name: kind, label: t(`elections.count.${kind}`), kind })),
  ]
}

export function differingLabel(
  { t }: Reader,
  { line, candidacy_id }: DifferingLine,
  lines: readonly Line[],
): string {
  if (line === 'invalid_reasons' || line === 'ballots_in_box') return t(`elections.count.${line}`)
  const field = candidacy_id ? voteField({ id: candidacy_id }) : line
  return lines.find(({ name }) => name === field)?.label ?? line
}
