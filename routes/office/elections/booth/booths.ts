import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { boothsPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit } from '../../../web/index.ts'
import { form, wholeNumber } from '../../../web/fields.ts'
import { electionOf, officialOf, showTitled, type ElectionRequest } from '../shared.ts'

type BoothRequest = Request<{ id: string; booth: string }>

const codeForm = form()
const releaseForm = form(wholeNumber('releases'))
const unpairingForm = form()

/** No button leaves a notice: it would write the time of a vote into the officer's session. */
const BUTTONS = { frigivelse: elections.releaseBooth, tilbagetagelse: elections.takeBackRelease } as const

export function boothRoutes(router: Router): void {
  router.get('/kontor/valg/:id/stemmebokse', requires('elections.read'), (req: ElectionRequest, res) =>
    showBooths(req, res),
  )
  router.post(
    '/kontor/valg/:id/stemmebokse/kode',
    requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      await submit(req, res, codeForm, {
        act: () => elections.makePairingCode(req.db, officialOf(req), idFrom('election', req.params.id)),
        again: (shown) => showBooths(req, res, shown),
        answer: (code) => showBooths(req, res, {}, code),
      })
    },
  )
  for (const button of ['frigivelse', 'tilbagetagelse'] as const) {
    router.post(
      `/kontor/valg/:id/stemmebokse/:booth/${button}`,
      requires('elections.run'),
      releaseForm,
      async (req: BoothRequest, res: Response) => {
        const [id, booth] = [idFrom('election', req.params.id), idFrom('booth', req.params.booth)]
        await submit(req, res, releaseForm, {
          act: (seen) => BUTTONS[button](req.db, officialOf(req), id, booth, seen),
          again: (shown) => showBooths(req, res, shown),
          done: () => paths.polling(id),
        })
      },
    )
  }
  router.post(
    '/kontor/valg/:id/stemmebokse/:booth/afbrydelse',
    requires('elections.run'),
    async (req: BoothRequest, res: Response) => {
      const [id, booth] = [idFrom('election', req.params.id), idFrom('booth', req.params.booth)]
      await submit(req, res, unpairingForm, {
        act: () => elections.unpairBooth(req.db, officialOf(req), id, booth),
        again: (shown) => showBooths(req, res, shown),
        done: () => paths.booths(id),
        notice: 'booths.unpaired',
      })
    },
  )
}

async function showBooths(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
  code?: string,
): Promise<void> {
  const election = await electionOf(req)
  const rows = {
    panel: await elections.boothPanel(req.db, election.id),
    boxReady: (await elections.findKeyAndTrial(req.db, election.id))?.tried ?? false,
    minutes: elections.CODE_MINUTES,
    address: `${req.house.baseUrl}${paths.boothDoor}`,
  }
  const page = boothsPage(readerOf(req), election, rows, code)
  showTitled(req, res, 'booth/booths', req.t('booths.title'), page, shown)
}
