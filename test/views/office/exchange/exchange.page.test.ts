import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { exchangePage } from '../../../../views/office/exchange/exchange.page.ts'
import { EXPORT_FILES } from '../../../../views/office/exchange/export_files.ts'
import { openDataPage } from '../../../../views/public/exchange/open_data.page.ts'
import { anImportRow } from '../../../support/plain/exchange.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

describe('The page of in and out', () => {
  it('has every file, and those that are of a day as of that day or of today', () => {
    const hrefs = (day?: string) =>
      exchangePage(aReader(), day === undefined ? undefined : isoDate(day), []).files.flatMap(({ links }) =>
        links.map(({ href }) => href),
      )
    const days = (all: readonly string[]) => new Set(all.map((href) => href.split('?')[1]))
    expect(hrefs().map((href) => href.split('/').at(-1)?.split('?')[0])).to.deep.equal([...EXPORT_FILES])
    expect(days(hrefs())).to.deep.equal(new Set(['dato=2026-03-10', undefined]))
    expect(days(hrefs('2020-02-01'))).to.deep.equal(new Set(['dato=2020-02-01', undefined]))
  })

  it('lists files that came in with who did the last thing to them, and when', () => {
    const stored = { state: 'stored', stored_by: 'Vera Stub', stored_on: isoDate('2026-03-11') } as const
    const { imports } = exchangePage(aReader(), undefined, [
      anImportRow(),
      anImportRow({ ...stored, id: anId(2) }),
    ])
    expect(imports.map(({ state, tag, by, on }) => [state, tag, by, on])).to.deep.equal([
      ['Venter på dig', 'warning', 'Signe Holm', '2026-03-10'],
      ['Gemt', 'success', 'Vera Stub', '2026-03-11'],
    ])
  })
})

describe('The page of open data', () => {
  it('leads to each set, and shows an address in full', () => {
    const page = openDataPage('https://raad.example')
    expect(page.example).to.equal('https://raad.example/aabne-data/raad?dato=2026-03-01')
    expect(page.sets).to.have.lengthOf(7)
    expect(page.sets.at(-1)).to.deep.equal({ key: 'kalender_ics', href: '/aabne-data/kalender.ics' })
  })
})
