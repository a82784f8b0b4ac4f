import type { NextFunction, Request, Response } from 'express'
import { namesForUser, namesForVisitors } from '../../../models/front/index.ts'
import type { KnownNames } from '../../../views/name_marks.ts'
import { namesInHtml } from '../../web/index.ts'

/** Finds the names that a visitor's pages may hold, until the next official act. */
export async function knowPublicNames(req: Request, _res: Response, next: NextFunction): Promise<void> {
  req.names = await publicNamesOf(req)
  next()
}

/** Finds the names that the signed-in reader's pages may hold. */
export async function knowOfficeNames(req: Request, _res: Response, next: NextFunction): Promise<void> {
  const { user } = req
  if (user) {
    req.names = await req.answers.get(`names:${user.id}`, async () =>
      namesInHtml(await namesForUser(req.db, user), await publicNamesOf(req)),
    )
  }
  next()
}

async function publicNamesOf(req: Request): Promise<KnownNames> {
  return req.answers.get('names:visitors', async () =>
    namesInHtml([...namesOfCouncil(req), ...(await namesForVisitors(req.db))]),
  )
}

function namesOfCouncil(req: Request): string[] {
  const { name, municipality } = req.house.council
  return [name, municipality]
}
