import type { Response, Router } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { NotFound } from '../../../../models/core/errors.ts'
import { hasPaper } from '../../../../models/elections/means.ts'
import {
  listPrints,
  printedCopies,
  recordPrint,
  type PrintForm,
} from '../../../../models/elections/polling/prints.ts'
import type { Locale } from '../../../../models/core/dates.ts'
import type { BallotPrintRow } from '../../../../models/elections/polling/tables.ts'
import { infoScreen } from '../../../../views/paper/elections/info_screen.ts'
import { requires, userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { wholeNumber } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { LOCALES, translatorFor } from '../../../web/i18n.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { screenPage } from './documents_data.ts'
import { GROUPS, type DocumentName, type Group, type Variant } from './documents_list.ts'
import { findOffer, offersOf, type Offer } from './documents_offered.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** What can be printed of an election, and how many ballot papers have been. */
export function documentRoutes(router: Router): void {
  router.get('/kontor/valg/:id/papirer', requires('elections.read'), (req: ElectionRequest, res) =>
    showDocuments(req, res),
  )
  router.post(
    '/kontor/valg/:id/papirer',
    requires('elections.run'),
    wholeNumber('copies'),
    wholeNumber('list_version'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<PrintForm, unknown>(req, res, {
        act: (form) => recordPrint(req.db, officialOf(req), id, form),
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

type FileRequest = ElectionRequest & { params: { file: string } }

async function sendPdf(req: FileRequest, res: Response, staff: boolean): Promise<void> {
  const election = await electionOf(req)
  const offer = await findOffer(req, election, { file: req.params.file, staff })
  if (!offer) throw new NotFound(`document ${req.params.file} of election ${election.id}`)
  const title = translatorFor(offer.lang)(`papers_page.documents.${offer.name}.title`)
  const name = `${title} – ${headOf(req, election).name}.pdf`
  const file = await offer.make()
  res.set('Cache-Control', 'no-store')
  res.set('Content-Disposition', inlineAs(name, `${offer.file}.pdf`))
  res.type('application/pdf').send(file)
}

/** Opens in the browser, and is saved under a name that people can read. */
function inlineAs(name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `inline; filename="${plainName}"; filename*=UTF-8''${encoded}`
}

async function sendText(req: FileRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const lang = LOCALES.find((one) => screenFile(one) === `${req.params.file}.txt`)
  const page = await screenPage(req, election)
  if (!lang || !page) throw new NotFound(`text ${req.params.file} of election ${election.id}`)
  res.set('Cache-Control', 'no-store')
  res.type('text/plain; charset=utf-8').send(infoScreen(page, translatorFor(lang), lang))
}

function screenFile(lang: Locale): string {
  return lang === 'da' ? 'infoskaerm.txt' : `infoskaerm-${lang}.txt`
}

/** office/elections/documents */
export interface DocumentsPage {
  head: ElectionHead
  action: string
  groups: { group: Group; documents: DocumentLinks[] }[]
  /** The text for an information screen, in each language. */
  screens: { lang: Locale; text: string; href: string }[]
  /** null where there is no voting on paper, or no list yet. */
  prints: { made: BallotPrintRow[]; sum: number; listVersion: number; mayRecord: boolean } | null
}

export interface DocumentLinks {
  name: DocumentName
  files: { variant: Variant; lang: Locale; href: string }[]
}

async function showDocuments(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const runs = canOf(userOf(req))['elections.run']
  const offers = (await offersOf(req, election)).filter(({ staff }) => runs || !staff)
  const screen = await screenPage(req, election)
  const page: DocumentsPage = {
    head: headOf(req, election),
    action: paths.electionPapers(election.id),
    groups: GROUPS.map((group) => ({ group, documents: linksOf(election.id, offers, group) })).filter(
      ({ documents }) => documents.length > 0,
    ),
    screens: screen
      ? LOCALES.map((lang) => ({
          lang,
          text: infoScreen(screen, translatorFor(lang), lang),
          href: paths.electionPaper(election.id, screenFile(lang)),
        }))
      : [],
    prints:
      hasPaper(election) && election.list_version > 0
        ? {
            made: await listPrints(req.db, election.id),
            sum: await printedCopies(req.db, election),
            listVersion: election.list_version,
            mayRecord: runs && allows(election.status, 'printBallots'),
          }
        : null,
  }
  showPage(req, res, 'record/documents', page, shown)
}

function linksOf(id: number, offers: readonly Offer[], group: Group): DocumentLinks[] {
  const own = offers.filter((offer) => offer.group === group)
  const names = [...new Set(own.map(({ name }) => name))]
  return names.map((name) => ({
    name,
    files: own
      .filter((offer) => offer.name === name)
      .map(({ variant, lang, staff, file }) => ({
        variant,
        lang,
        href: paths.electionPaper(id, `${staff ? 'valgbord/' : ''}${file}.pdf`),
      })),
  }))
}
