import type { Response } from 'express'
import { tableFigures } from '../../../../models/elections/polling/tallies.ts'
import type { TableDeed } from '../../../../models/elections/polling/tallies_undo.ts'
import { tableState, type Search } from '../../../../views/office/elections/polling/polling_table.ts'
import type { Form } from '../../../web/fields.ts'
import { byOf, submit } from '../../../web/forms.ts'
import { seal, unseal } from '../../../web/seals.ts'
import { electionOf, type ElectionRequest } from '../shared.ts'
import { showPolling } from './show.ts'

/** A deed can be undone without a reason for this long. */
const UNDO_MS = 10_000

/** The sentence is `elections.polling.said.<said>`. */
export interface Undoable {
  said: string
  name?: string
  deed?: TableDeed
}

interface AtTable<Shape> {
  act: (form: Shape) => Promise<Undoable>
  searchAgain?: () => Promise<Search>
}

/** Answers with the page, or with JSON for js/polling.js. */
export async function answerAtTable<Shape extends object>(
  req: ElectionRequest,
  res: Response,
  form: Form<Shape>,
  { act, searchAgain }: AtTable<Shape>,
): Promise<void> {
  const json = req.accepts(['html', 'json']) === 'json'
  await submit(req, res, form, {
    act,
    again: async (shown) => {
      if (json)
        return sendJson(req, res, shown.status, { errors: shown.errors.map(({ message }) => message) })
      const search = shown.status === 409 ? await searchAgain?.() : undefined
      await showPolling(req, res, { ...shown, search })
    },
    answer: async ({ said: key, name = '', deed }) => {
      const said = req.t(`elections.polling.said.${key}`, { name })
      const undo = deed && undoSeal(req, deed)
      if (json) await sendJson(req, res, 200, { said, undo: undo ?? null })
      else await showPolling(req, res, { said, undo })
    },
  })
}

async function sendJson(req: ElectionRequest, res: Response, status: number, answer: object): Promise<void> {
  const election = await electionOf(req)
  const figures = await tableFigures(req.db, election)
  res.set('Cache-Control', 'no-store').status(status)
  res.json({ ...answer, figures, state: tableState(election, figures) })
}

interface Sealed {
  election: string
  deed: TableDeed
  once: string
  until: number
}

/** The seal travels with the page, so that nothing on the server holds when a voter was marked. */
function undoSeal(req: ElectionRequest, deed: TableDeed): string | undefined {
  const { once } = byOf(req)
  if (once === undefined) return undefined
  const until = Date.parse(req.clock.now()) + UNDO_MS
  return seal(req, { election: req.params.id, deed, once, until })
}

/** Returns undefined when it is too late, or when the seal is not of this election. */
export function deedFrom(req: ElectionRequest, sealed: string): (TableDeed & { once: string }) | undefined {
  const { election, deed, once, until } = (unseal(req, sealed) ?? {}) as Partial<Sealed>
  const inTime = until !== undefined && Date.parse(req.clock.now()) <= until
  return inTime && deed && once !== undefined && election === req.params.id ? { ...deed, once } : undefined
}
