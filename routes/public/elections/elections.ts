import express, { type Request, type Response, type Router } from 'express'
import type { ElectionId } from '../../../models/core/index.ts'
import * as elections from '../../../models/elections/index.ts'
import { anyone, idFrom, paths, readerOf, sendPhoto, showKept } from '../../web/index.ts'
import { electionPage } from '../../../views/public/elections/election.page.ts'
import { electionsPage } from '../../../views/public/elections/elections.page.ts'

export function electionRoutes(): Router {
  const router = express.Router()
  router.get(paths.publicElections, anyone, async (req: Request, res: Response) => {
    await showKept(req, res, 'public/elections/elections', {
      key: '',
      make: async () => ({
        title: req.t('public_election.list_heading'),
        page: electionsPage(readerOf(req), await elections.listPublicElections(req.db)),
      }),
    })
  })
  router.get('/valg/:id', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const id = idFrom('election', req.params.id)
    await showKept(req, res, 'public/elections/election', {
      key: `${id}`,
      make: async () => {
        const page = electionPage(readerOf(req), await elections.getPublicElection(req.db, id))
        const at = req.t(`public_election.at.${page.wording}`, { area: page.area })
        return { title: req.t('public_election.heading', { at }), page }
      },
    })
  })
  router.get(
    '/valg/:id/kandidat/:candidacy/foto',
    anyone,
    async (req: Request<{ id: string; candidacy: string }>, res: Response) => {
      sendPhoto(
        req,
        res,
        await elections.getPublicPhoto(
          req.db,
          idFrom('election', req.params.id),
          idFrom('candidacy', req.params.candidacy),
        ),
      )
    },
  )
  router.get('/valg/:id/protokol.json', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const id = idFrom('election', req.params.id)
    sendRecord(res, id, await req.answers.get(`record:${id}`, () => elections.getPublicRecord(req.db, id)))
  })
  router.get('/valg/:id/koder.txt', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const { id, codes, destroyedBox } = await elections.getPublicElection(
      req.db,
      idFrom('election', req.params.id),
    )
    // A file cannot say why it is empty.
    if (destroyedBox) res.redirect(303, `${paths.publicElection(id)}#codes`)
    else sendCodes(res, codes)
  })
  return router
}

/** No line end at the end: the file's own SHA-256 is the code on the poster and in the record. */
export function sendCodes(res: Response, codes: readonly string[]): void {
  res.set('Cache-Control', 'no-store').type('text/plain').send(codes.join('\n'))
}

/** Byte for byte: the data's SHA-256 is the code on the page and on the poster. */
export function sendRecord(res: Response, id: ElectionId, document: string): void {
  res.attachment(`valgprotokol-${id}.json`).type('application/json').send(Buffer.from(document, 'utf8'))
}
