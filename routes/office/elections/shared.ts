import type { Request, Response } from 'express'
import type { AccountId } from '../../../models/core/index.ts'
import { type Election, getElection, type Official, whoMay } from '../../../models/elections/index.ts'
import { type Asking, type ElectionHead, shownWho } from '../../../views/office/elections/index.ts'
import { byOf, idIn, readerOf, type Shown, showNamed, userOf } from '../../web/index.ts'
import type { PageOf, ViewIn } from '../../../views/pages.ts'

export type ElectionRequest = Request<{ id: string }>

export const electionId = idIn('election')

/** Throws NotFound when the election is out of the signed-in reader's reach. */
export async function electionOf(req: ElectionRequest): Promise<Election> {
  return getElection(req.db, userOf(req), electionId(req))
}

export function officialOf(req: Request): Official {
  return { ...byOf(req), user: userOf(req) }
}

/** Adds who may go on where the reader may not, and how to reach them. `writer`: who is out, having written it. */
export async function withWho<Page extends Asking>(
  req: Request,
  election: Election,
  page: Page,
  writer: AccountId | null = null,
): Promise<Page> {
  if (page.asks === null) return page
  const who = await whoMay(req.db, election, page.asks, userOf(req), writer)
  return { ...page, whoMay: shownWho(readerOf(req), who) }
}

/** The title is `elections.<view>.title`, with the election's name when the page has one. */
export function showPage<V extends ViewIn<'office/elections'>>(
  req: Request,
  res: Response,
  view: V,
  page: PageOf<`office/elections/${V}`> & object,
  shown: Shown = {},
): void {
  showTitled(req, res, view, req.t(`elections.${view.split('/').at(-1) ?? view}.title`), page, shown)
}

export function showTitled<V extends ViewIn<'office/elections'>>(
  req: Request,
  res: Response,
  view: V,
  own: string,
  page: PageOf<`office/elections/${V}`> & object,
  shown: Shown = {},
): void {
  const title = 'head' in page ? `${own} – ${(page.head as ElectionHead).name}` : own
  showNamed(req, res, `office/elections/${view}`, { title, page, ...shown })
}

/** The browser shows the file, and saves it under a readable name. */
export function inlineAs(name: string, plainName: string, how: 'inline' | 'attachment' = 'inline'): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${how}; filename="${plainName}"; filename*=UTF-8''${encoded}`
}
