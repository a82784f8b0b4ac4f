import type { Response, Router } from 'express'
import { listStanding } from '../../../models/elections/candidates.ts'
import {
  closePolling,
  findClosing,
  findOpening,
  openPolling,
  type ClosingForm,
  type OpeningForm,
} from '../../../models/elections/polling.ts'
import type { PollingClosingRow, PollingOpeningRow } from '../../../models/tables.ts'
import { canOf, requires, userOf } from '../../access.ts'
import { LONGEST, optionalText, text, time, wholeNumber } from '../../fields.ts'
import { submit, type Again } from '../../forms.ts'
import { idFrom } from '../../ids.ts'
import { paths } from '../../paths.ts'
import {
  electionOf,
  figureOf,
  headOf,
  officialOf,
  showPage,
  type ElectionHead,
  type ElectionRequest,
} from './shared.ts'

/** The polling day: opened before two people, closed with the account of the ballot papers. */
export function pollingRoutes(router: Router): void {
  router.get('/kontor/valg/:id/afstemning', requires('elections.read'), (req: ElectionRequest, res) =>
    showPolling(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/aabning',
    requires('elections.run'),
    time('opened_at'),
    text('first_witness', LONGEST.name),
    text('second_witness', LONGEST.name),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<OpeningForm, unknown>(req, res, {
        act: (form) => openPolling(req.db, officialOf(req), id, form),
        again: (shown) => showPolling(req, res, shown),
        done: () => paths.polling(id),
        notice: 'elections.polling.opened',
      })
    },
  )
  router.get('/kontor/valg/:id/afstemning/lukning', requires('elections.run'), (req: ElectionRequest, res) =>
    showClosing(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/lukning',
    requires('elections.run'),
    time('closed_at'),
    optionalText('early_reason', LONGEST.text),
    ...['printed', 'handed_out', 'exchanged', 'unused', 'not_returned'].map((line) => wholeNumber(line)),
    optionalText('difference_reason', LONGEST.text),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<ClosingForm, unknown>(req, res, {
        act: (form) => closePolling(req.db, officialOf(req), id, form),
        again: (shown) => showClosing(req, res, shown),
        done: () => paths.count(id),
        notice: 'elections.closing.done',
      })
    },
  )
}

/** office/elections/polling */
export interface PollingPage {
  head: ElectionHead
  action: string
  candidates: string[]
  /** The list is approved, and the day has come. */
  mayOpen: boolean
  /** How the polling day lies to today. */
  day: 'coming' | 'today' | 'past'
  mayClose: boolean
  opening: PollingOpeningRow | null
  closing: PollingClosingRow | null
  now: string
  user: string
  closingHref: string
  marksMax: number
}

async function showPolling(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const today = req.clock.today()
  const { id, status, polling_on } = election
  const runs = canOf(userOf(req))['elections.run']
  const day = polling_on > today ? 'coming' : polling_on === today ? 'today' : 'past'
  const page: PollingPage = {
    head: headOf(req, election),
    action: paths.pollingOpening(id),
    candidates: (await listStanding(req.db, id)).map(({ name }) => name),
    mayOpen: status === 'listed' && runs && day !== 'coming',
    day,
    mayClose: status === 'polling' && runs,
    opening: (await findOpening(req.db, id)) ?? null,
    closing: (await findClosing(req.db, id)) ?? null,
    now: day === 'past' ? election.opens_at : req.clock.time(),
    user: userOf(req).name,
    closingHref: paths.pollingClosing(id),
    marksMax: election.statutes.rules.marks.value.max,
  }
  showPage(req, res, 'polling', page, shown)
}

/** office/elections/closing */
export interface ClosingPage {
  head: ElectionHead
  action: string
  mayClose: boolean
  /** It is not yet the time that was announced, so a reason is asked for. */
  isEarly: boolean
  now: string
  /** Printed papers that were neither handed out nor left over, of what has been typed; null before it is known. */
  missing: number | null
}

async function showClosing(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const today = req.clock.today()
  const now = today === election.polling_on ? req.clock.time() : election.closes_at
  const page: ClosingPage = {
    head: headOf(req, election),
    action: paths.pollingClosing(election.id),
    mayClose: election.status === 'polling',
    isEarly: now < election.closes_at || req.typed.early_reason !== undefined || isEarlyTyped(req, election),
    now,
    missing: missingOf(shown.values ?? {}),
  }
  showPage(req, res, 'closing', page, shown)
}

function missingOf(values: Again['values']): number | null {
  const [printed, handedOut, unused] = ['printed', 'handed_out', 'unused'].map((line) =>
    figureOf(values[line]),
  )
  return printed === null || printed === undefined ? null : printed - (handedOut ?? 0) - (unused ?? 0)
}

/** The time that was typed is before the one announced. */
function isEarlyTyped(req: ElectionRequest, { closes_at }: { closes_at: string }): boolean {
  const typed = req.typed.closed_at
  return typeof typed === 'string' && typed.replace(':', '.') < closes_at
}
