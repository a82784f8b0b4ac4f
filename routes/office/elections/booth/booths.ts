import type { Request, Response, Router } from 'express'
import { releaseBooth, takeBackRelease, unpairBooth } from '../../../../models/elections/booth/booths.ts'
import { CODE_MINUTES, makePairingCode } from '../../../../models/elections/booth/pairing.ts'
import { boothPanel } from '../../../../models/elections/booth/panel.ts'
import { findKeyAndTrial } from '../../../../models/elections/box/keys.ts'
import { boothsPage } from '../../../../views/office/elections/booth/booths.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { form, wholeNumber } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showTitled, type ElectionRequest } from '../shared.ts'

type BoothRequest = Request<{ id: string; booth: string }>

const codeForm = form()
const releaseForm = form(wholeNumber('releases'))
const unpairingForm = form()

/** No button leaves a notice: it would write the time of a vote into the officer's session. */
const BUTTONS = { frigivelse: releaseBooth, tilbagetagelse: takeBackRelease } as const

export function boothRoutes(router: Router): void {
  router.get('/kontor/valg/:id/stemmebokse', requires('elections.read'), (req: ElectionRequest, res) =>
    showBooths(req, res),
  )
  router.post(
    '/kontor/valg/:id/stemmebokse/kode',
    requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      await submit(req, res, codeForm, {
        act: () => makePairingCode(req.db, officialOf(req), idFrom(req.params.id)),
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
        const [id, booth] = [idFrom(req.params.id), idFrom(req.params.booth)]
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
      const [id, booth] = [idFrom(req.params.id), idFrom(req.params.booth)]
      await submit(req, res, unpairingForm, {
        act: () => unpairBooth(req.db, officialOf(req), id, booth),
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
    panel: await boothPanel(req.db, election.id),
    boxReady: (await findKeyAndTrial(req.db, election.id))?.tried ?? false,
    minutes: CODE_MINUTES,
    address: `${req.house.baseUrl}${paths.boothDoor}`,
  }
  const page = boothsPage(readerOf(req), election, rows, code)
  showTitled(req, res, 'booth/booths', req.t('booths.title'), page, shown)
}
