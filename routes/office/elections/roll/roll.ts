import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'
import * as web from '../../../web/index.ts'
import { choice, form, LONGEST, optionalText, text, ticked, wholeNumber } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'

const MEGABYTE = 1_048_576

/** The list of names, and its preview, which carries the names along as text. */
export const ROLL_UPLOADS: readonly web.Upload[] = [
  { path: '/kontor/valg/:id/valgliste/fil', field: 'file', most: MEGABYTE },
  { path: '/kontor/valg/:id/valgliste/indlaesning', field: 'file', most: MEGABYTE, mostText: 3 * MEGABYTE },
]

const fileForm = form()

const importForm = form(text('text', 3 * MEGABYTE), wholeNumber('good'))

type VoterRequest = Request<{ id: string; entry: string }>

const kindForm = form(choice('roll_kind', elections.ROLL_KINDS), ticked('sure'))
const voterForm = form(text('name', LONGEST.line), optionalText('note', LONGEST.line))
const removalForm = form()
const erasureForm = form()

export function rollRoutes(router: Router): void {
  router.get('/kontor/valg/:id/valgliste', web.requires('elections.run'), web.shows(showRoll))
  router.post(
    '/kontor/valg/:id/valgliste/slags',
    web.requires('elections.run'),
    web.submits(kindForm, {
      act: (req, form) => elections.chooseRollKind(req.db, officialOf(req), electionId(req), form),
      again: showRoll,
      done: (req) => web.paths.roll(electionId(req)),
      notice: 'roll.kind.done',
    }),
  )
  router.post(
    '/kontor/valg/:id/valgliste/navne',
    web.requires('elections.run'),
    web.submits(voterForm, {
      act: (req, form) => elections.addVoter(req.db, officialOf(req), electionId(req), form),
      again: showRoll,
      done: (req) => web.paths.roll(electionId(req)),
      notice: 'roll.add.done',
    }),
  )
  rollImportRoutes(router)
  voterRoutes(router)
  erasureRoutes(router)
}

/** A line can be changed until polling opens. */
function voterRoutes(router: Router): void {
  const path = '/kontor/valg/:id/valgliste/navne/:entry'
  router.get(path, web.requires('elections.run'), web.shows(showVoter))
  router.post(
    path,
    web.requires('elections.run'),
    web.submits(voterForm, {
      act: (req, form) =>
        elections.changeVoter(req.db, officialOf(req), electionId(req), req.params.entry, form),
      again: showVoter,
      done: (req) => web.paths.roll(electionId(req)),
      notice: 'roll.voter.done',
    }),
  )
  router.post(
    `${path}/sletning`,
    web.requires('elections.run'),
    web.submits(removalForm, {
      act: (req: VoterRequest) =>
        elections.removeVoter(req.db, officialOf(req), electionId(req), req.params.entry),
      again: showRoll,
      done: (req) => web.paths.roll(electionId(req)),
      notice: 'roll.voter.removed',
    }),
  )
}

async function showVoter(req: VoterRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const entry = await elections.getEntry(req.db, election.id, req.params.entry)
  const page = electionsPages.rollVoterPage(web.readerOf(req), election, entry)
  web.alsoName(req, [entry.name])
  showTitled(req, res, 'roll/roll_voter', entry.name, page, shown)
}

function erasureRoutes(router: Router): void {
  const path = '/kontor/valg/:id/valgliste/sletning'
  router.get(path, web.requires('elections.run'), web.shows(showErasure))
  router.post(
    path,
    web.requires('elections.run'),
    web.submits(erasureForm, {
      act: (req) => elections.eraseRoll(req.db, officialOf(req), electionId(req)),
      again: showErasure,
      done: (req) => web.paths.roll(electionId(req)),
      notice: 'roll.erasure.done',
    }),
  )
}

async function showErasure(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const count = await elections.countRoll(req.db, election.id)
  const page = electionsPages.rollErasurePage(
    web.readerOf(req),
    election,
    count,
    await elections.findErasure(req.db, election.id),
  )
  showTitled(req, res, 'roll/roll_erasure', req.t('roll.erasure.title'), page, shown)
}

/** The secretary sees what each line would do; then all lines are stored, or none. */
function rollImportRoutes(router: Router): void {
  router.post(
    '/kontor/valg/:id/valgliste/fil',
    web.requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      const election = await electionOf(req)
      await web.submit(req, res, fileForm, {
        act: () => {
          elections.requireNames(election, 'changeRoll')
          return elections.previewImport(req.db, election.id, web.fileOf(req, 'file'))
        },
        again: (shown) => showRoll(req, res, shown),
        answer: (preview) => {
          const page = electionsPages.rollPreviewPage(web.readerOf(req), election, preview)
          showTitled(req, res, 'roll/roll_preview', req.t('roll.import.preview'), page)
        },
      })
    },
  )
  router.post(
    '/kontor/valg/:id/valgliste/indlaesning',
    web.requires('elections.run'),
    web.submits(importForm, {
      act: (req, form) => elections.importRoll(req.db, officialOf(req), electionId(req), form),
      again: showRoll,
      done: (req) => web.paths.roll(electionId(req)),
      notice: 'roll.import.done',
    }),
  )
}

async function showRoll(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const reader = web.readerOf(req)
  const page = electionsPages.rollPage(reader, election, {
    count: await elections.countRoll(req.db, election.id),
    entries: await elections.listEntries(req.db, election.id),
    namesTwice: reader.can['elections.plan'] ? await elections.listNamesTwiceOn(req.db, election) : [],
    erasure: await elections.findErasure(req.db, election.id),
  })
  web.alsoName(
    req,
    [...page.entries, ...(page.twice?.names ?? [])].map(({ name }) => name),
  )
  showTitled(req, res, 'roll/roll', req.t('roll.title'), page, shown)
}
