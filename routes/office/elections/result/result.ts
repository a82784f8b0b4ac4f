import type { Response, Router } from 'express'
import { body } from 'express-validator'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage, withWho } from '../shared.ts'
import { paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import { choice, chosenIds, field, form, text } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'

const certificationForm = form(
  field<{ result_hash: string }>(body('result_hash').isString().bail().withMessage('invalid.required')),
)

const finalForm = form()

const lotForm = form(
  choice('method', elections.LOT_METHODS),
  text('witnesses'),
  chosenIds('called', 'account'),
  chosenIds('among', 'candidacy'),
  chosenIds('chosen', 'candidacy'),
)

export function resultRoutes(router: Router): void {
  router.get('/kontor/valg/:id/resultat', requires('elections.read'), async (req: ElectionRequest, res) => {
    const election = await electionOf(req)
    // The result changes by acts alone.
    const page = await req.answers.get(`office_result:${election.id}:${req.lang}`, async () =>
      electionsPages.resultPage(readerOf(req), election, await resultRows(req, election)),
    )
    showPage(req, res, 'result/result', page)
  })
  router.get('/kontor/valg/:id/lodtraekning', requires('elections.read'), shows(showLot))
  router.post(
    '/kontor/valg/:id/lodtraekning',
    requires('elections.certify'),
    submits(lotForm, {
      act: (req, form) => elections.recordLot(req.db, officialOf(req), electionId(req), form),
      again: showLot,
      done: (req) => paths.result(electionId(req)),
      notice: 'elections.lot.done',
    }),
  )
  router.post(
    '/kontor/valg/:id/lodtraekning/bekraeftelse',
    requires('elections.certify'),
    submits(form(), {
      act: (req) => elections.confirmLot(req.db, officialOf(req), electionId(req)),
      again: showLot,
      done: (req) => paths.result(electionId(req)),
      notice: 'elections.lot.confirmed_notice',
    }),
  )
}

async function resultRows(req: ElectionRequest, election: elections.Election) {
  const result = await elections.findResult(req.db, election)
  return {
    result,
    certifications: result ? await elections.listCertifications(req.db, result) : [],
    record: await elections.findRecord(req.db, election.id),
  }
}

async function showLot(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const result = await elections.findResult(req.db, election)
  const page = electionsPages.lotPage(readerOf(req), election, {
    ...{ result, user: actorOf(req) },
    isOnBoard: elections.sitsOn(await elections.listBoard(req.db, election.id), userOf(req)),
    callable: await elections.listCallable(req.db, election, userOf(req)),
    calls: result ? await elections.listCalls(req.db, result) : [],
  })
  showPage(req, res, 'result/lot', await withWho(req, election, page), shown)
}

function actorOf(req: ElectionRequest) {
  const { id, name, personId: person_id } = userOf(req)
  return { id, name, person_id }
}

export function certificationRoutes(router: Router): void {
  router.get('/kontor/valg/:id/godkendelse', requires('elections.read'), shows(showCertification))
  router.post(
    '/kontor/valg/:id/godkendelse',
    requires('elections.certify'),
    submits(certificationForm, {
      act: (req, { result_hash }) =>
        elections.certifyResult(req.db, officialOf(req), electionId(req), result_hash),
      again: showCertification,
      done: (req) => paths.result(electionId(req)),
      notice: 'elections.certification.done',
    }),
  )
  router.get('/kontor/valg/:id/afslutning', requires('elections.read'), shows(showFinal))
  router.post(
    '/kontor/valg/:id/afslutning',
    requires('elections.plan'),
    submits(finalForm, {
      act: (req) => elections.finishElection(req.db, officialOf(req), electionId(req)),
      again: showFinal,
      done: (req) => paths.election(electionId(req)),
      notice: 'elections.final.done',
    }),
  )
}

async function showCertification(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const { id, area_id, term } = election
  const result = await elections.findResult(req.db, election)
  const page = electionsPages.certificationPage(readerOf(req), election, {
    result,
    ...{ calls: result ? await elections.listCalls(req.db, result) : [], user: actorOf(req) },
    certifications: result ? await elections.listCertifications(req.db, result) : [],
    board: await elections.listBoard(req.db, id),
    verdict: result && (await elections.checkCertifier(req.db, userOf(req), election, result)),
    unsealed: elections.hasPaper(election) && (await elections.listSealed(req.db, id)).length === 0,
    openSeat: (await elections.listOpenSeats(req.db, area_id, term, req.clock.today()))[0],
  })
  showPage(req, res, 'result/certification', await withWho(req, election, page), shown)
}

async function showFinal(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const undecided = await elections.countUndecided(req.db, election.id)
  showPage(req, res, 'result/final', electionsPages.finalPage(readerOf(req), election, undecided), shown)
}
