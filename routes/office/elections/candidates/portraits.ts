import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { NotFound } from '../../../../models/core/index.ts'
import * as web from '../../../web/index.ts'
import { form, LONGEST, optionalText, ticked } from '../../../web/fields.ts'
import { portraitPage } from '../../../../views/office/elections/index.ts'
import { candidacyId, type CandidacyRequest } from './candidates.ts'
import { electionId, electionOf, officialOf, showPage } from '../shared.ts'

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
  router.get(path, web.requires('elections.run'), web.shows(showPortrait))
  router.post(
    path,
    web.requires('elections.run'),
    web.submits(portraitForm, {
      act: async (req, form) =>
        elections.changePortrait(req.db, officialOf(req), electionId(req), candidacyId(req), {
          ...form,
          photo: await photoOf(req),
        }),
      again: showPortrait,
      done: (req) => web.paths.candidates(electionId(req)),
      notice: 'elections.portrait.done',
    }),
  )
  photoRoutes(router)
}

async function showPortrait(req: CandidacyRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await elections.getCandidacy(req.db, election, candidacyId(req))
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
      const { id } = await elections.getCandidacy(req.db, await electionOf(req), candidacyId(req))
      const photo = await elections.findPhoto(req.db, id)
      if (!photo) throw new NotFound(`photo of candidacy ${id}`)
      web.sendPhoto(req, res, photo)
    },
  )
  router.post(
    '/kontor/valg/:id/kandidater/:candidacy/foto/fjernelse',
    web.requires('elections.run'),
    web.submits(form(), {
      act: (req) => elections.removePhoto(req.db, officialOf(req), electionId(req), candidacyId(req)),
      again: showPortrait,
      done: (req) => web.paths.candidatePortrait(electionId(req), candidacyId(req)),
      notice: 'elections.portrait.removed',
    }),
  )
}
