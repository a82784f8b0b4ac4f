import type { Response, Router } from 'express'
import { compactBox } from '../../../../models/elections/box/compaction.ts'
import { listCodes } from '../../../../models/elections/box/codes.ts'
import { makeBoxKey, SHARINGS, tryBoxKey, type Sharing } from '../../../../models/elections/box/keys.ts'
import { findBoxJob, startOpening } from '../../../../models/elections/box/opening_job.ts'
import { fieldOf } from '../../../../models/elections/box/key_slips.ts'
import { requires } from '../../../web/access.ts'
import { choice, LONGEST, optionalText, text } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showBox, showKey, showTrial, slipCount } from './pages.ts'
import { boxLossRoutes } from './loss.ts'
import { sendSlips } from './slips.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'

/** The most slips that any sharing needs. */
const MOST_SLIPS = 5

/** A slip is 36 words, or a QR code's text with them. */
const slipFields = Array.from({ length: MOST_SLIPS }, (_slip, index) =>
  optionalText(fieldOf(index), LONGEST.text),
)

type SlipForm = Record<string, string | undefined>

/** The tablet's ballot box: locked by a key that is on slips of paper, tried, opened by two, cleared up after. */
export function boxRoutes(router: Router): void {
  boxLossRoutes(router)
  router.get('/kontor/valg/:id/stemmekasse', requires('elections.read'), (req: ElectionRequest, res) =>
    showBox(req, res),
  )
  router.get('/kontor/valg/:id/stemmekasse/noegle', requires('elections.run'), (req: ElectionRequest, res) =>
    showKey(req, res),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/noegle',
    requires('elections.run'),
    choice('sharing', SHARINGS),
    choice('as', ['pdf', 'page']),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ sharing: Sharing; as: 'pdf' | 'page' }, unknown>(req, res, {
        act: async (form) => {
          const made = await makeBoxKey(req.db, officialOf(req), id, form)
          await sendSlips(req, res, made.slips, form.as)
        },
        again: (shown) => showKey(req, res, shown),
        answer: () => undefined,
      })
    },
  )
  router.get('/kontor/valg/:id/stemmekasse/proeve', requires('elections.run'), (req: ElectionRequest, res) =>
    showTrial(req, res),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/proeve',
    requires('elections.run'),
    ...slipFields,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<SlipForm, unknown>(req, res, {
        act: async (form) =>
          tryBoxKey(req.db, officialOf(req), id, { slips: slipsOf(form, await slipCount(req)) }),
        // What was typed is a secret: the page shows it again to be mended, and nothing else keeps it.
        again: (shown) => showTrial(req, res, shown),
        done: () => paths.box(id),
        notice: 'box.trial.done',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/aabning',
    requires('elections.count'),
    text('first_witness', LONGEST.name),
    text('second_witness', LONGEST.name),
    ...slipFields,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<SlipForm & { first_witness: string; second_witness: string }, unknown>(req, res, {
        act: async ({ first_witness, second_witness, ...form }) => {
          const slips = slipsOf(form, await slipCount(req))
          await startOpening(req.db, officialOf(req), id, { first_witness, second_witness, slips })
        },
        again: (shown) => showBox(req, res, shown),
        done: () => paths.box(id),
      })
    },
  )
  router.get(
    '/kontor/valg/:id/stemmekasse/fremdrift',
    requires('elections.read'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      const { stage = null, done = 0, of = 0 } = findBoxJob(req.db, id) ?? {}
      res.set('Cache-Control', 'no-store').json({ stage, done, of })
    },
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/oprydning',
    requires('elections.count'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      await submit<object, unknown>(req, res, {
        act: () => compactBox(req.db, officialOf(req), id),
        again: (shown) => showBox(req, res, shown),
        done: () => paths.box(id),
        notice: 'box.compaction.done',
      })
    },
  )
  router.get(
    '/kontor/valg/:id/stemmekasse/koder',
    requires('elections.read'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      const codes = await listCodes(req.db, id)
      res
        .set('Cache-Control', 'no-store')
        .type('text/plain')
        .send(`${codes.join('\n')}\n`)
    },
  )
}

/** What was typed in the fields for slips, the empty ones at the end left out. */
function slipsOf(form: SlipForm, needed: number): string[] {
  return Array.from({ length: needed }, (_slip, index) => form[fieldOf(index)] ?? '').filter(
    (typed, index, all) => typed !== '' || all.slice(index).some((later) => later !== ''),
  )
}
