import type { Response, Router } from 'express'
import {
  addVoter,
  changeVoter,
  chooseRollKind,
  removeVoter,
  ROLL_KINDS,
  type RollKind,
  type VoterForm,
} from '../../../../models/elections/roll/roll.ts'
import { eraseRoll } from '../../../../models/elections/roll/erasure.ts'
import { requires } from '../../../web/access.ts'
import { choice, LONGEST, optionalText, text, ticked } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { rollImportRoutes } from './import.ts'
import { showErasure, showRoll, showVoter, type VoterRequest } from './pages.ts'
import { officialOf, type ElectionRequest } from '../shared.ts'

const voterFields = [text('name', LONGEST.line), optionalText('note', LONGEST.line)]

/** The roll: how it is kept, who stands on it, and that it is erased when nobody can complain any more. */
export function rollRoutes(router: Router): void {
  router.get('/kontor/valg/:id/valgliste', requires('elections.run'), (req: ElectionRequest, res) =>
    showRoll(req, res),
  )
  router.post(
    '/kontor/valg/:id/valgliste/slags',
    requires('elections.run'),
    choice('roll_kind', ROLL_KINDS),
    ticked('sure'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ roll_kind: RollKind; sure: boolean }, unknown>(req, res, {
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
    ...voterFields,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<VoterForm, unknown>(req, res, {
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

/** One line of the roll, as long as polling has not opened. */
function voterRoutes(router: Router): void {
  router.get('/kontor/valg/:id/valgliste/navne/:entry', requires('elections.run'), (req: VoterRequest, res) =>
    showVoter(req, res),
  )
  router.post(
    '/kontor/valg/:id/valgliste/navne/:entry',
    requires('elections.run'),
    ...voterFields,
    async (req: VoterRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<VoterForm, unknown>(req, res, {
        act: (form) => changeVoter(req.db, officialOf(req), id, req.params.entry, form),
        again: (shown) => showVoter(req, res, shown),
        done: () => paths.roll(id),
        notice: 'roll.voter.done',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/valgliste/navne/:entry/sletning',
    requires('elections.run'),
    async (req: VoterRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<object, unknown>(req, res, {
        act: () => removeVoter(req.db, officialOf(req), id, req.params.entry),
        again: (shown) => showRoll(req, res, shown),
        done: () => paths.roll(id),
        notice: 'roll.voter.removed',
      })
    },
  )
}

function erasureRoutes(router: Router): void {
  router.get('/kontor/valg/:id/valgliste/sletning', requires('elections.run'), (req: ElectionRequest, res) =>
    showErasure(req, res),
  )
  router.post(
    '/kontor/valg/:id/valgliste/sletning',
    requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<object, unknown>(req, res, {
        act: () => eraseRoll(req.db, officialOf(req), id),
        again: (shown) => showErasure(req, res, shown),
        done: () => paths.roll(id),
        notice: 'roll.erasure.done',
      })
    },
  )
}
