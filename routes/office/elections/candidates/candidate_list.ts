import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage, withWho } from '../shared.ts'
import { paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { candidateListPage, drawPage, uncontestedPage } from '../../../../views/office/elections/index.ts'

const preparationForm = fields.form(fields.choice('about', ['tie', 'ballot_order']))

const drawForm = fields.form(fields.text('words', fields.LONGEST.line), fields.text('seen_by'))

const listForm = fields.form(
  fields.chosenIds('seen', 'candidacy'),
  // The app draws with what was said in the room.
  fields.dependent(async (req: ElectionRequest) => {
    const drawn = await orderToDraw(req)
    return drawn?.prepared ? fields.form(fields.text('words'), fields.text('seen_by')) : undefined
  }),
  // When people draw, each name has a number and the draw is described.
  fields.dependent(async (req: ElectionRequest) => {
    const drawn = await orderToDraw(req)
    if (!drawn || drawn.prepared) return undefined
    const positions = drawn.standing.map(({ id }) => fields.wholeNumber(`position_${id}`))
    return fields.form(...positions, fields.choice('method', elections.LOT_METHODS), fields.text('witnesses'))
  }),
)

const uncontestedForm = fields.form(fields.text('decided_by'), fields.date('decided_on', 'past'))

export function candidateListRoutes(router: Router): void {
  router.get('/kontor/valg/:id/kandidatliste', requires('elections.read'), shows(showList))
  router.post(
    '/kontor/valg/:id/kandidatliste',
    requires('elections.run'),
    submits(listForm, {
      act: (req, form) =>
        form.seen.length > 0
          ? elections.approveList(req.db, officialOf(req), electionId(req), listFrom(form))
          : elections.declareUnfilled(req.db, officialOf(req), electionId(req)),
      again: showList,
      done: (req) => paths.election(electionId(req)),
      notice: (req) =>
        req.typed.seen === undefined ? 'elections.candidate_list.none' : 'elections.candidate_list.done',
    }),
  )
  uncontestedRoutes(router)
}

/** The names whose order is drawn now, and whether the app is ready to draw. */
async function orderToDraw(req: ElectionRequest) {
  const election = await electionOf(req)
  const standing = await elections.listStanding(req.db, election.id)
  if (!elections.allows(election.status, 'approveList') || !elections.drawsOrder(election, standing.length))
    return undefined
  return {
    standing,
    prepared: await elections.findPreparedDraw(req.db, officialOf(req).keys, election, 'ballot_order'),
  }
}

function listFrom({
  seen,
  method,
  witnesses,
  words,
  seen_by,
  ...rest
}: fields.FormOf<typeof listForm>): elections.ListForm {
  const positions = new Map(seen.map((id) => [id, rest[`position_${id}`] ?? 0]))
  return { seen, positions, method, words, witnesses: seen_by ?? witnesses }
}

async function showList(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const standing = await elections.listStanding(req.db, election.id)
  const lot = await elections.findOrderLot(req.db, election.id)
  const list = {
    standing,
    photographed: await elections.listPhotographed(req.db, election.id),
    seated: await elections.listSeatsHeld(req.db, election, standing),
    prepared: await elections.findPreparedDraw(req.db, officialOf(req).keys, election, 'ballot_order'),
    draw: lot && (await elections.findLotDraw(req.db, lot)),
  }
  showPage(req, res, 'candidates/candidate_list', candidateListPage(readerOf(req), election, list), again)
}

function uncontestedRoutes(router: Router): void {
  router.get('/kontor/valg/:id/fredsvalg', requires('elections.read'), shows(showUncontested))
  router.post(
    '/kontor/valg/:id/fredsvalg',
    requires('elections.plan'),
    submits(uncontestedForm, {
      act: (req, form) => elections.decideUncontested(req.db, officialOf(req), electionId(req), form),
      again: showUncontested,
      done: (req) => paths.election(electionId(req)),
      notice: 'elections.uncontested.done',
    }),
  )
}

async function showUncontested(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const standing = await elections.listStanding(req.db, election.id)
  showPage(req, res, 'candidates/uncontested', uncontestedPage(readerOf(req), election, standing), again)
}

/** The app shows the code of its secret first; then words from the room decide together with the secret. */
export function drawRoutes(router: Router): void {
  router.get('/kontor/valg/:id/lodtraekning/raadsbogen', requires('elections.read'), shows(showDraw))
  router.post(
    '/kontor/valg/:id/lodtraekning/raadsbogen/forberedelse',
    requires('elections.certify'),
    submits(preparationForm, {
      act: (req: ElectionRequest, { about }) =>
        elections.prepareDraw(req.db, officialOf(req), electionId(req), about),
      again: (req, res, shown) =>
        req.typed.about !== 'ballot_order' ? showDraw(req, res, shown) : showList(req, res, shown),
      done: (req) =>
        req.typed.about !== 'ballot_order'
          ? paths.draw(electionId(req))
          : paths.candidateList(electionId(req)),
      notice: 'elections.draw.prepared_notice',
    }),
  )
  router.post(
    '/kontor/valg/:id/lodtraekning/raadsbogen',
    requires('elections.certify'),
    submits(drawForm, {
      act: (req, { words, seen_by: witnesses }) =>
        elections.drawTie(req.db, officialOf(req), electionId(req), { words, witnesses }),
      again: showDraw,
      done: (req) => paths.result(electionId(req)),
      notice: 'elections.lot.done',
    }),
  )
}

async function showDraw(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const result = elections.allows(election.status, 'drawLot')
    ? await elections.findResult(req.db, election)
    : undefined
  const tie = result && {
    result,
    prepared: await elections.findPreparedDraw(req.db, officialOf(req).keys, election, 'tie'),
  }
  const isOnBoard = elections.sitsOn(await elections.listBoard(req.db, election.id), userOf(req))
  const page = drawPage(readerOf(req), election, tie, isOnBoard)
  showPage(req, res, 'candidates/draw', await withWho(req, election, page), again)
}
