import type { Response } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { boothAccount } from '../../../../models/elections/booth/panel.ts'
import { listCodes } from '../../../../models/elections/box/codes.ts'
import { findBoxKey, isTried, SHARINGS, type Sharing } from '../../../../models/elections/box/keys.ts'
import { findBoxJob, forgetBoxJob, type BoxJob } from '../../../../models/elections/box/opening_job.ts'
import { findOpenedBox } from '../../../../models/elections/box/record.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { shortCode } from '../../../../models/elections/box/sealing.ts'
import { Refused } from '../../../../models/core/errors.ts'
import { SLIP_WORDS } from '../../../../models/elections/box/key_words.ts'
import type { BoxOpeningRow } from '../../../../models/elections/box/tables.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { explain, type Again } from '../../../web/forms.ts'
import { show } from '../../../web/views.ts'
import { electionOf, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** So many codes are shown on the page; all of them are in the file. */
const MOST_CODES = 300

interface Key {
  threshold: number
  shares: number
  made_by: string
  made_on: IsoDate
  tried: boolean
}

interface Page {
  head: ElectionHead
  hasBooth: boolean
  key: Key | null
  /** Words on a slip. */
  words: number
}

/** office/elections/box */
export interface BoxPage extends Page {
  /** A key can be made, or made anew. */
  mayLock: boolean
  mayOpen: boolean
  mayClear: boolean
  account: { releases: number; cast: number; voided: number }
  codes: string[]
  moreCodes: number
  opening: BoxOpeningRow | null
  compacted: boolean
  job: Pick<BoxJob, 'stage' | 'done' | 'of'> | null
  user: string
}

/** office/elections/box_key */
export interface BoxKeyPage extends Page {
  mayLock: boolean
  sharings: readonly Sharing[]
}

export async function showBox(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, status } = election
  const can = canOf(userOf(req))
  const { opening, compacted } = await findOpenedBox(req.db, id)
  const job = opening && compacted ? undefined : findBoxJob(req.db, id)
  const running = job !== undefined && job.stage !== 'failed' && job.stage !== 'done'
  const codes = await listCodes(req.db, id)
  const page: BoxPage = {
    ...(await pageOf(req, election)),
    mayLock: can['elections.run'] && mayLock(election),
    mayOpen: can['elections.count'] && allows(status, 'openBox') && !opening && !running,
    mayClear: can['elections.count'] && opening !== null && !compacted && !running,
    account: await boothAccount(req.db, id),
    codes: codes.slice(0, MOST_CODES).map(shortCode),
    moreCodes: Math.max(0, codes.length - MOST_CODES),
    opening,
    compacted,
    job: running ? { stage: job.stage, done: job.done, of: job.of } : null,
    user: userOf(req).name,
  }
  render(req, res, 'box', page, { ...failureOf(req, job), ...shown })
  if (!running) forgetBoxJob(req.db, id)
}

/** An opening that failed after its form was answered says so on the next page; what nobody could foresee is a fault. */
function failureOf(req: ElectionRequest, job: BoxJob | undefined): Partial<Again> {
  if (job?.stage !== 'failed') return {}
  const message =
    job.fault instanceof Refused ? explain(req, job.fault) : { message: req.t('box.opening.failed') }
  return { errors: [message] }
}

export async function showKey(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const page: BoxKeyPage = {
    ...(await pageOf(req, election)),
    mayLock: mayLock(election),
    sharings: SHARINGS,
  }
  render(req, res, 'box_key', page, shown)
}

/** office/elections/box_trial: a BoxKeyPage without the choices. */
export async function showTrial(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const page = { ...(await pageOf(req, election)), mayLock: mayLock(election) }
  render(req, res, 'box_trial', page, shown)
}

/** How many slips open the box. */
export async function slipCount(req: ElectionRequest): Promise<number> {
  const { id } = await electionOf(req)
  return (await findBoxKey(req.db, id))?.threshold ?? 0
}

async function pageOf(req: ElectionRequest, election: Election): Promise<Page> {
  const key = await findBoxKey(req.db, election.id)
  return {
    head: headOf(req, election),
    hasBooth: hasBooth(election),
    key: key ? { ...key, tried: await isTried(req.db, key) } : null,
    words: SLIP_WORDS,
  }
}

function mayLock(election: Election): boolean {
  return hasBooth(election) && allows(election.status, 'lockBox')
}

function render(
  req: ElectionRequest,
  res: Response,
  view: 'box' | 'box_key' | 'box_trial',
  page: Page,
  shown: Partial<Again>,
): void {
  const title = `${req.t(`box.${view}.title`)} – ${page.head.name}`
  show(req, res, `office/elections/box/${view}`, { title, layout: 'office', page, ...shown })
}
