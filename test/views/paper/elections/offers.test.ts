import { expect } from 'chai'
import { isoDate, LOCALES } from '../../../../models/core/dates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasText } from '../../../../routes/web/i18n.ts'
import { DOCUMENTS } from '../../../../views/paper/elections/documents.ts'
import type { DocumentSource } from '../../../../views/paper/elections/document_source.ts'
import { findOffer, offersOf } from '../../../../views/paper/elections/offers.ts'
import { aDocumentSource, aMadeRecord } from '../../../support/plain/documents.ts'

const both = (name: string) => [name, `${name}-en`]
const sizes = (name: string) => [...both(name), ...both(`${name}-a3`)]
const dayBefore = ['tjekliste', 'printerproeve'].flatMap(both)
const onPaper = ['stemmesedler-1', 'stemmesedler-2', 'stemmesedler-4', 'proeve']

const manyCodes = () =>
  Promise.resolve(Array.from({ length: 700 }, (_, index) => `${index}`.padStart(8, '0').padEnd(64, 'f')))

async function filesOf(
  given: Partial<Election>,
  load: Partial<DocumentSource['load']> = {},
): Promise<string[]> {
  return (await offersOf(aDocumentSource(given, load))).map(({ file }) => file).sort()
}

describe('The documents that can be printed of an election', () => {
  const stages: [string, Partial<Election>, string[]][] = [
    ['nothing before the call', { status: 'planned' }, []],
    [
      'the call, the explanation and the poster while candidates are sought',
      { status: 'nominating' },
      [...['indkaldelse', 'forklaring', 'opslag'].flatMap(sizes), ...dayBefore],
    ],
    [
      'the ballot paper and the sheets of the day once the list is approved',
      { status: 'listed' },
      [
        ...['forklaring', 'opslag'].flatMap(sizes),
        ...dayBefore,
        ...['valgdagsark', 'taelleark', 'valgliste'].flatMap(both),
        ...onPaper,
      ],
    ],
    [
      'no ballot paper and no count sheet where people vote on a tablet alone',
      { status: 'polling', means: 'booth' },
      [...['forklaring', 'opslag'].flatMap(sizes), ...['valgdagsark', 'valgliste'].flatMap(both)],
    ],
    ['the count sheet alone while votes are counted', { status: 'closed' }, both('taelleark')],
    ['the poster where the vote was stopped', { status: 'stopped' }, sizes('opslag')],
    ['the poster where nobody votes', { status: 'unfilled' }, sizes('opslag')],
    ['the poster where that was decided', { status: 'uncontested' }, sizes('opslag')],
    ['the result once it is certified', { status: 'certified' }, sizes('resultat')],
    ['nothing of an election that is annulled without a record', { status: 'annulled' }, []],
  ]
  for (const [what, given, files] of stages)
    it(`are ${what}`, async () => expect(await filesOf(given)).to.deep.equal([...files].sort()))

  it('are the record too, once it is made', async () => {
    expect(await filesOf({ status: 'final' }, { record: aMadeRecord })).to.deep.equal(
      [...sizes('resultat'), ...both('protokol')].sort(),
    )
  })

  it('are no roll where there are no names, or more than are ticked by hand', async () => {
    const counted = await filesOf({ roll_kind: 'counted' })
    const of = (entries: number) => filesOf({}, { rollCount: () => Promise.resolve({ entries, marked: 0 }) })
    expect(await of(0)).to.deep.equal(counted)
    expect(await of(2001)).to.deep.equal(counted)
    expect(await of(2000)).to.deep.equal([...counted, ...both('valgliste')].sort())
    expect(counted).not.to.include('valgliste')
  })

  it('are no ballot paper where nobody stands', async () => {
    const files = await filesOf({}, { standing: () => Promise.resolve([]) })
    expect(files.filter((file) => file.startsWith('stemmesedler'))).to.deep.equal([])
  })

  it('are the codes of the sealed ballots once polling is over, where there are any', async () => {
    const codes = () => Promise.resolve(['3f9a07c2'.padEnd(64, '0')])
    const booth = { means: 'booth' } as const
    expect(await filesOf({ ...booth, status: 'closed' }, { codes })).to.include.members(both('koder'))
    expect(await filesOf({ ...booth, status: 'polling' }, { codes })).not.to.include('koder')
    expect(await filesOf({ ...booth, status: 'closed' })).not.to.include('koder')
    expect(await filesOf({ means: 'paper', status: 'closed' }, { codes })).not.to.include('koder')
  })

  it('are a sheet that says why there are no codes, where a box was destroyed without being opened', async () => {
    const destroyed = { envelopes: 3, codesHash: 'f'.repeat(64), destroyed_on: isoDate('2026-03-20') }
    const destroyedBox = () => Promise.resolve(destroyed)
    const annulled = { means: 'booth', status: 'annulled' } as const
    expect(await filesOf(annulled, { destroyedBox })).to.include.members(both('koder'))
    expect(await filesOf(annulled)).not.to.include('koder')
  })

  it('are found by their file, those for staff apart from the others', async () => {
    const source = aDocumentSource()
    expect((await findOffer(source, { file: 'opslag-a3-en', staff: false }))?.lang).to.equal('en')
    expect(await findOffer(source, { file: 'opslag', staff: true })).to.equal(undefined)
    expect(await findOffer(source, { file: 'valgliste', staff: false })).to.equal(undefined)
    expect(await findOffer(source, { file: 'resultat', staff: false })).to.equal(undefined)
  })

  it('have a title and say what they are for, in both languages', () => {
    const wanted = DOCUMENTS.flatMap(({ name }) => ['title', 'what'].map((key) => `${name}.${key}`))
    for (const lang of LOCALES) {
      const missing = wanted.filter((key) => !hasText(lang, `papers_page.documents.${key}`))
      expect(missing, `locales/${lang}/paper.json, papers_page.documents`).to.deep.equal([])
    }
  })

  it('are all made as PDF', async () => {
    const sources = [
      aDocumentSource({ status: 'nominating' }),
      aDocumentSource({ status: 'listed' }),
      aDocumentSource({ status: 'certified', means: 'booth' }, { record: aMadeRecord, codes: manyCodes }),
    ]
    const made = new Map<string, Buffer>()
    for (const source of sources)
      for (const { file, make } of await offersOf(source)) made.set(file, await make())
    expect([...made.keys()]).to.have.lengthOf(4 * 4 + 6 * 2 + 4 + 2)
    for (const [file, pdf] of made) expect(pdf.subarray(0, 5).toString(), file).to.equal('%PDF-')
  })
})
