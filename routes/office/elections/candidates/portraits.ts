import type { Request, Response, Router } from 'express'
import { getCandidacy, listStanding } from '../../../../models/elections/candidates/candidates.ts'
import {
  changePortrait,
  findPhoto,
  listPhotographed,
  removePhoto,
} from '../../../../models/elections/candidates/portraits.ts'
import { photoFrom } from '../../../../models/elections/candidates/portrait_image.ts'
import { NotFound } from '../../../../models/core/errors.ts'
import { requires } from '../../../web/access.ts'
import { form, LONGEST, optionalText, ticked } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { portraitPage } from '../../../../views/office/elections/candidates/portrait.page.ts'
import { paths } from '../../../../views/paths.ts'
import { sendPhoto } from '../../../web/photos.ts'
import { readerOf } from '../../../web/reader.ts'
import { fileOf, type Upload } from '../../../web/uploads.ts'
import type { CandidacyRequest } from './candidates.ts'
import { electionOf, officialOf, showPage } from '../shared.ts'

/** Large enough for a photo as a telephone makes it. */
export const PHOTO_FILE: Upload = {
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
  router.get(path, requires('elections.run'), (req: CandidacyRequest, res) => showPortrait(req, res))
  router.post(path, requires('elections.run'), portraitForm, async (req: CandidacyRequest, res: Response) => {
    const id = idFrom(req.params.id)
    const candidacy = idFrom(req.params.candidacy)
    await submit(req, res, portraitForm, {
      act: async (form) =>
        changePortrait(req.db, officialOf(req), id, candidacy, { ...form, photo: await photoOf(req) }),
      again: (shown) => showPortrait(req, res, shown),
      done: () => paths.candidates(id),
      notice: 'elections.portrait.done',
    })
  })
  photoRoutes(router)
}

async function showPortrait(req: CandidacyRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await getCandidacy(req.db, election, idFrom(req.params.candidacy))
  const beside = {
    standing: await listStanding(req.db, election.id),
    photographed: await listPhotographed(req.db, election.id),
  }
  const page = portraitPage(readerOf(req), election, candidacy, beside)
  showPage(req, res, 'candidates/portrait', page, again)
}

/** Draws the photo anew. Returns undefined when none was chosen. */
async function photoOf(req: Request): Promise<Buffer | undefined> {
  if (!req.file && req.fileTooLarge === undefined) return undefined
  return photoFrom(fileOf(req, PHOTO_FILE.field))
}

function photoRoutes(router: Router): void {
  router.get(
    '/kontor/valg/:id/kandidater/:candidacy/foto',
    requires('elections.read'),
    async (req: CandidacyRequest, res: Response) => {
      const { id } = await getCandidacy(req.db, await electionOf(req), idFrom(req.params.candidacy))
      const photo = await findPhoto(req.db, id)
      if (!photo) throw new NotFound(`photo of candidacy ${id}`)
      sendPhoto(req, res, photo)
    },
  )
  router.post(
    '/kontor/valg/:id/kandidater/:candidacy/foto/fjernelse',
    requires('elections.run'),
    async (req: CandidacyRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const candidacy = idFrom(req.params.candidacy)
      await submit(req, res, form(), {
        act: () => removePhoto(req.db, officialOf(req), id, candidacy),
        again: (shown) => showPortrait(req, res, shown),
        done: () => paths.candidatePortrait(id, candidacy),
        notice: 'elections.portrait.removed',
      })
    },
  )
}
