import type { Body } from '../../../models/bodies/bodies.ts'
import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { bodyForm, type BodyForm } from './body_form.ts'
import { isOver } from './bodies.page.ts'

export interface EndingPage extends BodyForm {
  until: IsoDate | undefined
  successor: string
  possible: { value: string; text: string }[]
}

export function endingPage({ today }: Reader, body: BodyInFull, known: readonly Body[]): EndingPage {
  const possible = known.filter((one) => one.id !== body.id && one.kind === body.kind && !isOver(one, today))
  return {
    ...bodyForm(body, paths.bodyEnding),
    until: body.active_until ?? undefined,
    successor: body.successor_id === null ? '' : String(body.successor_id),
    possible: possible.map(({ id, name }) => ({ value: String(id), text: name })),
  }
}
