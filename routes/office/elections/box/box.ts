import type { Response, Router } from 'express'
import { boothAccount } from '../../../../models/elections/booth/panel.ts'
import { listCodes } from '../../../../models/elections/box/codes.ts'
import { compactBox } from '../../../../models/elections/box/compaction.ts'
import { slipField } from '../../../../models/elections/box/key_slips.ts'
import {
  findBoxKey,
  findKeyAndTrial,
  makeBoxKey,
  SHARINGS,
  tryBoxKey,
} from '../../../../models/elections/box/keys.ts'
import { findBoxJob, forgetBoxJob, startOpening } from '../../../../models/elections/box/opening_job.ts'
import { findOpenedBox } from '../../../../models/elections/box/record.ts'
import { Refused } from '../../../../models/core/errors.ts'
import { boxPage, isRunning } from '../../../../views/office/elections/box/box.page.ts'
import { boxKeyPage } from '../../../../views/office/elections/box/box_key.page.ts'
import { keyPage } from '../../../../views/office/elections/box/key.ts'
import { paths } from '../../../../views/paths.ts'
import { requires, userOf } from '../../../web/access.ts'
import { choice, form, LONGEST, optionalText, text } from '../../../web/fields.ts'
import { explain, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showTitled, type ElectionRequest } from '../shared.ts'
import { boxLossRoutes } from './loss.ts'
import { sendSlips } from './slips.ts'

/** The most slips that any sharing needs. */
const MOST_SLIPS = 5

/** A slip is 36 words, or a QR code's text with them. */
const slipFields = Array.from({ length: MOST_SLIPS }, (_slip, index) =>
  optionalText(slipField(index), LONGEST.text),
)

const keyForm = form(choice('sharing', SHARINGS), choice('as', ['pdf', 'page']))
const trialForm = form(...slipFields)
const openingForm = form(
  text('first_witness', LONGEST.name),
  text('second_witness', LONGEST.name),
  ...slipFields,
)
const compactionForm = form()

export function boxRoutes(router: Router): void {
  boxLossRoutes(router)
  keyRoutes(router)
  openingRoutes(router)
  router.get('/kontor/valg/:id/stemmekasse', requires('elections.read'), (req: ElectionRequest, res) =>
    showBox(req, res),
  )
  router.get('/kontor/valg/:id/stemmekasse/koder', requires('elections.read'), sendCodes)
}

function keyRoutes(router: Router): void {
  const [keyPath, trialPath] = ['/kontor/valg/:id/stemmekasse/noegle', '/kontor/valg/:id/stemmekasse/proeve']
  router.get(keyPath, requires('elections.run'), (req: ElectionRequest, res) => showKey(req, res))
  router.post(keyPath, requires('elections.run'), keyForm, async (req: ElectionRequest, res: Response) => {
    const id = idFrom(req.params.id)
    await submit(req, res, keyForm, {
      act: async (form) => {
        const made = await makeBoxKey(req.db, officialOf(req), id, form)
        await sendSlips(req, res, made.slips, form.as)
      },
      again: (shown) => showKey(req, res, shown),
      answer: () => undefined,
    })
  })
  router.get(trialPath, requires('elections.run'), (req: ElectionRequest, res) => showTrial(req, res))
  router.post(
    trialPath,
    requires('elections.run'),
    trialForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, trialForm, {
        act: async (form) => tryBoxKey(req.db, officialOf(req), id, { slips: await typedSlips(req, form) }),
        // The slips are a secret: the page shows them again to be mended, and nothing else keeps them.
        again: (shown) => showTrial(req, res, shown),
        done: () => paths.box(id),
        notice: 'box.trial.done',
      })
    },
  )
}

async function showKey(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const key = await findKeyAndTrial(req.db, election.id)
  const page = boxKeyPage(readerOf(req), election, key, SHARINGS)
  showTitled(req, res, 'box/box_key', req.t('box.box_key.title'), page, shown)
}

async function showTrial(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const page = keyPage(readerOf(req), election, await findKeyAndTrial(req.db, election.id))
  showTitled(req, res, 'box/box_trial', req.t('box.box_trial.title'), page, shown)
}

/** The empty fields at the end are left out. */
async function typedSlips(
  req: ElectionRequest,
  form: Readonly<Record<`slip_${number}`, string | undefined>>,
): Promise<string[]> {
  const { id } = await electionOf(req)
  const needed = (await findBoxKey(req.db, id))?.threshold ?? 0
  const typed = Array.from({ length: needed }, (_slip, index) => form[slipField(index)] ?? '')
  return typed.slice(0, typed.findLastIndex((slip) => slip !== '') + 1)
}

function openingRoutes(router: Router): void {
  router.post(
    '/kontor/valg/:id/stemmekasse/aabning',
    requires('elections.count'),
    openingForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, openingForm, {
        act: async ({ first_witness, second_witness, ...form }) => {
          const slips = await typedSlips(req, form)
          await startOpening(req.db, officialOf(req), id, { first_witness, second_witness, slips })
        },
        again: (shown) => showBox(req, res, shown),
        done: () => paths.box(id),
      })
    },
  )
  router.get('/kontor/valg/:id/stemmekasse/fremdrift', requires('elections.read'), sendProgress)
  router.post(
    '/kontor/valg/:id/stemmekasse/oprydning',
    requires('elections.count'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      await submit(req, res, compactionForm, {
        act: () => compactBox(req.db, officialOf(req), id),
        again: (shown) => showBox(req, res, shown),
        done: () => paths.box(id),
        notice: 'box.compaction.done',
      })
    },
  )
}

async function showBox(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const { id } = election
  const { opening, compacted } = await findOpenedBox(req.db, id)
  const job = opening && compacted ? undefined : findBoxJob(req.db, id)
  const failed = job?.stage === 'failed' ? { errors: [failureOf(req, job.fault)] } : {}
  const page = boxPage(readerOf(req), election, {
    key: await findKeyAndTrial(req.db, id),
    account: await boothAccount(req.db, id),
    codes: await listCodes(req.db, id),
    ...{ opening, compacted, job },
    user: userOf(req).name,
  })
  showTitled(req, res, 'box/box', req.t('box.box.title'), page, { ...failed, ...shown })
  if (!job || !isRunning(job)) forgetBoxJob(req.db, id)
}

/** The next page tells of an opening that failed after its form was answered. An unforeseen error is a fault. */
function failureOf(req: ElectionRequest, fault: unknown) {
  return fault instanceof Refused ? explain(req, fault) : { message: req.t('box.opening.failed') }
}

async function sendProgress(req: ElectionRequest, res: Response): Promise<void> {
  const { id } = await electionOf(req)
  const { stage = null, done = 0, of = 0 } = findBoxJob(req.db, id) ?? {}
  res.set('Cache-Control', 'no-store').json({ stage, done, of })
}

async function sendCodes(req: ElectionRequest, res: Response): Promise<void> {
  const { id } = await electionOf(req)
  const codes = await listCodes(req.db, id)
  res
    .set('Cache-Control', 'no-store')
    .type('text/plain')
    .send(`${codes.join('\n')}\n`)
}
