import type { Response, Router } from 'express'
import { type ElectionId, LOCALES, NotFound } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, inlineAs, officialOf, showPage } from '../shared.ts'
import { sendRecord } from '../../../public/elections/elections.ts'
import { paths, readerOf, requires, type Shown, shows, submits, translatorFor } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'
import type { DocumentSource } from '../../../../views/paper/elections/document_source.ts'
import { screenPage } from '../../../../views/paper/elections/documents_data.ts'
import { infoScreen } from '../../../../views/paper/elections/posters/info_screen.ts'
import { findOffer, offersOf } from '../../../../views/paper/elections/offers.ts'

type FileRequest = ElectionRequest & { params: { file: string } }

const printForm = fields.form(fields.wholeNumber('copies'), fields.wholeNumber('list_version'))

const voidForm = fields.form(
  fields.wholeNumber('void_list'),
  fields.wholeNumber('found'),
  fields.optionalText('difference_reason', fields.LONGEST.text),
)

const destructionForm = fields.form(
  fields.text('first_witness', fields.LONGEST.name),
  fields.text('second_witness', fields.LONGEST.name),
  fields.date('destroyed_on', 'past'),
  fields.text('paragraph'),
  fields.chosenIds('packages', 'package_number'),
  fields.optionalText('left_reason', fields.LONGEST.text),
  fields.mustTick('sure'),
)

export function recordRoutes(router: Router): void {
  router.get('/kontor/valg/:id/protokol', requires('elections.read'), showRecord)
  router.get(
    '/kontor/valg/:id/protokol.json',
    requires('elections.read'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      const record = await elections.findRecord(req.db, id)
      if (!record) throw new NotFound(`record of election ${id}`)
      sendRecord(res, id, record.document)
    },
  )
  router.get('/kontor/valg/:id/efter', requires('elections.read'), shows(showAfter))
  router.post(
    '/kontor/valg/:id/efter/stemmesedler',
    requires('elections.run'),
    submits(destructionForm, {
      act: (req, typed) => elections.recordDestruction(req.db, officialOf(req), electionId(req), typed),
      again: showAfter,
      done: (req) => paths.electionAfter(electionId(req)),
      notice: 'elections.after.destroyed_notice',
    }),
  )
}

async function showRecord(req: ElectionRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const records = await elections.listRecords(req.db, election.id)
  const faults =
    records.length > 0 ? (await elections.verifyRecord(req.db, req.house.keys, election.id)).faults : []
  const rows = { records, faults, isPublic: await elections.isRecordPublic(req.db, election) }
  showPage(req, res, 'record/record', electionsPages.recordPage(readerOf(req), election, rows))
}

async function showAfter(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const page = electionsPages.afterPage(readerOf(req), election, {
    record: await elections.findRecord(req.db, election.id),
    erasure: await elections.findErasure(req.db, election.id),
    destruction: await elections.findDestruction(req.db, election.id),
    packages: {
      sealed: await elections.listSealed(req.db, election.id),
      destroyed: await elections.listDestroyed(req.db, election.id),
      standing: await elections.listStanding(req.db, election.id),
    },
  })
  showPage(req, res, 'record/after', page, shown)
}

export function documentRoutes(router: Router): void {
  router.get('/kontor/valg/:id/papirer', requires('elections.read'), shows(showDocuments))
  router.post(
    '/kontor/valg/:id/papirer',
    requires('elections.run'),
    submits(printForm, {
      act: (req, typed) => elections.recordPrint(req.db, officialOf(req), electionId(req), typed),
      again: showDocuments,
      done: (req) => paths.electionPapers(electionId(req)),
      notice: 'papers_page.recorded',
    }),
  )
  router.post(
    '/kontor/valg/:id/papirer/ugyldige',
    requires('elections.run'),
    submits(voidForm, {
      act: (req, { void_list: list_version, ...typed }) =>
        elections.countVoidPapers(req.db, officialOf(req), electionId(req), { list_version, ...typed }),
      again: showDocuments,
      done: (req) => paths.electionPapers(electionId(req)),
      notice: 'papers_page.voids.done',
    }),
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
  const name = `${title} – ${electionsPages.headOf(req, election).name}.pdf`
  const file = await offer.make()
  res.set('Cache-Control', 'no-store')
  res.set('Content-Disposition', inlineAs(name, `${offer.file}.pdf`))
  res.type('application/pdf').send(file)
}

async function sendText(req: FileRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const lang = LOCALES.find((one) => electionsPages.screenFile(one) === `${req.params.file}.txt`)
  const page = await screenPage(sourceOf(req, election))
  if (!lang || !page) throw new NotFound(`text ${req.params.file} of election ${election.id}`)
  res.set('Cache-Control', 'no-store')
  res.type('text/plain; charset=utf-8').send(infoScreen(page, translatorFor(lang), lang))
}

async function showDocuments(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const source = sourceOf(req, election)
  const screen = await screenPage(source)
  const page = electionsPages.documentsPage(readerOf(req), election, {
    offers: await offersOf(source),
    screens: screen
      ? LOCALES.map((lang) => ({ lang, text: infoScreen(screen, translatorFor(lang), lang) }))
      : [],
    prints:
      elections.hasPaper(election) && election.list_version > 0
        ? {
            made: await elections.listPrints(req.db, election.id),
            sum: await elections.printedCopies(req.db, election),
          }
        : null,
    voids: await elections.listVoidPapers(req.db, election),
  })
  showPage(req, res, 'record/documents', page, shown)
}

export function sourceOf(
  { db, house, clock }: ElectionRequest,
  election: elections.Election,
): DocumentSource {
  const { id } = election
  return {
    election,
    council: house.council.name,
    contact: house.contact,
    link: publicLink(house.baseUrl, id),
    words: translatorFor,
    load: {
      sittings: () => elections.listSittings(db, election),
      standing: () => elections.listStanding(db, id),
      photos: () => elections.photosOf(db, id),
      roll: () => elections.listRoll(db, id),
      rollCount: () => elections.countRoll(db, id),
      readiness: async () => ({
        ...(await elections.readinessOf(db, election, { clock, backupStamp: house.backupStamp })),
        seenOn: clock.today(),
      }),
      reopened: () => elections.toldReopening(db, election),
      incidents: async () => elections.toldIncidents(db, id, await elections.listStanding(db, id)),
      moved: () => elections.toldMove(db, id),
      callOff: () => elections.findCallOff(db, id),
      result: () => elections.getResult(db, election),
      correction: async () => elections.correctionOf(db, id, await elections.getResult(db, election)),
      codes: () => elections.listCodes(db, id),
      destroyedBox: () => elections.findDestroyedBox(db, id),
      packages: () => elections.listSealedWithSealing(db, id),
      record: async () => {
        const shown = await elections.findShownRecord(db, election)
        return shown && { ...shown.row, document: shown.record, code: shown.code, isPublic: shown.whole }
      },
    },
  }
}

/** Returns null on a machine that others cannot reach. */
function publicLink(baseUrl: string, id: ElectionId): string | null {
  const { hostname } = new URL(baseUrl)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? null : baseUrl + paths.publicElection(id)
}
