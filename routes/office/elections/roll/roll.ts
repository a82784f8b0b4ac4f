import type { Request, Response, Router } from 'express'
import { eraseRoll, findErasure } from '../../../../models/elections/roll/erasure.ts'
import {
  addVoter,
  changeVoter,
  chooseRollKind,
  countRoll,
  getEntry,
  removeVoter,
  ROLL_KINDS,
} from '../../../../models/elections/roll/roll.ts'
import { rollErasurePage } from '../../../../views/office/elections/roll/roll_erasure.page.ts'
import { rollVoterPage } from '../../../../views/office/elections/roll/roll_voter.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { choice, form, LONGEST, optionalText, text, ticked } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showTitled, type ElectionRequest } from '../shared.ts'
import { rollImportRoutes } from './import.ts'
import { showRoll } from './show.ts'

type VoterRequest = Request<{ id: string; entry: string }>

const kindForm = form(choice('roll_kind', ROLL_KINDS), ticked('sure'))
const voterForm = form(text('name', LONGEST.line), optionalText('note', LONGEST.line))
const removalForm = form()
const erasureForm = form()

export function rollRoutes(router: Router): void {
  router.get('/kontor/valg/:id/valgliste', requires('elections.run'), (req: ElectionRequest, res) =>
    showRoll(req, res),
  )
  router.post(
    '/kontor/valg/:id/valgliste/slags',
    requires('elections.run'),
    kindForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, kindForm, {
        act: (form) => chooseRollKind(req.db, officialOf(req), id, form),
        again: (shown) => showRoll(req, res, shown),
        done: () => paths.roll(id),
        notice: 'roll.kind.done',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/valgliste/navne',
    requires('elections.run'),
    voterForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, voterForm, {
        act: (form) => addVoter(req.db, officialOf(req), id, form),
        again: (shown) => showRoll(req, res, shown),
        done: () => paths.roll(id),
        notice: 'roll.add.done',
      })
    },
  )
  rollImportRoutes(router)
  voterRoutes(router)
  erasureRoutes(router)
}

/** A line can be changed until polling opens. */
function voterRoutes(router: Router): void {
  const path = '/kontor/valg/:id/valgliste/navne/:entry'
  router.get(path, requires('elections.run'), (req: VoterRequest, res) => showVoter(req, res))
  router.post(path, requires('elections.run'), voterForm, async (req: VoterRequest, res: Response) => {
    const id = idFrom(req.params.id)
    await submit(req, res, voterForm, {
      act: (form) => changeVoter(req.db, officialOf(req), id, req.params.entry, form),
      again: (shown) => showVoter(req, res, shown),
      done: () => paths.roll(id),
      notice: 'roll.voter.done',
    })
  })
  router.post(`${path}/sletning`, requires('elections.run'), async (req: VoterRequest, res: Response) => {
    const id = idFrom(req.params.id)
    await submit(req, res, removalForm, {
      act: () => removeVoter(req.db, officialOf(req), id, req.params.entry),
      again: (shown) => showRoll(req, res, shown),
      done: () => paths.roll(id),
      notice: 'roll.voter.removed',
    })
  })
}

async function showVoter(req: VoterRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const entry = await getEntry(req.db, election.id, req.params.entry)
  const page = rollVoterPage(readerOf(req), election, entry)
  showTitled(req, res, 'roll/roll_voter', entry.name, page, shown)
}

function erasureRoutes(router: Router): void {
  const path = '/kontor/valg/:id/valgliste/sletning'
  router.get(path, requires('elections.run'), (req: ElectionRequest, res) => showErasure(req, res))
  router.post(path, requires('elections.run'), async (req: ElectionRequest, res: Response) => {
    const id = idFrom(req.params.id)
    await submit(req, res, erasureForm, {
      act: () => eraseRoll(req.db, officialOf(req), id),
      again: (shown) => showErasure(req, res, shown),
      done: () => paths.roll(id),
      notice: 'roll.erasure.done',
    })
  })
}

async function showErasure(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const count = await countRoll(req.db, election.id)
  const page = rollErasurePage(readerOf(req), election, count, await findErasure(req.db, election.id))
  showTitled(req, res, 'roll/roll_erasure', req.t('roll.erasure.title'), page, shown)
}
