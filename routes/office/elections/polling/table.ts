import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { NotFound, Refused } from '../../../../models/core/index.ts'
import { boothsMark, tableState } from '../../../../views/office/elections/index.ts'
import { requires, submit } from '../../../web/index.ts'
import { choice, form, type FormOf, LONGEST, optionalText, text, wholeNumber } from '../../../web/fields.ts'
import { electionId, electionOf, officialOf, type ElectionRequest } from '../shared.ts'
import { answersAtTable, deedFrom, type Undoable } from './pause.ts'
import { showPolling } from './polling.ts'

const searchForm = form(text('name', LONGEST.name))
const handOutForm = form(
  optionalText('entry'),
  optionalText('name', LONGEST.name),
  choice('means', ['paper', 'booth']),
)
const helpForm = form(choice('kind', elections.HELP_KINDS), wholeNumber('officials'))
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
  const may = requires('elections.run')
  router.post(
    '/kontor/valg/:id/afstemning/udlevering',
    may,
    answersAtTable(handOutForm, {
      act: async (req, form) =>
        (await electionOf(req)).roll_kind === 'counted' ? handOutCounted(req) : handOut(req, form),
      searchAgain: searchFor,
    }),
  )
  const simple = { ombytning: elections.exchangePaper, 'ikke-afleveret': elections.noteNotReturned } as const
  const kinds = { ombytning: 'exchanged', 'ikke-afleveret': 'not_returned' } as const
  for (const address of ['ombytning', 'ikke-afleveret'] as const) {
    router.post(
      `/kontor/valg/:id/afstemning/${address}`,
      may,
      answersAtTable(paperForm, {
        act: async (req) => {
          await simple[address](req.db, officialOf(req), electionId(req))
          return { said: kinds[address], deed: { kind: kinds[address] } }
        },
      }),
    )
  }
  router.post(
    '/kontor/valg/:id/afstemning/hjaelp',
    may,
    answersAtTable(helpForm, {
      act: async (req, help) => {
        await elections.noteHelp(req.db, officialOf(req), electionId(req), help)
        return { said: 'help', deed: { kind: 'help', help } }
      },
    }),
  )
  router.post(
    '/kontor/valg/:id/afstemning/fortrydelse',
    may,
    answersAtTable(undoForm, {
      act: async (req, { seal }) => {
        const deed = deedFrom(req, seal)
        if (!deed) throw new Refused('undo_too_late')
        await elections.undoAtTable(req.db, officialOf(req), electionId(req), deed)
        return { said: 'undone' }
      },
    }),
  )
}

async function handOutCounted(req: ElectionRequest): Promise<Undoable> {
  await elections.handOutPaper(req.db, officialOf(req), electionId(req))
  return { said: 'handed_out', deed: { kind: 'handed_out' } }
}

/** The officer gives the line on the roll, or a typed name. */
async function handOut(
  req: ElectionRequest,
  { entry, name, means }: FormOf<typeof handOutForm>,
): Promise<Undoable> {
  const id = electionId(req)
  const by = officialOf(req)
  if (entry !== undefined) await elections.markVoter(req.db, by, id, entry, means)
  else if (name !== undefined) await elections.markByName(req.db, by, id, name, means)
  else throw new Refused('roll_name_missing', {}, 'name')
  const voter =
    entry === undefined
      ? (await elections.findByName(req.db, id, name ?? ''))[0]
      : await elections.getEntry(req.db, id, entry)
  const deed: elections.TableDeed | undefined = voter && { kind: 'marked', entry: voter.id, means }
  return { said: `marked_${means}`, name: voter?.name ?? name ?? '', ...(deed && { deed }) }
}

async function searchFor(req: ElectionRequest) {
  const id = electionId(req)
  const { name, entry } = req.typed
  const typed = typeof name === 'string' ? name : ''
  const known = typeof entry === 'string' ? (await elections.getEntry(req.db, id, entry)).name : typed
  return { text: known, ...(await elections.searchRoll(req.db, id, known)) }
}

async function showTurnout(req: ElectionRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const figures = await elections.tableFigures(req.db, election)
  const panel = elections.hasBooth(election) ? await elections.boothPanel(req.db, election.id) : null
  res.set('Cache-Control', 'no-store')
  res.json({ figures, state: tableState(election, figures), booths: boothsMark(panel) })
}
