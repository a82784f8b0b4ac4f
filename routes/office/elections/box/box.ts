import type { Response, Router } from 'express'
import { Refused } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { boxLossRoutes } from './loss.ts'
import { slipFields, typedSlips } from './slips.ts'
import { electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'
import { sendCodes } from '../../../public/elections/elections.ts'
import * as web from '../../../web/index.ts'
import { choice, form, LONGEST, optionalText, ticked } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'
import { keySlips } from '../../../../views/paper/elections/key_slips.ts'

const keyForm = form(
  choice('sharing', elections.SHARINGS),
  choice('as', ['page', 'pdf']),
  ticked('replaces_tried'),
)
const trialForm = form(...slipFields)
/** Each types own slip, at own sign-in. */
const openingForm = form(optionalText(elections.slipField(0), LONGEST.text))
const plainForm = form()

export function boxRoutes(router: Router): void {
  boxLossRoutes(router)
  keyRoutes(router)
  openingRoutes(router)
  router.get('/kontor/valg/:id/stemmekasse', web.requires('elections.read'), (req: ElectionRequest, res) =>
    showBox(req, res),
  )
  router.get('/kontor/valg/:id/stemmekasse/koder', web.requires('elections.read'), showCodes)
}

function keyRoutes(router: Router): void {
  const [keyPath, trialPath] = ['/kontor/valg/:id/stemmekasse/noegle', '/kontor/valg/:id/stemmekasse/proeve']
  router.get(keyPath, web.requires('elections.run'), (req: ElectionRequest, res) => showKey(req, res))
  router.post(
    keyPath,
    web.requires('elections.run'),
    keyForm,
    async (req: ElectionRequest, res: Response) => {
      const id = web.idFrom('election', req.params.id)
      await web.submit(req, res, keyForm, {
        act: async (form) => {
          const made = await elections.makeBoxKey(req.db, officialOf(req), id, form)
          await sendSlips(req, res, made.slips, form.as)
        },
        again: (shown) => showKey(req, res, shown),
        answer: () => undefined,
      })
    },
  )
  router.get(trialPath, web.requires('elections.run'), (req: ElectionRequest, res) => showTrial(req, res))
  router.post(
    trialPath,
    web.requires('elections.run'),
    trialForm,
    async (req: ElectionRequest, res: Response) => {
      const id = web.idFrom('election', req.params.id)
      await web.submit(req, res, trialForm, {
        act: async (form) =>
          elections.tryBoxKey(req.db, officialOf(req), id, { slips: await typedSlips(req, form) }),
        // The slips are a secret: the page shows them again to be mended, and nothing else keeps them.
        again: (shown) => showTrial(req, res, shown),
        done: () => web.paths.box(id),
        notice: 'box.trial.done',
      })
    },
  )
}

async function showKey(req: ElectionRequest, res: Response, shown: Partial<web.Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const key = await elections.findKeyAndTrial(req.db, election.id)
  const page = electionsPages.boxKeyPage(web.readerOf(req), election, key, elections.SHARINGS)
  showTitled(req, res, 'box/box_key', req.t('box.box_key.title'), page, shown)
}

async function showTrial(req: ElectionRequest, res: Response, shown: Partial<web.Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const page = electionsPages.keyPage(
    web.readerOf(req),
    election,
    await elections.findKeyAndTrial(req.db, election.id),
  )
  showTitled(req, res, 'box/box_trial', req.t('box.box_trial.title'), page, shown)
}

function openingRoutes(router: Router): void {
  router.post(
    '/kontor/valg/:id/stemmekasse/aabning',
    web.requires('elections.count'),
    openingForm,
    async (req: ElectionRequest, res: Response) => {
      const id = web.idFrom('election', req.params.id)
      await web.submit(req, res, openingForm, {
        act: async ({ slip_1 }) => {
          const typed = { slip: web.secretOf(req, slip_1), session: req.sessionID }
          await elections.putSlip(req.db, officialOf(req), id, typed)
        },
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
  const { opening, compacted } = await elections.findOpenedBox(req.db, id)
  const job = opening && compacted ? undefined : elections.findBoxJob(req.db, id)
  const failed = job?.stage === 'failed' ? { errors: [failureOf(req, job.fault)] } : {}
  const page = electionsPages.boxPage(web.readerOf(req), election, {
    key: await elections.findKeyAndTrial(req.db, id),
    account: await elections.boothAccount(req.db, id),
    codes: await elections.listCodes(req.db, id),
    doubt: await elections.findBoxDoubt(req.db, id),
    ...{ opening, compacted, job },
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

/** Answers with the slips, as a PDF or a page to copy by hand. The answer may not be cached, and nothing is stored. */
async function sendSlips(
  req: ElectionRequest,
  res: Response,
  slips: readonly elections.Slip[],
  as: 'pdf' | 'page',
): Promise<void> {
  const election = await electionOf(req)
  const reader = web.readerOf(req)
  if (as === 'page') {
    showTitled(
      req,
      res,
      'box/box_slips',
      req.t('box.slips.title'),
      electionsPages.boxSlipsPage(reader, election, slips),
    )
    return
  }
  const about = {
    election: electionsPages.headOf(reader, election).name,
    place: election.place,
    date: reader.today,
  }
  const pdf = await keySlips(
    slips.map((slip) => ({
      ...about,
      ...slip,
      qrText: elections.slipQrText(election.id, slip.number, slip.words),
    })),
    req.t,
    req.lang,
  )
  res.set('Cache-Control', 'no-store').attachment('noeglesedler.pdf').type('pdf').send(pdf)
}
