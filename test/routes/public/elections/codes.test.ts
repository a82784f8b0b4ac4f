import { createHash } from 'node:crypto'
import { expect } from 'chai'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { declareBoxLost } from '../../../../models/elections/box/loss.ts'
import { recordDestruction } from '../../../../models/elections/record/destruction.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../support/builders/booth.ts'
import { aClosedElection, official } from '../../../support/builders/elections.ts'
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

  it('are gone with the ballots of a box that was never opened, and page, file and poster say why', async () => {
    await closed(house, id)
    const reader = house.visitor()
    const { text: file } = await reader.raw('get', paths.publicCodes(id))
    const hash = createHash('sha256').update(file).digest('hex')
    const [signe, today] = [await official(house, 'signe'), house.clock.today()]
    const decision = { decided_by: 'Valgbestyrelsen', decided_on: today, reason: 'To af tre sedler er væk.' }
    await declareBoxLost(house.db, signe, id, decision)
    expect((await reader.get(paths.publicElection(id))).texts('.box-codes li')).to.have.length(3)
    const witnesses = { first_witness: 'Bo Krag', second_witness: 'Lis Winther' }
    await recordDestruction(house.db, signe, id, { ...witnesses, destroyed_on: today })

    const page = await reader.get(paths.publicElection(id))
    expect(page.texts('.box-codes li')).to.deep.equal([])
    expect(page.text).to.include(
      'Der lå 3 lukkede stemmer i stemmekassen på tabletten, da afstemningen lukkede.',
    )
    expect(page.text).to.include('Kassen blev aldrig åbnet, så ingen har set, hvad der er stemt.')
    expect(page.text).to.include('slettet tirsdag den 10. marts 2026. Derfor står koderne her ikke mere.')
    expect(page.text).to.include(hash)
    const answer = await reader.raw('get', paths.publicCodes(id))
    expect([answer.status, answer.headers.location]).to.deep.equal([303, `${paths.publicElection(id)}#codes`])
    expect(page.$('#codes')).to.have.length(1)
    const english = house.visitor()
    await english.get('/?sprog=en')
    expect((await english.get(paths.publicElection(id))).text).to.include(
      'The box was never opened, so nobody has seen how anybody voted.',
    )

    const staff = await house.as('signe')
    const poster = async (name: string) => {
      const pdf = await staff.raw('get', paths.electionPaper(id, name)).buffer(true).responseType('blob')
      return textOf(pdf.body as Buffer)
    }
    const danish = await poster('koder.pdf')
    expect(danish).to.include('Kassen blev aldrig åbnet').and.to.include(hash)
    expect(danish).to.include('Derfor er der ingen koder her mere.').and.not.to.include('Mangler din kode?')
    expect(await poster('koder-en.pdf')).to.include('The box was never opened')
    expect((await staff.get(paths.box(id))).text).to.include('Stemmerne og deres koder er slettet.')
  })

  it('are nowhere where people voted on paper', async () => {
    const other = await anApp()
    const paper = await aClosedElection(other)
    const page = await other.visitor().get(paths.publicElection(paper))
    expect(page.text).not.to.include('Koderne på de lukkede stemmer')
  })
})
