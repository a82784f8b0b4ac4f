import type { Request } from 'express'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import { previewErasure, type ErasurePreview } from '../../../models/privacy/people.ts'
import { retentionOf } from './kept_for.ts'
import { paths } from '../../../views/paths.ts'

export type PersonRequest = Request<{ id: string }>

/** office/privacy/erasure: what goes and what stays, before it is done. */
export interface ErasurePage {
  name: string
  action: string
  back: string
  scope: 'contact' | 'all'
  today: IsoDate
  /** Each thing that goes, in words. */
  goes: string[]
  stays: string[]
  /** Why it cannot be done yet; empty where nothing stands in the way. */
  inTheWay: string[]
  /** The day from which the rules erase by themselves. */
  from: IsoDate | null
  seen: string
}

export async function erasurePage(req: Request, id: number): Promise<ErasurePage> {
  const today = req.clock.today()
  const preview = await previewErasure(req.db, id, { today, retention: retentionOf(req) })
  const { person, scope, anything, inTheWay, from, seen } = preview
  return {
    name: person.name,
    action: paths.personErasure(id),
    back: paths.person(id),
    scope,
    today,
    goes: anything ? goesOf(req, preview) : [],
    stays: staysOf(req, preview),
    inTheWay: inTheWay.map(({ hold, until }) =>
      req.t(`retention.hold.${hold}`, { until: until ? dayOf(req, until) : '' }),
    ),
    from: from ?? null,
    seen,
  }
}

function goesOf(req: Request, { held, scope }: ErasurePreview): string[] {
  const counted = ['notes', 'flags', 'applications', 'portraits', 'accounts'] as const
  return [
    ...(scope === 'all' ? [req.t('retention.goes.name')] : []),
    ...held.contact.map((field) => req.t(`retention.goes.${field}`)),
    ...counted
      .filter((what) => held[what] > 0)
      .map((what) => req.t(`retention.goes.${what}`, { count: held[what] })),
  ]
}

/** What the council's own record keeps of somebody who has been a member, and what is no longer about anybody. */
function staysOf(req: Request, { scope }: ErasurePreview): string[] {
  const said = scope === 'contact' ? ['seat', 'elections', 'log'] : ['elections', 'log']
  return said.map((what) => req.t(`retention.stays.${what}`))
}

function dayOf(req: Request, day: IsoDate): string {
  return formatDate(day, req.lang)
}
