import type { NextFunction, Response, Router } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { IsoDate } from '../../../../models/core/dates.ts'
import {
  approveList,
  decideUncontested,
  declareUnfilled,
  drawsOrder,
  type ListForm,
} from '../../../../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { findPreparedDraw } from '../../../../models/elections/result/draws.ts'
import { LOT_METHODS } from '../../../../models/elections/result/lots.ts'
import type { LotRow } from '../../../../models/elections/result/tables.ts'
import { requires } from '../../../web/access.ts'
import { choice, chosenIds, date, text, wholeNumber } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showList, showUncontested } from './candidate_list_pages.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'

interface TypedList {
  seen: number[]
  method?: LotRow['method']
  witnesses?: string
  words?: string
  seen_by?: string
  [position: `position_${number}`]: number
}

/** The list: approved in the order it has on the ballot, closed empty, or followed by a decision not to vote. */
export function candidateListRoutes(router: Router): void {
  router.get('/kontor/valg/:id/kandidatliste', requires('elections.read'), (req: ElectionRequest, res) =>
    showList(req, res),
  )
  router.post(
    '/kontor/valg/:id/kandidatliste',
    requires('elections.run'),
    chosenIds('seen'),
    checkOrder,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<TypedList, { id: number }>(req, res, {
        act: (form) =>
          form.seen.length > 0
            ? approveList(req.db, officialOf(req), id, listFrom(form))
            : declareUnfilled(req.db, officialOf(req), id),
        again: (shown) => showList(req, res, shown),
        done: () => paths.election(id),
        notice:
          req.typed.seen === undefined ? 'elections.candidate_list.none' : 'elections.candidate_list.done',
      })
    },
  )
  uncontestedRoutes(router)
}

/**
 * Where lots decide the order on the ballot, each name has a number and the draw is described; where the app was made ready
 * to draw, somebody has said something.
 */
async function checkOrder(req: ElectionRequest, _res: Response, next: NextFunction): Promise<void> {
  const election = await electionOf(req)
  const standing = await listStanding(req.db, election.id)
  if (allows(election.status, 'approveList') && drawsOrder(election, standing.length)) {
    if (await findPreparedDraw(req.db, election, 'ballot_order')) {
      await text('words').run(req)
      await text('seen_by').run(req)
      next()
      return
    }
    for (const { id } of standing) await wholeNumber(`position_${id}`).run(req)
    await choice('method', LOT_METHODS).run(req)
    await text('witnesses').run(req)
  }
  next()
}

function listFrom({ seen, method, witnesses, words, seen_by, ...rest }: TypedList): ListForm {
  const positions = new Map(seen.map((id) => [id, rest[`position_${id}`] ?? 0]))
  return { seen, positions, method, words, witnesses: seen_by ?? witnesses }
}

function uncontestedRoutes(router: Router): void {
  router.get('/kontor/valg/:id/fredsvalg', requires('elections.read'), (req: ElectionRequest, res) =>
    showUncontested(req, res),
  )
  router.post(
    '/kontor/valg/:id/fredsvalg',
    requires('elections.plan'),
    text('decided_by'),
    date('decided_on'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ decided_by: string; decided_on: IsoDate }, unknown>(req, res, {
        act: (form) => decideUncontested(req.db, officialOf(req), id, form),
        again: (shown) => showUncontested(req, res, shown),
        done: () => paths.election(id),
        notice: 'elections.uncontested.done',
      })
    },
  )
}
