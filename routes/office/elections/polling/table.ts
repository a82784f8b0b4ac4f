import type { Response, Router } from 'express'
import { boothPanel } from '../../../../models/elections/booth/panel.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import { NotFound, Refused } from '../../../../models/core/errors.ts'
import { findByName, getEntry } from '../../../../models/elections/roll/roll.ts'
import { markByName, markVoter } from '../../../../models/elections/roll/marks.ts'
import { searchRoll } from '../../../../models/elections/roll/search.ts'
import {
  exchangePaper,
  handOutPaper,
  HELP_KINDS,
  noteHelp,
  noteNotReturned,
  tableFigures,
} from '../../../../models/elections/polling/tallies.ts'
import { undoAtTable, type TableDeed } from '../../../../models/elections/polling/tallies_undo.ts'
import { boothsMark, tableState } from '../../../../views/office/elections/polling/polling_table.ts'
import { requires } from '../../../web/access.ts'
import { choice, form, LONGEST, optionalText, text, wholeNumber, type FormOf } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'
import { answerAtTable, deedFrom, type Undoable } from './answers.ts'
import { showPolling } from './show.ts'

const searchForm = form(text('name', LONGEST.name))
const handOutForm = form(
  optionalText('entry'),
  optionalText('name', LONGEST.name),
  choice('means', ['paper', 'booth']),
)
const helpForm = form(choice('kind', HELP_KINDS), wholeNumber('officials'))
const undoForm = form(text('seal', 2000))
const paperForm = form()

/** Forms are answered without a redirect: an address with a voter in it would stand in some log, with the time. */
export function pollingTableRoutes(router: Router): void {
  router.get('/kontor/valg/:id/afstemning/tal', requires('elections.read'), showTurnout)
  router.post(
    '/kontor/valg/:id/afstemning/soegning',
    requires('elections.run'),
    searchForm,
    async (req: ElectionRequest, res: Response) => {
      const { roll_kind } = await electionOf(req)
      if (roll_kind === 'counted') throw new NotFound('there is no roll')
      await submit(req, res, searchForm, {
        act: ({ name }) => Promise.resolve(name),
        again: (shown) => showPolling(req, res, shown),
        answer: async () => showPolling(req, res, { values: req.typed, search: await searchFor(req) }),
      })
    },
  )
  router.post(
    '/kontor/valg/:id/afstemning/udlevering',
    requires('elections.run'),
    handOutForm,
    async (req: ElectionRequest, res: Response) => {
      const election = await electionOf(req)
      const counted = election.roll_kind === 'counted'
      await answerAtTable(req, res, handOutForm, {
        act: (form) => (counted ? handOutCounted(req) : handOut(req, form)),
        searchAgain: () => searchFor(req),
      })
    },
  )
  const simple = { ombytning: exchangePaper, 'ikke-afleveret': noteNotReturned } as const
  const kinds = { ombytning: 'exchanged', 'ikke-afleveret': 'not_returned' } as const
  for (const address of ['ombytning', 'ikke-afleveret'] as const) {
    router.post(
      `/kontor/valg/:id/afstemning/${address}`,
      requires('elections.run'),
      async (req: ElectionRequest, res: Response) => {
        await answerAtTable(req, res, paperForm, {
          act: async () => {
            await simple[address](req.db, officialOf(req), idFrom(req.params.id))
            return { said: kinds[address], deed: { kind: kinds[address] } }
          },
        })
      },
    )
  }
  router.post(
    '/kontor/valg/:id/afstemning/hjaelp',
    requires('elections.run'),
    helpForm,
    async (req: ElectionRequest, res: Response) => {
      await answerAtTable(req, res, helpForm, {
        act: async (help) => {
          await noteHelp(req.db, officialOf(req), idFrom(req.params.id), help)
          return { said: 'help', deed: { kind: 'help', help } }
        },
      })
    },
  )
  router.post(
    '/kontor/valg/:id/afstemning/fortrydelse',
    requires('elections.run'),
    undoForm,
    async (req: ElectionRequest, res: Response) => {
      await answerAtTable(req, res, undoForm, {
        act: async ({ seal }) => {
          const deed = deedFrom(req, seal)
          if (!deed) throw new Refused('undo_too_late')
          await undoAtTable(req.db, officialOf(req), idFrom(req.params.id), deed)
          return { said: 'undone' }
        },
      })
    },
  )
}

async function handOutCounted(req: ElectionRequest): Promise<Undoable> {
  await handOutPaper(req.db, officialOf(req), idFrom(req.params.id))
  return { said: 'handed_out', deed: { kind: 'handed_out' } }
}

/** The officer gives the line on the roll, or a typed name. */
async function handOut(
  req: ElectionRequest,
  { entry, name, means }: FormOf<typeof handOutForm>,
): Promise<Undoable> {
  const id = idFrom(req.params.id)
  const by = officialOf(req)
  if (entry !== undefined) await markVoter(req.db, by, id, entry, means)
  else if (name !== undefined) await markByName(req.db, by, id, name, means)
  else throw new Refused('roll_name_missing', {}, 'name')
  const voter =
    entry === undefined ? (await findByName(req.db, id, name ?? ''))[0] : await getEntry(req.db, id, entry)
  const deed: TableDeed | undefined = voter && { kind: 'marked', entry: voter.id, means }
  return { said: `marked_${means}`, name: voter?.name ?? name ?? '', ...(deed && { deed }) }
}

async function searchFor(req: ElectionRequest) {
  const id = idFrom(req.params.id)
  const { name, entry } = req.typed
  const typed = typeof name === 'string' ? name : ''
  const known = typeof entry === 'string' ? (await getEntry(req.db, id, entry)).name : typed
  return { text: known, ...(await searchRoll(req.db, id, known)) }
}

async function showTurnout(req: ElectionRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const figures = await tableFigures(req.db, election)
  const panel = hasBooth(election) ? await boothPanel(req.db, election.id) : null
  res.set('Cache-Control', 'no-store')
  res.json({ figures, state: tableState(election, figures), booths: boothsMark(panel) })
}
