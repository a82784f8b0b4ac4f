import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { readinessPage, roomPage, ticksField } from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'

type TicksRequest = Request<{ id: string; list: string }>

/** Each list on the page is a form of its own, with fields of its own. */
const ticksForm = fields.form(
  fields.optionalText('place'),
  fields.chosenAmong('seen', elections.TICK_KEYS),
  fields.dependent((req: TicksRequest) =>
    fields.form(fields.chosenAmong(ticksField(Number(req.params.list)), elections.TICK_KEYS)),
  ),
)

const choresForm = fields.form(
  fields.chosenAmong('seen', elections.TICKED_CHORES),
  fields.chosenAmong('chosen', elections.TICKED_CHORES),
)

export function readinessRoutes(router: Router): void {
  router.get('/kontor/valg/:id/klar', requires('elections.read'), shows(showReadiness))
  router.post(
    '/kontor/valg/:id/klar/:list',
    requires('elections.run'),
    submits(ticksForm, {
      act: (req: TicksRequest, { place = null, seen, ...form }) =>
        elections.changeTicks(req.db, officialOf(req), electionId(req), {
          place,
          seen,
          chosen: form[ticksField(Number(req.params.list))] ?? [],
        }),
      again: showReadiness,
      done: (req) => paths.readiness(electionId(req)),
      notice: 'elections.readiness.saved',
    }),
  )
}

async function showReadiness(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
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

export function roomRoutes(router: Router): void {
  router.get('/kontor/valg/:id/i-rummet', requires('elections.read'), shows(showRoom))
  router.post(
    '/kontor/valg/:id/i-rummet',
    requires('elections.run'),
    submits(choresForm, {
      act: (req: ElectionRequest, form) =>
        elections.tickChores(req.db, officialOf(req), electionId(req), form),
      again: showRoom,
      done: (req) => paths.room(electionId(req)),
      notice: 'elections.readiness.saved',
    }),
  )
}

async function showRoom(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const reader = readerOf(req)
  const page = roomPage(reader, election, await elections.listChores(req.db, election, reader.today))
  showPage(req, res, 'readiness/room', page, { ...shown, values: { chosen: page.ticked, ...shown.values } })
}
