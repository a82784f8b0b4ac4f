import type { Response } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { listBoard, sitsOn } from '../../../../models/elections/board.ts'
import { findPreparedDraw, type PreparedDraw } from '../../../../models/elections/result/draws.ts'
import { findResult } from '../../../../models/elections/result/loading.ts'
import { userOf } from '../../../web/access.ts'
import type { Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** office/elections/draw */
export interface DrawPage {
  head: ElectionHead
  action: string
  prepareAction: string
  lotHref: string
  state: 'form' | 'not_on_board' | 'no_lot'
  /** The names in ballot order, and their votes. */
  among: string[]
  votes: number | null
  /** Once it is prepared: the code of its secret. */
  draw: PreparedDraw | null
}

/** Shows the page, after a refusal with what was typed. */
export async function showDraw(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id } = election
  const result = allows(election.status, 'drawLot') ? await findResult(req.db, election) : undefined
  const onBoard = sitsOn(await listBoard(req.db, id), userOf(req))
  const page: DrawPage = {
    head: headOf(req, election),
    action: paths.draw(id),
    prepareAction: paths.drawPreparation(id),
    lotHref: paths.lot(id),
    state: result ? (onBoard ? 'form' : 'not_on_board') : 'no_lot',
    among: (result?.candidates ?? []).filter((one) => result?.among.includes(one.id)).map(({ name }) => name),
    votes: result?.steps.find(({ rule }) => rule === 'tie_at_border')?.votes ?? null,
    draw: result ? ((await findPreparedDraw(req.db, election, 'tie')) ?? null) : null,
  }
  showPage(req, res, 'candidates/draw', page, shown)
}
