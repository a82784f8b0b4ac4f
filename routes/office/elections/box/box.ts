import type { Response, Router } from 'express'
import { Refused } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { boxLossRoutes } from './loss.ts'
import { custodyRoutes, showSlip } from './custody.ts'
import { paperEntryRoutes } from './entry.ts'
import { boxPaperRoutes } from './papers.ts'
import { electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'
import { sendCodes } from '../../../public/elections/elections.ts'
import * as web from '../../../web/index.ts'
import { form, LONGEST, optionalChoice, optionalText } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'

/** Each types own slip, at own sign-in. */
const openingForm = form(
  optionalText(elections.slipField(0), LONGEST.text),
  // The page that the slip was typed on.
  optionalChoice('from', ['slip']),
)
const plainForm = form()

export function boxRoutes(router: Router): void {
  boxLossRoutes(router)
  custodyRoutes(router)
  boxPaperRoutes(router)
  paperEntryRoutes(router)
  openingRoutes(router)
  router.get('/kontor/valg/:id/stemmekasse', web.requires('elections.read'), (req: ElectionRequest, res) =>
    showBox(req, res),
  )
  router.get('/kontor/valg/:id/stemmekasse/koder', web.requires('elections.read'), showCodes)
}

function openingRoutes(router: Router): void {
  router.post(
    '/kontor/valg/:id/stemmekasse/aabning',
    web.requires('elections.count'),
    openingForm,
    async (req: ElectionRequest, res: Response) => {
      const id = web.idFrom('election', req.params.id)
      const isOnSlip = req.typed.from === 'slip'
      const again = (shown: web.Again) =>
        isOnSlip ? showSlip(req, res, undefined, shown) : showBox(req, res, shown)
      await web.submit(req, res, openingForm, {
        act: async ({ slip_1 }) => {
          const typed = { slip: web.secretOf(req, slip_1), session: req.sessionID }
          await elections.putSlip(req.db, officialOf(req), id, typed)
        },
        again,
        done: () => (isOnSlip ? web.paths.mySlip(id) : web.paths.box(id)),
      })
    },
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/vidne',
    web.requires('elections.count'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      await web.submit(req, res, plainForm, {
        act: () => elections.witnessOpening(req.db, officialOf(req), id, req.sessionID),
        again: (shown) => showBox(req, res, shown),
        done: () => web.paths.box(id),
      })
    },
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/forfra',
    web.requires('elections.count'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      await web.submit(req, res, plainForm, {
        act: () => elections.endSitting(req.db, officialOf(req), id),
        again: (shown) => showBox(req, res, shown),
        done: () => web.paths.box(id),
      })
    },
  )
  router.get('/kontor/valg/:id/stemmekasse/fremdrift', web.requires('elections.read'), sendProgress)
  router.post(
    '/kontor/valg/:id/stemmekasse/oprydning',
    web.requires('elections.count'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      await web.submit(req, res, plainForm, {
        act: () => elections.compactBox(req.db, officialOf(req), id),
        again: (shown) => showBox(req, res, shown),
        done: () => web.paths.box(id),
        notice: 'box.compaction.done',
      })
    },
  )
}

async function showBox(req: ElectionRequest, res: Response, shown: Partial<web.Again> = {}): Promise<void> {
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
