import type { Response, Router } from 'express'
import { listBoard, sitsOn } from '../../../../models/elections/board.ts'
import { drawTie, findPreparedDraw, prepareDraw } from '../../../../models/elections/result/draws.ts'
import { findResult } from '../../../../models/elections/result/loading.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { drawPage } from '../../../../views/office/elections/candidates/draw.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires, userOf } from '../../../web/access.ts'
import { choice, form, LONGEST, text } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import { showList } from './candidate_list.ts'

const preparationForm = form(choice('about', ['tie', 'ballot_order']))

const drawForm = form(text('words', LONGEST.line), text('seen_by'))

/** The app shows the code of its secret first; then words from the room decide together with the secret. */
export function drawRoutes(router: Router): void {
  router.get(
    '/kontor/valg/:id/lodtraekning/raadsbogen',
    requires('elections.read'),
    (req: ElectionRequest, res) => showDraw(req, res),
  )
  router.post(
    '/kontor/valg/:id/lodtraekning/raadsbogen/forberedelse',
    requires('elections.certify'),
    preparationForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const tie = req.typed.about !== 'ballot_order'
      await submit(req, res, preparationForm, {
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
    drawForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, drawForm, {
        act: ({ words, seen_by: witnesses }) => drawTie(req.db, officialOf(req), id, { words, witnesses }),
        again: (shown) => showDraw(req, res, shown),
        done: () => paths.result(id),
        notice: 'elections.lot.done',
      })
    },
  )
}

async function showDraw(req: ElectionRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const result = allows(election.status, 'drawLot') ? await findResult(req.db, election) : undefined
  const tie = result && { result, prepared: await findPreparedDraw(req.db, election, 'tie') }
  const isOnBoard = sitsOn(await listBoard(req.db, election.id), userOf(req))
  showPage(req, res, 'candidates/draw', drawPage(readerOf(req), election, tie, isOnBoard), again)
}
