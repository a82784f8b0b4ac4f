import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { getBodyInFull } from '../../../models/bodies/body_in_full.ts'
import { paths } from '../../../views/paths.ts'
import type { BodyKind } from '../../../models/rules/core/by_kind.ts'

/** office/bodies/name, address, contact and ending: the forms about one body. */
export interface BodyFormPage {
  name: string
  kind: BodyKind
  action: string
  back: string
  today: IsoDate
  until: IsoDate | null
  address: string
  contact: { name: string; email: string; phone: string; address: string }
  successor: string
  /** Others of the same kind that could come after it. */
  others: { value: string; text: string }[]
}

export async function formPage(req: Request, slug: string): Promise<BodyFormPage> {
  const today = req.clock.today()
  const body = await getBodyInFull(req.db, slug, today)
  const others = (await listBodies(req.db, today)).filter(
    ({ id, kind, active_until }) =>
      id !== body.id && kind === body.kind && (active_until === null || active_until >= today),
  )
  const { contact } = body
  return {
    name: body.name,
    kind: body.kind,
    action: req.path,
    back: paths.body(slug),
    today,
    until: body.active_until,
    address: body.addressThen ?? '',
    contact: {
      name: contact?.name ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? '',
      address: contact?.postal_address ?? '',
    },
    successor: body.successor_id === null ? '' : String(body.successor_id),
    others: others.map(({ id, name }) => ({ value: String(id), text: name })),
  }
}
