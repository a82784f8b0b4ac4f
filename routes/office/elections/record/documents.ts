import type { Response, Router } from 'express'
import { LOCALES } from '../../../../models/core/dates.ts'
import { NotFound } from '../../../../models/core/errors.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasPaper } from '../../../../models/elections/means.ts'
import { listSittings } from '../../../../models/elections/planning/sittings.ts'
import {
  listPrints,
  listRoll,
  photosOf,
  printedCopies,
  recordPrint,
} from '../../../../models/elections/polling/prints.ts'
import { findRecord, readRecord } from '../../../../models/elections/record/record.ts'
import { getResult } from '../../../../models/elections/result/loading.ts'
import { countRoll } from '../../../../models/elections/roll/roll.ts'
import { headOf } from '../../../../views/office/elections/head.ts'
import { documentsPage, screenFile } from '../../../../views/office/elections/record/documents.page.ts'
import { screenPage, type DocumentSource } from '../../../../views/paper/elections/documents_data.ts'
import { infoScreen } from '../../../../views/paper/elections/info_screen.ts'
import { findOffer, offersOf } from '../../../../views/paper/elections/offers.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { form, wholeNumber } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { translatorFor } from '../../../web/i18n.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

type FileRequest = ElectionRequest & { params: { file: string } }

const printForm = form(wholeNumber('copies'), wholeNumber('list_version'))

export function documentRoutes(router: Router): void {
  router.get('/kontor/valg/:id/papirer', requires('elections.read'), (req: ElectionRequest, res) =>
    showDocuments(req, res),
  )
  router.post(
    '/kontor/valg/:id/papirer',
    requires('elections.run'),
    printForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, printForm, {
        act: (typed) => recordPrint(req.db, officialOf(req), id, typed),
        again: (shown) => showDocuments(req, res, shown),
        done: () => paths.electionPapers(id),
        notice: 'papers_page.recorded',
      })
    },
  )
  router.get('/kontor/valg/:id/papirer/:file.pdf', requires('elections.read'), (req: FileRequest, res) =>
    sendPdf(req, res, false),
  )
  router.get(
    '/kontor/valg/:id/papirer/valgbord/:file.pdf',
    requires('elections.run'),
    (req: FileRequest, res) => sendPdf(req, res, true),
  )
  router.get('/kontor/valg/:id/papirer/:file.txt', requires('elections.read'), sendText)
}

async function sendPdf(req: FileRequest, res: Response, staff: boolean): Promise<void> {
  const election = await electionOf(req)
  const offer = await findOffer(sourceOf(req, election), { file: req.params.file, staff })
  if (!offer) throw new NotFound(`document ${req.params.file} of election ${election.id}`)
  const title = translatorFor(offer.lang)(`papers_page.documents.${offer.name}.title`)
  const name = `${title} – ${headOf(req, election).name}.pdf`
  const file = await offer.make()
  res.set('Cache-Control', 'no-store')
  res.set('Content-Disposition', inlineAs(name, `${offer.file}.pdf`))
  res.type('application/pdf').send(file)
}

/** The browser shows the file, and saves it under a readable name. */
function inlineAs(name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `inline; filename="${plainName}"; filename*=UTF-8''${encoded}`
}

async function sendText(req: FileRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const lang = LOCALES.find((one) => screenFile(one) === `${req.params.file}.txt`)
  const page = await screenPage(sourceOf(req, election))
  if (!lang || !page) throw new NotFound(`text ${req.params.file} of election ${election.id}`)
  res.set('Cache-Control', 'no-store')
  res.type('text/plain; charset=utf-8').send(infoScreen(page, translatorFor(lang), lang))
}

async function showDocuments(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const source = sourceOf(req, election)
  const screen = await screenPage(source)
  const page = documentsPage(readerOf(req), election, {
    offers: await offersOf(source),
    screens: screen
      ? LOCALES.map((lang) => ({ lang, text: infoScreen(screen, translatorFor(lang), lang) }))
      : [],
    prints:
      hasPaper(election) && election.list_version > 0
        ? { made: await listPrints(req.db, election.id), sum: await printedCopies(req.db, election) }
        : null,
  })
  showPage(req, res, 'record/documents', page, shown)
}

function sourceOf({ db, house }: ElectionRequest, election: Election): DocumentSource {
  const { id } = election
  return {
    election,
    council: house.council.name,
    contact: house.contact,
    link: publicLink(house.baseUrl, id),
    words: translatorFor,
    load: {
      sittings: () => listSittings(db, election),
      standing: () => listStanding(db, id),
      photos: () => photosOf(db, id),
      roll: () => listRoll(db, id),
      rollCount: () => countRoll(db, id),
      result: () => getResult(db, election),
      record: async () => {
        const record = await findRecord(db, id)
        return record && { ...record, document: readRecord(record) }
      },
    },
  }
}

/** Returns null on a machine that others cannot reach. */
function publicLink(baseUrl: string, id: number): string | null {
  const { hostname } = new URL(baseUrl)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? null : baseUrl + paths.publicElection(id)
}
