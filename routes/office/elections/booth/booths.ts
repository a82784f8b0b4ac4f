import type { Request, Response, Router } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { boothPanel, type BoothPanel } from '../../../../models/elections/booth/panel.ts'
import { CODE_MINUTES, makePairingCode } from '../../../../models/elections/booth/pairing.ts'
import {
  releaseBooth,
  takeBackRelease,
  unpairBooth,
  type Seen,
} from '../../../../models/elections/booth/booths.ts'
import { findBoxKey, isTried } from '../../../../models/elections/box/keys.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import { requires, userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { wholeNumber } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

type BoothRequest = Request<{ id: string; booth: string }>

/** The voting booths of an election: paired by a code, released for one voter at a time, taken back, taken away. */
export function boothRoutes(router: Router): void {
  router.get(
    '/kontor/valg/:id/stemmebokse',
    requires('elections.read'),
    async (req: ElectionRequest, res: Response) => {
      await showBooths(req, res)
    },
  )
  router.post(
    '/kontor/valg/:id/stemmebokse/kode',
    requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      await submit<object, string>(req, res, {
        act: () => makePairingCode(req.db, officialOf(req), idFrom(req.params.id)),
        again: (shown) => showBooths(req, res, shown),
        answer: (code) => showBooths(req, res, {}, code),
      })
    },
  )
  // Neither of these leaves a notice: it would write the time of a vote into the session of whoever pressed.
  router.post(
    '/kontor/valg/:id/stemmebokse/:booth/frigivelse',
    requires('elections.run'),
    wholeNumber('releases'),
    async (req: BoothRequest, res: Response) => {
      await change(req, res, (id, booth, seen) => releaseBooth(req.db, officialOf(req), id, booth, seen))
    },
  )
  router.post(
    '/kontor/valg/:id/stemmebokse/:booth/tilbagetagelse',
    requires('elections.run'),
    wholeNumber('releases'),
    async (req: BoothRequest, res: Response) => {
      await change(req, res, (id, booth, seen) => takeBackRelease(req.db, officialOf(req), id, booth, seen))
    },
  )
  router.post(
    '/kontor/valg/:id/stemmebokse/:booth/afbrydelse',
    requires('elections.run'),
    async (req: BoothRequest, res: Response) => {
      const [id, booth] = [idFrom(req.params.id), idFrom(req.params.booth)]
      await submit<object, unknown>(req, res, {
        act: () => unpairBooth(req.db, officialOf(req), id, booth),
        again: (shown) => showBooths(req, res, shown),
        done: () => paths.booths(id),
        notice: 'booths.unpaired',
      })
    },
  )
}

async function change(
  req: BoothRequest,
  res: Response,
  act: (id: number, booth: number, seen: Seen) => Promise<void>,
): Promise<void> {
  const [id, booth] = [idFrom(req.params.id), idFrom(req.params.booth)]
  await submit<Seen, unknown>(req, res, {
    act: (seen) => act(id, booth, seen),
    again: (shown) => showBooths(req, res, shown),
    done: () => paths.polling(id),
  })
}

/** office/elections/booths */
export interface BoothsPage {
  head: ElectionHead
  panel: BoothPanel & { mayRun: boolean }
  hasBooth: boolean
  /** A tablet can be paired now. */
  mayPair: boolean
  /** The box is locked, and the slips are tried. */
  boxReady: boolean
  /** A code that was just made; it is shown once. */
  code: string | null
  minutes: number
  /** Where the tablet goes to type it. */
  address: string
}

async function showBooths(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
  code: string | null = null,
): Promise<void> {
  const election = await electionOf(req)
  const mayRun = canOf(userOf(req))['elections.run']
  const key = await findBoxKey(req.db, election.id)
  const page: BoothsPage = {
    head: headOf(req, election),
    panel: { ...(await boothPanel(req.db, election.id)), mayRun },
    hasBooth: hasBooth(election),
    mayPair: mayRun && hasBooth(election) && allows(election.status, 'pairTablet'),
    boxReady: key !== undefined && (await isTried(req.db, key)),
    code: code && `${code.slice(0, 3)} ${code.slice(3)}`,
    minutes: CODE_MINUTES,
    address: `${req.house.baseUrl}${paths.boothDoor}`,
  }
  const title = `${req.t('booths.title')} – ${page.head.name}`
  show(req, res, 'office/elections/booth/booths', { title, layout: 'office', page, ...shown })
}
