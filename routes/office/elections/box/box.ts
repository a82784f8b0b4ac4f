import type { Response, Router } from 'express'
import { Refused } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { boxLossRoutes } from './loss.ts'
import { custodyRoutes, showSlip } from './custody.ts'
import { paperEntryRoutes } from './entry.ts'
import { boxPaperRoutes } from './papers.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'
import { sendCodes } from '../../../public/elections/elections.ts'
import * as web from '../../../web/index.ts'
import { form, LONGEST, optionalChoice, optionalText } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'

/** Each types own slip, at own sign-in. */
const openingForm = form(optionalText(elections.slipField(0), LONGEST.text), optionalChoice('from', ['slip']))
const plainForm = form()

export function boxRoutes(router: Router): void {
  boxLossRoutes(router)
  custodyRoutes(router)
  boxPaperRoutes(router)
  paperEntryRoutes(router)
  openingRoutes(router)
  router.get('/kontor/valg/:id/stemmekasse', web.requires('elections.read'), web.shows(showBox))
  router.get('/kontor/valg/:id/stemmekasse/koder', web.requires('elections.read'), showCodes)
}

function openingRoutes(router: Router): void {
  const may = web.requires('elections.count')
  router.post(
    '/kontor/valg/:id/stemmekasse/aabning',
    may,
    web.submits(openingForm, {
      act: async (req: ElectionRequest, { slip_1 }) => {
        const typed = { slip: web.secretOf(req, slip_1), session: req.sessionID }
        await elections.putSlip(req.db, officialOf(req), electionId(req), typed)
      },
      again: (req, res, shown) => (isOnSlip(req) ? showSlip(req, res, shown) : showBox(req, res, shown)),
      done: (req) => (isOnSlip(req) ? web.paths.mySlip(electionId(req)) : web.paths.box(electionId(req))),
    }),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/vidne',
    may,
    web.submits(plainForm, {
      act: async (req) => {
        const { id } = await electionOf(req)
        await elections.witnessOpening(req.db, officialOf(req), id, req.sessionID)
      },
      again: showBox,
      done: (req) => web.paths.box(electionId(req)),
    }),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/forfra',
    may,
    web.submits(plainForm, {
      act: async (req) => elections.endSitting(req.db, officialOf(req), (await electionOf(req)).id),
      again: showBox,
      done: (req) => web.paths.box(electionId(req)),
    }),
  )
  router.get('/kontor/valg/:id/stemmekasse/fremdrift', web.requires('elections.read'), sendProgress)
  router.post(
    '/kontor/valg/:id/stemmekasse/oprydning',
    may,
    web.submits(plainForm, {
      act: async (req) => elections.compactBox(req.db, officialOf(req), (await electionOf(req)).id),
      again: showBox,
      done: (req) => web.paths.box(electionId(req)),
      notice: 'box.compaction.done',
    }),
  )
}

/** Of the two pages on which a slip can be typed. */
function isOnSlip(req: ElectionRequest): boolean {
  return req.typed.from === 'slip'
}

async function showBox(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const { id } = election
  const { opening, compacted, typed } = await elections.findOpenedBox(req.db, id)
  const job = opening && compacted ? undefined : elections.findBoxJob(req.db, id)
  const failed = job?.stage === 'failed' ? { errors: [failureOf(req, job.fault)] } : {}
  const page = electionsPages.boxPage(web.readerOf(req), election, {
    key: await elections.findKeyAndTrial(req.db, id),
    custody: await elections.findCustody(req.db, id),
    account: await elections.boothAccount(req.db, id),
    codes: await elections.listCodes(req.db, id),
    isDestroyed: (await elections.findDestroyedBox(req.db, id)) !== undefined,
    doubt: await elections.findBoxDoubt(req.db, id),
    merger: await elections.findMerger(req.db, id),
    entry: await elections.findEntry(req.db, id),
    ...{ opening, compacted, typed, job },
    sitting: await elections.findSitting(req.db, req.clock, id),
    user: web.userOf(req).id,
  })
  showTitled(req, res, 'box/box', req.t('box.box.title'), page, { ...failed, ...shown })
  if (!job || !elections.isRunning(job)) elections.forgetBoxJob(req.db, id)
}

/** The next page tells of an opening that failed after its form was answered. An unforeseen error is a fault. */
function failureOf(req: ElectionRequest, fault: unknown) {
  return fault instanceof Refused ? web.explain(req, fault) : { message: req.t('box.opening.failed') }
}

async function sendProgress(req: ElectionRequest, res: Response): Promise<void> {
  const { id } = await electionOf(req)
  const job = elections.findBoxJob(req.db, id)
  const sitting = job ? undefined : await elections.findSitting(req.db, req.clock, id)
  const waiting = sitting && { stage: 'waiting', done: sitting.by.length }
  const { stage = null, done = 0, of = 0 } = { ...waiting, ...job }
  res.set('Cache-Control', 'no-store').json({ stage, done, of })
}

async function showCodes(req: ElectionRequest, res: Response): Promise<void> {
  const { id } = await electionOf(req)
  sendCodes(res, await elections.listCodes(req.db, id))
}
