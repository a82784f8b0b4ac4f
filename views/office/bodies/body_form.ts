import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import { paths } from '../../paths.ts'

export interface BodyForm {
  name: string
  action: string
  back: string
}

export function bodyForm({ name, slug }: BodyInFull, action: (slug: string) => string): BodyForm {
  return { name, action: action(slug), back: paths.body(slug) }
}
