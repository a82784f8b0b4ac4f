import type { Request, Response } from 'express'

/** The browser asks each time whether the photo has changed, so that a removed one is gone at once. */
export function sendPhoto(
  req: Request,
  res: Response,
  { jpeg, sha256 }: { jpeg: Buffer; sha256: string },
): void {
  res.set('Cache-Control', req.user ? 'private, no-cache' : 'no-cache')
  res.set('ETag', `"${sha256}"`)
  if (req.fresh) {
    res.status(304).end()
    return
  }
  res.type('jpeg').send(jpeg)
}
