import type { Response, Router } from 'express'
import { drawTie, prepareDraw } from '../../../../models/elections/result/draws.ts'
import { requires } from '../../../web/access.ts'
import { choice, LONGEST, text } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showList } from './candidate_list_pages.ts'
import { showDraw } from './draws_page.ts'
import { officialOf, type ElectionRequest } from '../shared.ts'

const ABOUT = ['tie', 'ballot_order'] as const

/** The app draws lots: first it shows the code of its secret, then words from the room decide together with it. */
export function drawRoutes(router: Router): void {
  router.get(
    '/kontor/valg/:id/lodtraekning/raadsbogen',
    requires('elections.read'),
    (req: ElectionRequest, res) => showDraw(req, res),
  )
  router.post(
    '/kontor/valg/:id/lodtraekning/raadsbogen/forberedelse',
    requires('elections.certify'),
    choice('about', ABOUT),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const tie = req.typed.about !== 'ballot_order'
      await submit<{ about: (typeof ABOUT)[number] }, unknown>(req, res, {
        act: ({ about }) => prepareDraw(req.db, officialOf(req), id, about),
        again: (shown) => (tie ? showDraw(req, res, shown) : showList(req, res, shown)),
        done: () => (tie ? paths.draw(id) : paths.candidateList(id)),
        notice: 'elections.draw.prepared_notice',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/lodtraekning/raadsbogen',
    requires('elections.certify'),
    text('words', LONGEST.line),
    text('seen_by'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ words: string; seen_by: string }, unknown>(req, res, {
        act: ({ words, seen_by: witnesses }) => drawTie(req.db, officialOf(req), id, { words, witnesses }),
        again: (shown) => showDraw(req, res, shown),
        done: () => paths.result(id),
        notice: 'elections.lot.done',
      })
    },
  )
}
