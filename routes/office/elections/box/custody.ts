import type { Request, Response, Router } from 'express'
import { type Id, NotFound, Refused } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showTitled, withWho } from '../shared.ts'
import * as web from '../../../web/index.ts'
import { chosenId, choice, form, LONGEST, optionalId, optionalText, ticked } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'
import { sheetAside } from '../../../../views/paper/elections/slips/sealed_sheet.ts'

type SlipRequest = Request<{ id: string; number: string }>

const PLACES = [1, 2, 3, 4, 5] as const

const holdersForm = form(
  ...PLACES.map((place) => optionalId(`holder_${place}`, 'account')),
  ...PLACES.map((place) => optionalText(`name_${place}`, LONGEST.name)),
  ticked('replaces_tried'),
)
const takingForm = form(choice('as', ['page', 'pdf']))
const paperForm = form(chosenId('key', 'box_slip_key'))
const trialForm = form(optionalText(elections.slipField(0), LONGEST.text))

/** Who holds which slip of the box's key, and one lasting page for each holder. */
export function custodyRoutes(router: Router): void {
  namingRoutes(router)
  const may = web.requires('elections.count')
  router.get('/kontor/valg/:id/stemmekasse/min-noegleseddel', may, web.shows(showSlip))
  router.get('/kontor/valg/:id/stemmekasse/noegleseddel/:number', may, web.shows(showNumbered))
  takingRoutes(router)
  router.post(
    '/kontor/valg/:id/stemmekasse/noegleseddel/:number/proeve',
    web.requires('elections.count'),
    web.submits(trialForm, {
      act: (req, { slip_1 }) =>
        elections.trySlip(req.db, officialOf(req), electionId(req), {
          number: numberOf(req),
          slip: web.secretOf(req, slip_1),
        }),
      // The slip is a secret: the page shows it again to be mended, and nothing else keeps it.
      again: showNumbered,
      done: (req) => web.paths.keySlip(electionId(req), numberOf(req)),
      notice: 'box.slip.tried',
    }),
  )
}

function namingRoutes(router: Router): void {
  const path = '/kontor/valg/:id/stemmekasse/noegle'
  router.get(path, web.requires('elections.run'), web.shows(showNaming))
  router.post(
    path,
    web.requires('elections.run'),
    web.submits(holdersForm, {
      act: (req, { replaces_tried, ...form }) => {
        const named = { holders: holdersIn(form), replaces_tried }
        return elections.nameHolders(req.db, officialOf(req), electionId(req), named)
      },
      again: showNaming,
      done: (req) => web.paths.box(electionId(req)),
      notice: 'box.holders.done',
    }),
  )
}

type Place = (typeof PLACES)[number]
type TypedHolders = { [P in Place as `holder_${P}`]?: Id<'account'> | undefined } & {
  [P in Place as `name_${P}`]?: string | undefined
}

/** Empty lines are left out. */
function holdersIn(form: TypedHolders): elections.NamedHolder[] {
  return PLACES.flatMap((place): elections.NamedHolder[] => {
    const account = form[`holder_${place}`]
    const name = form[`name_${place}`]
    if (account !== undefined && name !== undefined) throw new Refused('holder_both', {}, `name_${place}`)
    if (account !== undefined) return [{ account }]
    return name === undefined ? [] : [{ name }]
  })
}

function takingRoutes(router: Router): void {
  router.post(
    '/kontor/valg/:id/stemmekasse/noegleseddel/:number/hent',
    web.requires('elections.count'),
    web.submits(takingForm, {
      act: (_req, form) => Promise.resolve(form.as),
      again: showNumbered,
      answer: (req, res, as) =>
        as === 'pdf' ? sendSheet(req, res, numberOf(req)) : showWords(req, res, numberOf(req)),
    }),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/noegleseddel/:number/skrevet',
    web.requires('elections.count'),
    web.submits(paperForm, {
      act: (req, { key }) =>
        elections.copySlip(req.db, officialOf(req), electionId(req), { number: numberOf(req), key }),
      again: showNumbered,
      done: (req) => web.paths.keySlip(electionId(req), numberOf(req)),
      notice: 'box.slip.on_paper',
    }),
  )
}

async function showNaming(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const page = electionsPages.boxKeyPage(web.readerOf(req), election, {
    key: await elections.findKeyAndTrial(req.db, election.id),
    custody: await elections.findCustody(req.db, election.id),
    choices: await elections.listHolderChoices(req.db, election),
    user: web.userOf(req).id,
  })
  showTitled(req, res, 'box/box_key', req.t('box.box_key.title'), page, shown)
}

async function showNumbered(req: SlipRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  await showSlip(req, res, shown, numberOf(req))
}

/** The page of one holder: what to do with the slip now. Without a number, the slip that the reader holds. */
export async function showSlip(
  req: ElectionRequest,
  res: Response,
  shown: web.Shown = {},
  number?: number,
): Promise<void> {
  const election = await electionOf(req)
  const { id } = election
  const user = web.userOf(req).id
  const custody = await elections.findCustody(req.db, id)
  const own = elections.slipOf(custody, user)
  if (number !== undefined && !custody?.slips.some((slip) => slip.number === number))
    throw new NotFound(`slip ${number}`)
  const page = electionsPages.slipPage(web.readerOf(req), election, {
    ...{ custody, number: number ?? own?.number, user },
    key: await elections.findKeyAndTrial(req.db, id),
    sitting: await elections.findSitting(req.db, req.clock, id),
    isOpened: (await elections.findOpenedBox(req.db, id)).opening !== null,
    waitsForPapers: elections.waitsForPapers(await elections.findEntry(req.db, id)),
  })
  showTitled(req, res, 'box/slip', req.t('box.slip.title'), await withWho(req, election, page), shown)
}

/** The only page that ever shows these words. They are bytes that go when it has been sent. */
async function showWords(req: SlipRequest, res: Response, number: number): Promise<void> {
  const election = await electionOf(req)
  const { id } = election
  const make = elections.slipAside(id, number)
  const made = await elections.takeSlip(req.db, officialOf(req), id, number, make)
  const page = electionsPages.slipWordsPage(web.readerOf(req), election, {
    ...{ number, custody: await elections.findCustody(req.db, id), key: made.key },
    words: made.words.map((word) => web.hideIn(req, res, word)),
    qr: { side: made.qr.side, path: web.hideIn(req, res, made.qr.path) },
  })
  showTitled(req, res, 'box/slip_words', req.t('box.slip.title'), page)
}

/** One sheet, to be folded with the words inside. */
async function sendSheet(req: SlipRequest, res: Response, number: number): Promise<void> {
  const election = await electionOf(req)
  const reader = web.readerOf(req)
  const custody = await elections.findCustody(req.db, election.id)
  const slip = custody?.slips.find((one) => one.number === number)
  if (!custody || !slip) throw new NotFound(`slip ${number}`)
  const about = {
    ...{ id: election.id, number, of: custody.shares, threshold: custody.threshold, holder: slip.holder },
    ...{ election: electionsPages.headOf(reader, election).name, place: election.place },
    polling_on: election.polling_on,
  }
  const make = sheetAside({ ...about, date: reader.today, lang: req.lang }, req.t)
  const { pdf } = await elections.takeSlip(req.db, officialOf(req), election.id, number, make)
  res.attachment(`noegleseddel-${number}.pdf`).type('pdf')
  web.sendPieces(res, [pdf])
}

function numberOf(req: SlipRequest): number {
  const number = Number(req.params.number)
  if (!Number.isSafeInteger(number)) throw new NotFound(`slip ${req.params.number}`)
  return number
}
