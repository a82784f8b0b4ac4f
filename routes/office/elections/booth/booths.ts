import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { boothsPage } from '../../../../views/office/elections/index.ts'
import { idFrom, paths, readerOf, requires, type Shown, shows, submits } from '../../../web/index.ts'
import { form, wholeNumber } from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'

type BoothRequest = Request<{ id: string; booth: string }>

const codeForm = form()
const releaseForm = form(wholeNumber('releases'))
const unpairingForm = form()

/** No button leaves a notice: it would write the time of a vote into the officer's session. */
const BUTTONS = { frigivelse: elections.releaseBooth, tilbagetagelse: elections.takeBackRelease } as const

export function boothRoutes(router: Router): void {
  router.get('/kontor/valg/:id/stemmebokse', requires('elections.read'), shows(showBooths))
  router.post(
    '/kontor/valg/:id/stemmebokse/kode',
    requires('elections.run'),
    submits(codeForm, {
      act: (req) => elections.makePairingCode(req.db, officialOf(req), electionId(req)),
      again: showBooths,
      answer: (req, res, code) => showBooths(req, res, {}, code),
    }),
  )
  for (const button of ['frigivelse', 'tilbagetagelse'] as const) {
    router.post(
      `/kontor/valg/:id/stemmebokse/:booth/${button}`,
      requires('elections.run'),
      submits(releaseForm, {
        act: (req: BoothRequest, seen) =>
          BUTTONS[button](req.db, officialOf(req), electionId(req), idFrom('booth', req.params.booth), seen),
        again: showBooths,
        done: (req) => paths.polling(electionId(req)),
      }),
    )
  }
  router.post(
    '/kontor/valg/:id/stemmebokse/:booth/afbrydelse',
    requires('elections.run'),
    submits(unpairingForm, {
      act: (req: BoothRequest) =>
        elections.unpairBooth(req.db, officialOf(req), electionId(req), idFrom('booth', req.params.booth)),
      again: showBooths,
      done: (req) => paths.booths(electionId(req)),
      notice: 'booths.unpaired',
    }),
  )
}

async function showBooths(
  req: ElectionRequest,
  res: Response,
  shown: Shown = {},
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
