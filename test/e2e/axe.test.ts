import { expect } from 'chai'
import { createApp } from '../../app.ts'
import { systemClock } from '../../models/core/dates.ts'
import { openDatabase } from '../../models/core/db.ts'
import { PERMISSIONS, type Permission } from '../../models/accounts/permissions.ts'
import { testConfig } from '../support/app.ts'
import { keepsPictures } from '../support/chromium.ts'
import { addressesIn, type Addresses } from './support/addresses.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'
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
  '/kontor/valg/:id/afstemning/tal',
  '/vedtaegter/skema.json',
  '/vedtaegter/:id/fil.json',
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
  '/kontor/valg/:id/stemmekasse/koder',
  '/kontor/valg/:id/protokol.json',
  '/kontor/udpegninger/:id/breve/:kind/:to/brev.pdf',
  '/kontor/ind-og-ud/hent/:file',
  '/kontor/ind-og-ud/skabelon/:file',
  '/kontor/ind-og-ud/indlaesning/:id/fremdrift',
  '/kontor/ind-og-ud/indlaesning/:id/fortryd',
]
const LANGUAGES = ['da', 'en'] as const
const PHONE = 320
const WIDE = 1280
const WIDTHS = [WIDE, PHONE]

const config = testConfig()
const council = { key: '', name: '', municipality: '' }
const app = createApp({ db: openDatabase(config.database), config, clock: systemClock, council })
// A voting tablet has a test of its own, booth.test.ts.
const routes = pageRoutes(app).filter(({ path, guard }) => guard !== 'booth' && !NO_PAGES.includes(path))

describe('every page, on a wide screen and on a phone, and in English', () => {
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
      const found = await Promise.all(
        LANGUAGES.map(async (lang) => {
          const seat = await seatOf(reader, lang)
          const examples = addresses[route.path] ?? []
          return inTurn(examples, (address, index) =>
            lookAt(seat, address, {
              ...widthsOf(index, lang),
              ...(keepsPictures && lang === 'da' && { picture: `${fileName(route.path)}-${index}` }),
            }),
          )
        }),
      )
      expect(found.flat()).to.deep.equal([])
    })

    if (others.length > 0) {
      it(`${route.path} as ${others.join(', ')}`, async () => {
        const found = await inTurn(others, async (other) => {
          const seat = await seatOf(other, 'da')
          const theirs = await reachable(seat, addresses[route.path] ?? [])
          // The same page with less on it opens, fits and says nothing wrong. Axe has seen it in full.
          return theirs === undefined ? [] : lookAt(seat, theirs, { at: [PHONE], axeAt: [] })
        })
        expect(found).to.deep.equal([])
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

/** Danish at both widths; English, and what axe says of other states, where there is least room. */
function widthsOf(index: number, lang: string): Pick<Look, 'at' | 'axeAt'> {
  if (lang === 'da') return { at: WIDTHS, axeAt: index === 0 ? WIDTHS : [PHONE] }
  return { at: [PHONE], axeAt: index === 0 ? [PHONE] : [] }
}

interface Look {
  at: readonly number[]
  axeAt: readonly number[]
  picture?: string
}

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
    if (width !== now) await page.setViewportSize({ width, height: 900 })
    const wide = await overflow(page)
    if (wide > 0) found.push(`scrolls ${wide} px sideways at ${width}`)
    if (axeAt.includes(width)) found.push(...(await axeFaults(page)))
    if (picture !== undefined) await keepPicture(page, `${width}/${picture}`)
  }
  return [...found, ...faults.take()].map((fault) => `${address}: ${fault}`)
}

function fileName(path: string): string {
  return path === '/' ? 'forside' : path.slice(1).replace(/[^a-z0-9]+/gi, '-')
}
