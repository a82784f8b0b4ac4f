import type { TermRow } from '../../../../models/council/tables.ts'
import { paths } from '../../../paths.ts'

/** The form that asks for a seat in a term. */
export function newHref(slug: string, { id }: TermRow): string {
  return `${paths.newNomination}?plads=${slug}&periode=${id}`
}
