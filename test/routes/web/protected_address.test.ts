import { expect } from 'chai'
import type { Response } from 'supertest'
import { readSheet } from 'read-excel-file/node'
import { EXPORT_FILES } from '../../../views/office/exchange/export_files.ts'
import { anApp, type TestApp, type Visitor } from '../../support/app.ts'
import { insertRows } from '../../support/builders/rows.ts'
import { textOf } from '../../support/pdf.ts'
import { listRoutes } from '../../support/routes.ts'

const ADDRESS = 'Dulgtsti 77, 8900 Randers C'
const HIDDEN = /Dulgtsti/

/** Everything that is held of a person, to be handed to that person: their own address is among it. */
const INSIGHT = ['/kontor/personer/1/indsigt', '/kontor/personer/1/indsigt.pdf'] as const

/** The readers, each with the only pages that may show a protected address. */
const MAY: Record<'visitor' | 'signe' | 'vera' | 'tage' | 'ruth', readonly string[]> = {
  visitor: [],
  signe: ['/kontor/personer/1', '/kontor/personer/1/ret', ...INSIGHT],
  vera: [],
  tage: [],
  ruth: ['/kontor/personer/1', ...INSIGHT],
}

/** Every address of a route that leads to something in the rows; a file stands for every file. */
function addressesOf(route: string): string[] {
  const { file, letter, slug, ...one } = {
    file: route.includes('ind-og-ud/hent') ? EXPORT_FILES : ['valgplakat', 'infoskaerm', 'medlemmer.csv'],
    letter: ['anmodning/5', 'paamindelse/5', 'udpegning/person'],
    slug: route.startsWith('/kontor/organisationer') ? ['perron-4', 'sind'] : ['perron-4', 'boligsocial'],
    ...{ candidacy: '1', complaint: '1', booth: '1', entry: 'a'.repeat(32), years: '2026-2029' },
    ...{ key: 'quorum', token: 'x', id: '1' },
  }
  const many = { ':file': file, ':kind/:to': letter, ':slug': slug }
  const filled = Object.entries(one).reduce((path, [name, value]) => path.replace(`:${name}`, value), route)
  return Object.entries(many).reduce<string[]>(
    (paths, [name, values]) => paths.flatMap((path) => values.map((value) => path.replace(name, value))),
    [filled],
  )
}

/** What a reader sees of the answer: a PDF and a spreadsheet are opened, everything else is text. */
async function readable(answer: Response): Promise<string> {
  const bytes = answer.body as Buffer
  const type = answer.headers['content-type'] ?? ''
  if (type.includes('pdf')) return textOf(bytes)
  if (type.includes('spreadsheetml')) return JSON.stringify(await readSheet(bytes))
  return bytes.toString('utf8')
}

const asBytes = (answer: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
  const chunks: Buffer[] = []
  answer.on('data', (chunk: Buffer) => chunks.push(chunk))
  answer.on('end', () => {
    done(null, Buffer.concat(chunks))
  })
}

describe('A protected address', () => {
  let house: TestApp
  let addresses: string[]

  before(async () => {
    house = await anApp({ on: '2026-03-10', env: { CONTACT_EMAIL: 'raad@randers.example' } })
    await insertRows(house.db)
    const hidden = { postal_address: ADDRESS, contact_by: 'post', protected_address: true } as const
    await house.db('people').update(hidden)
    const routes = listRoutes(house.app).filter(({ method }) => method === 'get')
    addresses = [...new Set(routes.flatMap(({ path }) => addressesOf(path)))]
  })

  const shownTo = async (visitor: Visitor) => {
    const found: { shown: string[]; opened: number } = { shown: [], opened: 0 }
    for (const address of addresses) {
      const answer = await visitor
        .raw('get', address)
        .buffer(true)
        .parse(asBytes as never)
      if (answer.status < 300) found.opened += 1
      if (HIDDEN.test(await readable(answer))) found.shown.push(address)
    }
    return found
  }

  for (const [name, may] of Object.entries(MAY) as [keyof typeof MAY, readonly string[]][]) {
    it(`is shown to ${name} ${may.length === 0 ? 'nowhere' : `on ${may.join(' and ')} alone`}`, async () => {
      const visitor = name === 'visitor' ? house.visitor() : await house.as(name)
      const { shown, opened } = await shownTo(visitor)
      expect(shown).to.deep.equal(may)
      // A role that is let in nowhere would prove nothing: each opens many doors of the house.
      expect(opened).to.be.greaterThan(name === 'signe' ? 110 : 15)
    })
  }

  it('is not on the letter to the person either, since others see the envelope', async () => {
    const signe = await house.as('signe')
    await house.db('nominations').update({ status: 'appointed' })
    const letter = '/kontor/udpegninger/1/breve/udpegning/person'
    expect((await signe.get(letter)).text)
      .to.contain('Maja Lund')
      .and.not.to.match(HIDDEN)
    const pdf = await signe
      .raw('get', `${letter}/brev.pdf`)
      .buffer(true)
      .parse(asBytes as never)
    expect(pdf.status).to.equal(200)
    expect(await readable(pdf)).to.not.match(HIDDEN)
    await house.db('people').update({ protected_address: false })
    expect((await signe.get(letter)).text).to.match(HIDDEN)
  })
})
