import { expect } from 'chai'
import type { Page } from 'playwright-core'
import type { ElectionId } from '../../models/core/ids.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { aBooth, anOpenBoothElection, openedBox, type Slips } from '../support/builders/booth.ts'
import { DAYS } from '../support/builders/elections.ts'
import { AGAIN, ALL_IN, COUNT_AGAIN, JOIN, MORE, PUT_IN, SHOW, YES } from '../support/builders/paper_entry.ts'
import { desksIn, type Desks } from './support/desks.ts'
import { looksRight } from './support/look.ts'
import { openMenu } from './support/readers.ts'

describe('few papers that are put into the box of the tablet, at two screens', () => {
  let house: TestApp
  let desks: Desks
  let first: Page
  let second: Page
  let id: ElectionId
  let slips: Slips

  /** Eleven have voted on the tablet, and two papers were handed out. */
  before(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house, { means: 'both' }))
    const booth = await aBooth(house, id)
    for (let voter = 0; voter < 11; voter += 1) await booth.vote('Åse Wang')
    house.clock.set(DAYS.evening)
    desks = await desksIn(house)
    first = await desks.signedIn('bo')
    second = await desks.signedIn('lis')
  })
  after(() => desks.close())

  const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

  it('is offered with the warning as polls close', async () => {
    await first.goto(paths.pollingClosing(id))
    const account = { closed_at: '14.00', printed: '60', handed_out: '2', unused: '58', exchanged: '0' }
    for (const [line, figure] of Object.entries({ ...account, not_returned: '0' }))
      await first.fill(`[name=${line}]`, figure)
    await press(first, 'Luk afstemningen')
    await first.getByRole('alert').first().waitFor()
    expect(await first.locator('[name=small_box]:checked').count()).to.equal(0)
    await looksRight(first, 'sedler-i-kassen-lukning')
    await first.getByLabel('Vi taster stemmesedlerne ind i tablettens kasse').check()
    await press(first, 'Luk afstemningen')
    await first.waitForURL((url) => !url.pathname.endsWith('/lukning'))
    await first.goto(paths.count(id))
    await looksRight(first, 'sedler-i-kassen-optaelling')
    await first.goto(paths.box(id))
    await looksRight(first, 'sedler-i-kassen-kasse')
  })

  it('is entered by keyboard at one screen and comes up by itself at the other', async () => {
    await first.goto(paths.paperEntry(id))
    await looksRight(first, 'sedler-i-kassen-plads')
    await press(first, JOIN)
    await first.getByText('Nu mangler den anden').waitFor()
    await looksRight(first, 'sedler-i-kassen-alene')
    await second.goto(paths.paperEntry(id))
    await press(second, JOIN)
    await second.getByText('Den anden taster sedlen ind').waitFor()
    await looksRight(second, 'sedler-i-kassen-ser-paa')
    await first.getByRole('heading', { name: 'Seddel nr. 1' }).waitFor()
    await press(first, SHOW)
    await first.getByRole('alert').first().waitFor()
    await looksRight(first, 'sedler-i-kassen-afvist')
    await first.getByLabel('Anker Bro').focus()
    await first.keyboard.press('Space')
    await first.getByLabel('Krydsene gælder').focus()
    await first.keyboard.press('Space')
    await looksRight(first, 'sedler-i-kassen-indtast')
    await first.getByRole('button', { name: SHOW }).focus()
    await first.keyboard.press('Enter')
    await first.getByText('Vent på et ja').waitFor()
    await looksRight(first, 'sedler-i-kassen-venter')
    // Nobody pressed anything at the other screen.
    await second.getByRole('button', { name: PUT_IN }).waitFor()
    await looksRight(second, 'sedler-i-kassen-bekraeft')
    await press(second, AGAIN)
    await first.getByRole('button', { name: SHOW }).waitFor()
  })

  it('is in the box once the other one has said yes, and the pile is counted at the end', async () => {
    for (const kind of ['Blank: ingen krydser og intet andet', 'Ugyldig: Krydset']) {
      await first.getByRole('button', { name: SHOW }).waitFor()
      const radios = first.locator('[name=kind]')
      await (kind.startsWith('Blank') ? first.getByLabel(kind) : radios.nth(3)).check()
      await press(first, SHOW)
      await second.getByRole('button', { name: PUT_IN }).focus()
      await second.keyboard.press('Enter')
      await second.getByText('Den anden taster sedlen ind').waitFor()
    }
    await first.getByText('Tastet ind: 2 af 2').waitFor()
    await first.getByRole('button', { name: SHOW }).waitFor()
    await first.fill('[name=papers]', '3')
    await press(first, ALL_IN)
    await first.getByRole('alert').first().waitFor()
    await looksRight(first, 'sedler-i-kassen-passer-ikke')
    await first.fill('[name=papers]', '2')
    await press(first, ALL_IN)
    await first.getByText('Den anden tæller nu bunken').waitFor()
    await looksRight(first, 'sedler-i-kassen-slut-venter')
    // Nobody pressed anything at the other screen.
    await second.getByRole('button', { name: COUNT_AGAIN }).waitFor()
    await looksRight(second, 'sedler-i-kassen-slut-bekraeft')
    await press(second, COUNT_AGAIN)
    await first.getByText('Der blev ikke sagt ja til, at der er 2 i bunken').waitFor()
    await looksRight(first, 'sedler-i-kassen-slut-nej')
  })

  it('says how things stand to others, and to the one who is left alone', async () => {
    for (const [name, state] of [
      ['signe', 'optaget'],
      ['ruth', 'revisor'],
    ] as const) {
      const other = await desks.signedIn(name)
      await other.goto(paths.paperEntry(id))
      await looksRight(other, `sedler-i-kassen-${state}`)
      await other.context().close()
    }
    await openMenu(second)
    await press(second, 'Log ud')
    await first.getByText('Den anden er ikke logget ind mere.').waitFor()
    await looksRight(first, 'sedler-i-kassen-anden-vaek')
    second = await desks.signedIn('lis')
    await second.goto(paths.paperEntry(id))
    await press(second, JOIN)
    await second.getByText('Den anden taster sedlen ind').waitFor()
  })

  it('is ended from the other screen too, where nothing that is typed is lost, and a found paper is added', async () => {
    await second.getByRole('link', { name: 'Er alle sedler tastet ind?' }).click()
    await second.fill('[name=papers]', '1')
    await second.fill('[name=difference_reason]', 'En seddel er væk.')
    await press(second, ALL_IN)
    await second.getByRole('alert').first().waitFor()
    await looksRight(second, 'sedler-i-kassen-slut-anden')
    await second.fill('[name=papers]', '2')
    await press(second, ALL_IN)
    await first.getByText('En seddel er væk.').waitFor()
    await looksRight(first, 'sedler-i-kassen-slut-grund')
    await first.getByRole('button', { name: YES }).focus()
    await first.keyboard.press('Enter')
    await first.getByText('Alle 2 stemmesedler er tastet ind').waitFor()
    await second.getByText('Alle 2 stemmesedler er tastet ind').waitFor()
    await looksRight(first, 'sedler-i-kassen-slut')
    await first.getByRole('link', { name: 'Er der fundet en seddel til?' }).click()
    await press(first, MORE)
    await first.getByRole('alert').first().waitFor()
    await looksRight(first, 'sedler-i-kassen-flere')
    await first.fill('[name=found]', 'Den lå under dugen.')
    await press(first, MORE)
    await first.getByRole('heading', { name: 'Seddel nr. 3' }).waitFor()
    await second.getByText('Den anden taster sedlen ind').waitFor()
    await first.fill('[name=papers]', '2')
    await press(first, ALL_IN)
    await press(second, YES)
    await second.getByText('Alle 2 stemmesedler er tastet ind').waitFor()
    await looksRight(second, 'sedler-i-kassen-slut-igen')
    await first.goto(paths.box(id))
    await first.getByText('Åbn kassen.').waitFor()
    await looksRight(first, 'sedler-i-kassen-klar')
    await openedBox(house, id, slips)
    await first.goto(paths.box(id))
    await looksRight(first, 'sedler-i-kassen-aabnet')
    await first.goto(paths.result(id))
    await looksRight(first, 'sedler-i-kassen-resultat')
  })
})
