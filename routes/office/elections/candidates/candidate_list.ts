import type { Response, Router } from 'express'
import {
  approveList,
  decideUncontested,
  declareUnfilled,
  findOrderLot,
  type ListForm,
} from '../../../../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { listPhotographed } from '../../../../models/elections/candidates/portraits.ts'
import { listSeatsHeld } from '../../../../models/elections/candidates/seated.ts'
import { findPreparedDraw } from '../../../../models/elections/result/draws.ts'
import { findLotDraw } from '../../../../models/elections/result/lot_draws.ts'
import { LOT_METHODS } from '../../../../models/elections/result/result.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { drawsOrder } from '../../../../models/rules/elections/candidate_list.ts'
import { candidateListPage } from '../../../../views/office/elections/candidates/candidate_list.page.ts'
import { uncontestedPage } from '../../../../views/office/elections/candidates/uncontested.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import {
  choice,
  chosenIds,
  date,
  dependent,
  form,
  text,
  wholeNumber,
  type FormOf,
} from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const listForm = form(
  chosenIds('seen'),
  // The app draws with what was said in the room.
  dependent(async (req: ElectionRequest) => {
    const drawn = await orderToDraw(req)
    return drawn?.prepared ? form(text('words'), text('seen_by')) : undefined
  }),
  // When people draw, each name has a number and the draw is described.
  dependent(async (req: ElectionRequest) => {
    const drawn = await orderToDraw(req)
    if (!drawn || drawn.prepared) return undefined
    const positions = drawn.standing.map(({ id }) => wholeNumber(`position_${id}`))
    return form(...positions, choice('method', LOT_METHODS), text('witnesses'))
  }),
)

const uncontestedForm = form(text('decided_by'), date('decided_on'))

export function candidateListRoutes(router: Router): void {
  router.get('/kontor/valg/:id/kandidatliste', requires('elections.read'), (req: ElectionRequest, res) =>
    showList(req, res),
  )
  router.post(
    '/kontor/valg/:id/kandidatliste',
    requires('elections.run'),
    listForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, listForm, {
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

/** The names whose order is drawn now, and whether the app is ready to draw. */
async function orderToDraw(req: ElectionRequest) {
  const election = await electionOf(req)
  const standing = await listStanding(req.db, election.id)
  if (!allows(election.status, 'approveList') || !drawsOrder(election, standing.length)) return undefined
  return { standing, prepared: await findPreparedDraw(req.db, election, 'ballot_order') }
}

function listFrom({ seen, method, witnesses, words, seen_by, ...rest }: FormOf<typeof listForm>): ListForm {
  const positions = new Map(seen.map((id) => [id, rest[`position_${id}`] ?? 0]))
  return { seen, positions, method, words, witnesses: seen_by ?? witnesses }
}

export async function showList(
  req: ElectionRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const standing = await listStanding(req.db, election.id)
  const lot = await findOrderLot(req.db, election.id)
  const list = {
    standing,
    photographed: await listPhotographed(req.db, election.id),
    seated: await listSeatsHeld(req.db, election, standing),
    prepared: await findPreparedDraw(req.db, election, 'ballot_order'),
    draw: lot && (await findLotDraw(req.db, lot)),
  }
  showPage(req, res, 'candidates/candidate_list', candidateListPage(readerOf(req), election, list), again)
}

function uncontestedRoutes(router: Router): void {
  router.get('/kontor/valg/:id/fredsvalg', requires('elections.read'), (req: ElectionRequest, res) =>
    showUncontested(req, res),
  )
  router.post(
    '/kontor/valg/:id/fredsvalg',
    requires('elections.plan'),
    uncontestedForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, uncontestedForm, {
        act: (form) => decideUncontested(req.db, officialOf(req), id, form),
        again: (shown) => showUncontested(req, res, shown),
        done: () => paths.election(id),
        notice: 'elections.uncontested.done',
      })
    },
  )
}

async function showUncontested(
  req: ElectionRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const standing = await listStanding(req.db, election.id)
  showPage(req, res, 'candidates/uncontested', uncontestedPage(readerOf(req), election, standing), again)
}
