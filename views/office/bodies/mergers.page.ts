import type { Body } from '../../../models/bodies/bodies.ts'
import type { Merger } from '../../../models/bodies/mergers.ts'
import { formatDate } from '../../../models/core/dates.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { isOver } from './bodies.page.ts'

export interface MergersPage {
  mergers: { heading: string; href: string; text: string; decided: boolean }[]
  /** null for readers who may not propose a merger. */
  bodies: { value: string; text: string }[] | null
}

export function mergersPage(
  reader: Reader,
  mergers: readonly Merger[],
  bodies: readonly Body[],
): MergersPage {
  const { today, can } = reader
  const active = bodies.filter((body) => !isOver(body, today))
  return {
    mergers: mergers.map((merger) => ({
      heading: mergerHeading(reader, merger),
      href: paths.merger(merger.id),
      text: `${proposedBy(reader, merger)} ${outcomeOf(reader, merger)}`,
      decided: merger.decision !== undefined,
    })),
    bodies: can['register.write'] ? active.map(({ id, name }) => ({ value: String(id), text: name })) : null,
  }
}

export function mergerHeading({ t, lang }: Reader, { bodies }: Merger): string {
  const names = new Intl.ListFormat(lang).format(bodies.map(({ name }) => name))
  return t('bodies.merger.of', { names })
}

export function proposedBy({ t, lang }: Reader, { proposed_by, proposed_on }: Merger): string {
  return t('bodies.merger.proposed_by', { name: proposed_by, date: formatDate(proposed_on, lang) })
}

export function outcomeOf({ t }: Reader, { decision }: Merger): string {
  return t(`bodies.merger.outcome.${decision?.outcome ?? 'open'}`)
}
