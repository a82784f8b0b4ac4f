import type { TermRow } from '../../../../models/council/tables.ts'
import type { Choice } from '../../../partials/form/parts.ts'
import { paths } from '../../../paths.ts'
import type { BodyId } from '../../../../models/core/ids.ts'

export function newHref(slug: string, { id }: TermRow): string {
  return `${paths.newNomination}?plads=${slug}&periode=${id}`
}

/** `only` is given when there is nothing to choose. */
export function bodyChoices(bodies: readonly { id: BodyId; name: string }[]): {
  bodies: Choice[]
  only: Choice | undefined
} {
  const choices = bodies.map(({ id, name }) => ({ value: String(id), text: name }))
  return { bodies: choices, only: choices.length === 1 ? choices[0] : undefined }
}
