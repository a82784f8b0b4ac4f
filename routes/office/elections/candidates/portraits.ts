import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { NotFound } from '../../../../models/core/index.ts'
import * as web from '../../../web/index.ts'
import { form, LONGEST, optionalText, ticked } from '../../../web/fields.ts'
import { portraitPage } from '../../../../views/office/elections/index.ts'
import type { CandidacyRequest } from './candidates.ts'
import { electionOf, officialOf, showPage } from '../shared.ts'

/** Large enough for a photo as a telephone makes it. */
export const PHOTO_FILE: web.Upload = {
  path: '/kontor/valg/:id/kandidater/:candidacy/billede',
  field: 'photo',
  most: 8_388_608,
}

const portraitForm = form(
  optionalText('symbol'),
  optionalText('statement', LONGEST.statement),
  ticked('photo_consent'),
)

export function portraitRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/billede'
  router.get(path, web.requires('elections.run'), (req: CandidacyRequest, res) => showPortrait(req, res))
  router.post(
    path,
    web.requires('elections.run'),
    portraitForm,
    async (req: CandidacyRequest, res: Response) => {
      const id = web.idFrom('election', req.params.id)
      const candidacy = web.idFrom('candidacy', req.params.candidacy)
      await web.submit(req, res, portraitForm, {
        act: async (form) =>
          elections.changePortrait(req.db, officialOf(req), id, candidacy, {
            ...form,
            photo: await photoOf(req),
          }),
        again: (shown) => showPortrait(req, res, shown),
        done: () => web.paths.candidates(id),
        notice: 'elections.portrait.done',
      })
    },
  )
  photoRoutes(router)
}

async function showPortrait(
  req: CandidacyRequest,
  res: Response,
  again: Partial<web.Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await elections.getCandidacy(
    req.db,
    election,
    web.idFrom('candidacy', req.params.candidacy),
  )
  const beside = {
    standing: await elections.listStanding(req.db, election.id),
    photographed: await elections.listPhotographed(req.db, election.id),
  }
  const page = portraitPage(web.readerOf(req), election, candidacy, beside)
  showPage(req, res, 'candidates/portrait', page, again)
}

/** Draws the photo anew. Returns undefined when none was chosen. */
async function photoOf(req: Request): Promise<Buffer | undefined> {
  if (!req.file && req.fileTooLarge === undefined) return undefined
  return elections.photoFrom(web.fileOf(req, PHOTO_FILE.field))
}

function photoRoutes(router: Router): void {
  router.get(
    '/kontor/valg/:id/kandidater/:candidacy/foto',
    web.requires('elections.read'),
    async (req: CandidacyRequest, res: Response) => {
      const { id } = await elections.getCandidacy(
        req.db,
        await electionOf(req),
        web.idFrom('candidacy', req.params.candidacy),
      )
      const photo = await elections.findPhoto(req.db, id)
      if (!photo) throw new NotFound(`photo of candidacy ${id}`)
      web.sendPhoto(req, res, photo)
    },
  )
  router.post(
    '/kontor/valg/:id/kandidater/:candidacy/foto/fjernelse',
    web.requires('elections.run'),
    async (req: CandidacyRequest, res: Response) => {
      const id = web.idFrom('election', req.params.id)
      const candidacy = web.idFrom('candidacy', req.params.candidacy)
      await web.submit(req, res, form(), {
        act: () => elections.removePhoto(req.db, officialOf(req), id, candidacy),
        again: (shown) => showPortrait(req, res, shown),
        done: () => web.paths.candidatePortrait(id, candidacy),
        notice: 'elections.portrait.removed',
      })
    },
  )
}
