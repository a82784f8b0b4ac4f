import { expect } from 'chai'
import { createApp } from '../../app.ts'
import { systemClock } from '../../models/core/dates.ts'
import { openDatabase } from '../../models/core/db.ts'
import { PERMISSIONS, type Permission } from '../../models/accounts/permissions.ts'
import { testConfig } from '../support/app.ts'
import { addressesIn, type Addresses } from './support/addresses.ts'
import { axeFaults, headHeight, keepPicture, MOST_HEAD_PX, overflow, PHONE, WIDE } from './support/look.ts'
import { readersAt, type Reader, type Seat } from './support/readers.ts'
import { pageRoutes, type PageRoute } from './support/routes.ts'
import { aStage, type Stage } from './support/stage.ts'
import { aTown } from './support/town.ts'

/** Answers that are no page, and pages that the town has no example of. */
const NO_PAGES = [
  '/favicon.ico',
  '/fremdrift/:key',
  '/sundhed',
  '/robots.txt',
  '/kontor/fortsaet',
  '/kontor/logbog/logbog.jsonl',
  '/kontor/valg/:id/afstemning/oprydning/fremdrift',
  '/kontor/valg/:id/afstemning/tal',
  '/vedtaegter/skema.json',
  '/vedtaegter/:id/fil.json',
  '/efterproev/efterproev.html',
  '/efterproev/efterproev.mjs',
  '/valg/:id/koder.txt',
  '/valg/:id/protokol.json',
  '/valg/:id/kandidat/:candidacy/foto',
  '/aabne-data/raad',
  '/aabne-data/pladser',
  '/aabne-data/medlemskaber',
  '/aabne-data/valg',
  '/aabne-data/valg/:id',
  '/aabne-data/vedtaegter',
  '/aabne-data/vedtaegter/:id',
  '/aabne-data/popolo.json',
  '/aabne-data/kalender.ics',
  '/kontor/personer/:id/indsigt.pdf',
  '/kontor/personer/:id/indsigt/foto/:candidacy',
  '/kontor/pladser/:slug/suppleant',
  '/kontor/pladser/:slug/afgoerelse',
  '/kontor/medlemskaber/:id/bekraeftelse',
  '/kontor/suppleanter/:id/afmelding',
  '/kontor/valg/:id/kandidater/:candidacy/foto',
  '/kontor/valg/:id/papirer/:file.pdf',
  '/kontor/valg/:id/papirer/valgbord/:file.pdf',
  '/kontor/valg/:id/papirer/:file.txt',
  '/kontor/valg/:id/stemmekasse/fremdrift',
  '/kontor/valg/:id/stemmekasse/sedler/tur',
  '/kontor/valg/:id/stemmekasse/koder',
  '/kontor/valg/:id/protokol.json',
  '/kontor/udpegninger/:id/breve/:kind/:to/brev.pdf',
  '/kontor/fornyelse/:years/breve/breve.pdf',
  '/kontor/ind-og-ud/hent/:file',
  '/kontor/ind-og-ud/skabelon/:file',
  '/kontor/ind-og-ud/indlaesning/:id/fremdrift',
  '/kontor/ind-og-ud/indlaesning/:id/fortryd',
]
const WIDTHS = [WIDE, PHONE]

const config = testConfig()
const council = { key: '', name: '', municipality: '' }
const app = createApp({ db: openDatabase(config.database), config, clock: systemClock, council })
// A voting tablet has a test of its own, booth.test.ts.
const routes = pageRoutes(app).filter(({ path, guard }) => guard !== 'booth' && !NO_PAGES.includes(path))

describe('every page, on a wide screen and on a phone, and with the words of the other language', () => {
  let stage: Stage
  let addresses: Addresses
  let seatOf: (reader: Reader, lang: string) => Promise<Seat>

  before(async () => {
    stage = await aStage()
    addresses = await addressesIn(stage.house, await aTown(stage.house))
    seatOf = await readersAt(stage)
  })
  after(() => stage.close())

  for (const route of routes) {
    const [reader = 'anyone', ...others] = readersOf(route)

    it(`${route.path} as ${reader}`, async () => {
      const [first, ...states] = addresses[route.path] ?? []
      if (first === undefined) return
      const danish = await seatOf(reader, 'da')
      const found = [
        ...(await lookAt(danish, first, { at: WIDTHS, axeAt: WIDTHS, picture: pictureOf(route.path, 0) })),
        ...(await inTurn(states, (address, index) =>
          lookAt(danish, address, { at: WIDTHS, axeAt: [PHONE], picture: pictureOf(route.path, index + 1) }),
        )),
        // The elements are those that axe has seen. The words are others, and may be longer than a phone is wide.
        ...(await lookAt(await seatOf(reader, 'en'), first, { at: [PHONE], axeAt: [] })),
      ]
      expect(found).to.deep.equal([])
    })

    // The reader with the fewest rights sees the same page with least on it. What each role may open has a test without a browser.
    const least = others.at(-1)
    if (least !== undefined) {
      it(`${route.path} as ${least}`, async () => {
        const seat = await seatOf(least, 'da')
        const theirs = await reachable(seat, addresses[route.path] ?? [])
        expect(
          theirs === undefined ? [] : await lookAt(seat, theirs, { at: [PHONE], axeAt: [] }),
        ).to.deep.equal([])
      })
    }
  }

  it('has addresses for every route, and none for a route that is gone', () => {
    expect(Object.keys(addresses).sort()).to.deep.equal(routes.map(({ path }) => path).sort())
    const without = Object.keys(addresses).filter((path) => addresses[path]?.length === 0)
    expect(without).to.deep.equal(['/start/:token'])
  })
})

/** The roles that may read the page: the secretary first, who sees most on most pages. */
function readersOf({ guard }: PageRoute): Reader[] {
  return guard === 'anyone' ? ['anyone'] : [...PERMISSIONS[guard as Permission]]
}

async function inTurn<T>(
  items: readonly T[],
  look: (item: T, index: number) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = []
  for (const [index, item] of items.entries()) found.push(...(await look(item, index)))
  return found
}

/** The first address that is not hidden from the reader: another place's election is not there. */
async function reachable({ page, faults }: Seat, addresses: readonly string[]): Promise<string | undefined> {
  for (const address of addresses) {
    const { status } = { status: (await page.request.get(address)).status() }
    faults.take()
    if (status === 200) return address
  }
  return undefined
}

interface Look {
  at: readonly number[]
  axeAt: readonly number[]
  picture?: string
}

/** What is wrong with the page: its answer, its width, what axe finds, and what the browser reports. */
async function lookAt(
  { page, faults }: Seat,
  address: string,
  { at, axeAt, picture }: Look,
): Promise<string[]> {
  const answer = await page.goto(address)
  const found = answer?.status() === 200 ? [] : [`answers ${answer?.status() ?? 'nothing'}`]
  // The width that the window has comes first: then nothing is drawn anew for it.
  const now = page.viewportSize()?.width
  for (const width of at[0] === now ? at : at.toReversed()) {
    if (width !== page.viewportSize()?.width) await page.setViewportSize({ width, height: 900 })
    const wide = await overflow(page)
    if (wide > 0) found.push(`scrolls ${wide} px sideways at ${width}`)
    if (width === PHONE && (await headHeight(page)) > MOST_HEAD_PX) found.push('begins below a high head')
    if (axeAt.includes(width)) found.push(...(await axeFaults(page)))
    if (picture !== undefined) await keepPicture(page, `${width}/${picture}`)
  }
  return [...found, ...faults.take()].map((fault) => `${address}: ${fault}`)
}

function pictureOf(path: string, index: number): string {
  const name = path === '/' ? 'forside' : path.slice(1).replace(/[^a-z0-9]+/gi, '-')
  return `${name}-${index}`
}
