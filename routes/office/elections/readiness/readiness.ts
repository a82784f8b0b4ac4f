import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { readinessPage, ticksField } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

type TicksRequest = Request<{ id: string; list: string }>

/** Each list on the page is a form of its own, with fields of its own. */
const ticksForm = fields.form(
  fields.optionalText('place'),
  fields.chosenAmong('seen', elections.TICK_KEYS),
  fields.dependent((req: TicksRequest) =>
    fields.form(fields.chosenAmong(ticksField(Number(req.params.list)), elections.TICK_KEYS)),
  ),
)

export function readinessRoutes(router: Router): void {
  router.get('/kontor/valg/:id/klar', requires('elections.read'), (req: ElectionRequest, res) =>
    showReadiness(req, res),
  )
  router.post(
    '/kontor/valg/:id/klar/:list',
    requires('elections.run'),
    ticksForm,
    async (req: TicksRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      const own = ticksField(Number(req.params.list))
      await submit(req, res, ticksForm, {
        act: ({ place = null, seen, ...form }) =>
          elections.changeTicks(req.db, officialOf(req), id, { place, seen, chosen: form[own] ?? [] }),
        again: (shown) => showReadiness(req, res, shown),
        done: () => paths.readiness(id),
        notice: 'elections.readiness.saved',
      })
    },
  )
}

async function showReadiness(
  req: ElectionRequest | TicksRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { clock, house } = req
  const readiness = await elections.readinessOf(req.db, election, { clock, backupStamp: house.backupStamp })
  const page = readinessPage(readerOf(req), election, {
    ...readiness,
    sittings: await elections.listSittings(req.db, election),
  })
  // After a refusal a box that was not sent counts as not ticked: each list shows what stands in the book instead.
  const stored = Object.fromEntries(page.ticks.map(({ field, ticked }) => [field, ticked]))
  showPage(req, res, 'readiness/readiness', page, { ...shown, values: { ...stored, ...shown.values } })
}
