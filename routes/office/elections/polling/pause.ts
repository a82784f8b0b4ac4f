import type { Response, Router } from 'express'
import { Refused } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { showPolling } from './polling.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'
import * as web from '../../../web/index.ts'
import { choice, form, type Form, type FormOf, LONGEST, optionalText, text } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'

/** A deed can be undone without a reason for this long. */
const UNDO_MS = 10_000

/** The sentence is `elections.polling.said.<said>`. */
export interface Undoable {
  said: string
  name?: string
  deed?: elections.TableDeed
}

interface AtTable<Shape> {
  act: (req: ElectionRequest, form: Shape) => Promise<Undoable>
  searchAgain?: (req: ElectionRequest) => Promise<electionsPages.Search>
}

interface Sealed {
  election: string
  deed: elections.TableDeed
  once: string
  until: number
}

const pauseForm = form(text('reason', LONGEST.text))
const resumptionForm = form()
const correctionForm = form(
  text('what'),
  optionalText('entry'),
  choice('means', ['paper', 'booth']),
  text('reason', LONGEST.text),
)

export function pollingPauseRoutes(router: Router): void {
  router.get('/kontor/valg/:id/afstemning/pause', web.requires('elections.run'), web.shows(showPause))
  router.post(
    '/kontor/valg/:id/afstemning/pause',
    web.requires('elections.run'),
    web.submits(pauseForm, {
      act: (req, form) => elections.pausePolling(req.db, officialOf(req), electionId(req), form),
      again: showPause,
      done: (req) => web.paths.polling(electionId(req)),
      notice: 'elections.polling.pause.done',
    }),
  )
  router.post(
    '/kontor/valg/:id/afstemning/genoptagelse',
    web.requires('elections.run'),
    web.submits(resumptionForm, {
      act: (req) => elections.resumePolling(req.db, officialOf(req), electionId(req)),
      again: showPause,
      done: (req) => web.paths.polling(electionId(req)),
      notice: 'elections.polling.pause.resumed',
    }),
  )
  router.get('/kontor/valg/:id/afstemning/rettelse', web.requires('elections.run'), web.shows(showCorrection))
  router.post(
    '/kontor/valg/:id/afstemning/rettelse',
    web.requires('elections.run'),
    web.submits(correctionForm, {
      act: (req, form) =>
        elections.correctTable(req.db, officialOf(req), electionId(req), deedOf(form), form.reason),
      again: showCorrection,
      done: (req) => web.paths.polling(electionId(req)),
      notice: 'elections.polling.correction.done',
    }),
  )
}

async function showPause(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const state = electionsPages.tableState(election, await elections.tableFigures(req.db, election))
  const page = electionsPages.pollingPausePage(web.readerOf(req), election, state)
  showPage(req, res, 'polling/polling_pause', page, shown)
}

/** `help:officials:2` is help by two officials; other deeds are named as in the tally. */
function deedOf({ what, entry, means }: FormOf<typeof correctionForm>): elections.TableDeed {
  const [name, kind, officials] = what.split(':')
  const helped = elections.HELP_KINDS.find((one) => one === kind)
  if (name === 'marked' && entry !== undefined) return { kind: 'marked', entry, means }
  if (name === 'handed_out' || name === 'exchanged' || name === 'not_returned') return { kind: name }
  if (name === 'help' && helped) return { kind: 'help', help: { kind: helped, officials: Number(officials) } }
  throw new Refused('nothing_to_correct', {}, 'what')
}

async function showCorrection(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const { what, entry, means } = req.typed
  const isVoter = what === 'marked' && typeof entry === 'string' && shown.status !== 409
  const page = electionsPages.pollingCorrectionPage(web.readerOf(req), election, {
    figures: await elections.tableFigures(req.db, election),
    help: await elections.listHelp(req.db, election.id),
    voter: isVoter
      ? { entry, name: (await elections.getEntry(req.db, election.id, entry)).name, means: String(means) }
      : null,
  })
  web.alsoName(req, page.voter ? [page.voter.name] : [])
  showPage(req, res, 'polling/polling_correction', page, shown)
}

/** Answers with the page, or with JSON for js/polling.js. */
export function answersAtTable<Shape extends object>(
  form: Form<Shape>,
  { act, searchAgain }: AtTable<Shape>,
) {
  return web.submits(form, {
    act,
    again: async (req: ElectionRequest, res, shown) => {
      if (asksJson(req))
        return sendJson(req, res, shown.status, { errors: shown.errors.map(({ message }) => message) })
      const search = shown.status === 409 ? await searchAgain?.(req) : undefined
      await showPolling(req, res, { ...shown, search })
    },
    answer: async (req, res, { said: key, name = '', deed }) => {
      const said = req.t(`elections.polling.said.${key}`, { name })
      web.alsoName(req, [name])
      const undo = deed && undoSeal(req, deed)
      if (asksJson(req)) await sendJson(req, res, 200, { said, undo: undo ?? null })
      else await showPolling(req, res, { said, undo })
    },
  })
}

function asksJson(req: ElectionRequest): boolean {
  return req.accepts(['html', 'json']) === 'json'
}

async function sendJson(req: ElectionRequest, res: Response, status: number, answer: object): Promise<void> {
  const election = await electionOf(req)
  const figures = await elections.tableFigures(req.db, election)
  res.set('Cache-Control', 'no-store').status(status)
  res.json({ ...answer, figures, state: electionsPages.tableState(election, figures) })
}

/** The seal travels with the page, so that nothing on the server holds when a voter was marked. */
function undoSeal(req: ElectionRequest, deed: elections.TableDeed): string | undefined {
  const { once } = web.byOf(req)
  if (once === undefined) return undefined
  const until = Date.parse(req.clock.now()) + UNDO_MS
  return web.seal(req, { election: req.params.id, deed, once, until })
}

/** Returns undefined when it is too late, or when the seal is not of this election. */
export function deedFrom(
  req: ElectionRequest,
  sealed: string,
): (elections.TableDeed & { once: string }) | undefined {
  const { election, deed, once, until } = (web.unseal(req, sealed) ?? {}) as Partial<Sealed>
  const inTime = until !== undefined && Date.parse(req.clock.now()) <= until
  return inTime && deed && once !== undefined && election === req.params.id ? { ...deed, once } : undefined
}
