import { createHash } from 'node:crypto'
import { expect } from 'chai'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../support/builders/booth.ts'
import { aClosedElection } from '../../../support/builders/elections.ts'
import { textOf } from '../../../support/pdf.ts'

describe('The codes of the sealed ballots, for everybody', () => {
  let house: TestApp
  let id: ElectionId
  /** As the tablet showed them, in the order of voting. */
  let noted: string[]

  beforeEach(async () => {
    house = await anApp()
    ;({ id } = await anOpenBoothElection(house))
    const tablet = await aBooth(house, id)
    noted = []
    for (const name of ['Jens Ærø', 'Åse Wang', 'Jens Ærø'])
      noted.push((await tablet.vote(name)).$('.code-text').text().trim())
  })

  it('are on the page of the election once polling has closed, sorted, and not before', async () => {
    const reader = house.visitor()
    expect((await reader.get(paths.publicElection(id))).texts('.box-codes li')).to.deep.equal([])
    expect((await reader.raw('get', paths.publicCodes(id))).text).to.equal('')
    await closed(house, id)
    const page = await reader.get(paths.publicElection(id))
    expect(page.texts('.box-codes li')).to.deep.equal([...noted].sort())
    expect(page.text).to.include('Der blev lagt 3 lukkede stemmer i stemmekassen på tabletten.')
    const english = house.visitor()
    await english.get('/?sprog=en')
    expect((await english.get(paths.publicElection(id))).texts('.box-codes li')).to.have.length(3)
  })

  it('have a file whose own SHA-256 is the code on the page and on the poster for the wall', async () => {
    await closed(house, id)
    const { text, headers } = await house.visitor().raw('get', paths.publicCodes(id))
    expect(headers['content-type']).to.match(/^text\/plain/)
    expect(text).to.match(/^[0-9a-f]{64}(\n[0-9a-f]{64}){2}$/)
    const hash = createHash('sha256').update(text).digest('hex')
    expect((await house.visitor().get(paths.publicElection(id))).text).to.include(hash)
    const signe = await house.as('signe')
    const pdf = signe.raw('get', paths.electionPaper(id, 'koder.pdf')).buffer(true).responseType('blob')
    const poster = await textOf((await pdf).body as Buffer)
    for (const code of noted) expect(poster).to.include(code)
    expect(poster).to.include('Der ligger 3 lukkede stemmer i stemmekassen').and.to.include(hash)
  })

  it('are nowhere where people voted on paper', async () => {
    const other = await anApp()
    const paper = await aClosedElection(other)
    const page = await other.visitor().get(paths.publicElection(paper))
    expect(page.text).not.to.include('Koderne på de lukkede stemmer')
  })
})
