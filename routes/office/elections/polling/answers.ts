import type { Response } from 'express'
import { tableFigures } from '../../../../models/elections/polling/tallies.ts'
import type { TableDeed } from '../../../../models/elections/polling/tallies_undo.ts'
import { tableState, type Search } from '../../../../views/office/elections/polling/polling_table.ts'
import type { Form } from '../../../web/fields.ts'
import { byOf, submit } from '../../../web/forms.ts'
import { seal, unseal } from '../../../web/seals.ts'
import { electionOf, type ElectionRequest } from '../shared.ts'
import { showPolling } from './show.ts'

/** How long something can be undone without a word about it. */
const UNDO_MS = 10_000

/** What was done: its sentence `elections.polling.said.<said>`, and how it is undone. */
export interface Undoable {
  said: string
  name?: string
  deed?: TableDeed
}

interface AtTable<Shape> {
  act: (form: Shape) => Promise<Undoable>
  /** What is shown beside a refusal. */
  searchAgain?: () => Promise<Search>
}

/** Does one thing at the table, and answers with the page or in JSON. */
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

/** Goes with the page and comes back: so neither the session nor anything else holds who was marked when. */
function undoSeal(req: ElectionRequest, deed: TableDeed): string | undefined {
  const { once } = byOf(req)
  if (once === undefined) return undefined
  const until = Date.parse(req.clock.now()) + UNDO_MS
  return seal(req, { election: req.params.id, deed, once, until })
}

/** What a seal undoes; undefined when it is too late, or not a seal of this election. */
export function deedFrom(req: ElectionRequest, sealed: string): (TableDeed & { once: string }) | undefined {
  const { election, deed, once, until } = (unseal(req, sealed) ?? {}) as Partial<Sealed>
  const inTime = until !== undefined && Date.parse(req.clock.now()) <= until
  return inTime && deed && once !== undefined && election === req.params.id ? { ...deed, once } : undefined
}
