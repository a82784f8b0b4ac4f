import { expect } from 'chai'
import type { Page } from 'playwright-core'
import type { ElectionId } from '../../models/core/ids.ts'
import { signIncident } from '../../models/elections/incidents/answering.ts'
import { handOutPaper } from '../../models/elections/polling/tallies.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { anOpenElection, official } from '../support/builders/elections.ts'
import { CAST } from '../support/cast.ts'
import { desksIn, type Desks } from './support/desks.ts'
import { looksRight } from './support/look.ts'

describe('something that happened to a candidate after the first vote', () => {
  let house: TestApp
  let desks: Desks
  let page: Page
  let id: ElectionId

  before(async () => {
    house = await anApp()
    id = await anOpenElection(house)
    await handOutPaper(house.db, await official(house, 'signe'), id)
    desks = await desksIn(house)
    page = await desks.signedIn('signe')
  })
  after(() => desks.close())

  async function records(because: string, misled?: string): Promise<void> {
    await page.goto(paths.incidents(id))
    await page.getByRole('radio', { name: 'Anker Bro' }).check()
    await page.getByLabel(because).check()
    if (misled) await page.getByLabel(misled).check()
    await page.fill('[name=reason]', 'Hans søster ringede.')
    await page.getByRole('button', { name: 'Se det, før det gælder' }).click()
    await looksRight(page, 'after-first-vote-check')
    await page.getByRole('button', { name: 'Gem, og skriv under' }).click()
    await page.getByText('Det er gemt. Nu mangler den anden underskrift.').waitFor()
  }

  /** Another member of the board signs what was written last. */
  async function signs(): Promise<void> {
    const incident = await house.db('election_incidents').orderBy('id', 'desc').first('id')
    await signIncident(house.db, await official(house, 'vera'), id, incident!.id)
  }

  it('has a form that says what follows, and asks again with what was typed', async () => {
    await page.goto(paths.listReopening(id))
    await looksRight(page, 'after-first-vote-reopening')
    await page.getByRole('link', { name: 'Der er sket noget med en kandidat' }).click()
    await looksRight(page, 'after-first-vote-form')
    await page.getByRole('button', { name: 'Se det, før det gælder' }).click()
    await looksRight(page, 'after-first-vote-asked-again')
    await page.getByRole('radio', { name: 'Anker Bro' }).check()
    await page.getByLabel('Kandidaten er død').check()
    await page.fill('[name=reason]', 'Hans søster ringede.')
    await page.getByRole('button', { name: 'Se det, før det gælder' }).click()
    await page.getByRole('button', { name: 'Ret det' }).click()
    await page.getByRole('button', { name: 'Se det, før det gælder' }).waitFor()
    expect(await page.locator('[name=reason]').inputValue()).to.equal('Hans søster ringede.')
    await looksRight(page, 'after-first-vote-mended')
  })

  it('says what to do first where nobody else of the board can sign', async () => {
    const vera = house.db('accounts').where({ id: await house.accountOf('vera') })
    await vera.clone().update({ name: 'Signe Holm' })
    await page.goto(paths.incidents(id))
    await page.getByText('Sæt først en mere i valgbestyrelsen.').waitFor()
    await looksRight(page, 'after-first-vote-nobody')
    await vera.update({ name: CAST.vera.name })
  })

  it('waits for a second member of the board, who can sign it or say no', async () => {
    await records('Kandidaten er død')
    await looksRight(page, 'after-first-vote-waits')
    await page.getByRole('link', { name: 'Læs det, eller træk det tilbage' }).click()
    await looksRight(page, 'after-first-vote-waits-writer')
    await page.getByRole('button', { name: 'Ja, træk det tilbage' }).click()
    await page.getByText('Det er trukket tilbage. Det gælder ikke.').waitFor()
    await looksRight(page, 'after-first-vote-withdrawn')
    await records('Kandidaten er død')
    await page.goto(paths.pollingClosing(id))
    await page.getByText('venter på en underskrift').waitFor()
    await looksRight(page, 'after-first-vote-waits-closing')
    page = await desks.signedIn('bo')
    await page.goto(paths.incidents(id))
    await looksRight(page, 'after-first-vote-waits-table')
    await page.getByRole('link', { name: 'Læs det' }).click()
    await looksRight(page, 'after-first-vote-waits-reader')
    page = await desks.signedIn('vera')
    await page.goto('/kontor')
    await looksRight(page, 'after-first-vote-front-page')
    await page.goto(paths.incidents(id))
    await page.getByRole('link', { name: 'Læs det, og skriv under eller sig nej' }).click()
    await looksRight(page, 'after-first-vote-waits-second')
    await page.getByRole('button', { name: 'Sig nej' }).click()
    await looksRight(page, 'after-first-vote-waits-second-asked')
    await page.fill('[name=reason]', 'Det var hans bror.')
    await page.getByRole('button', { name: 'Sig nej' }).click()
    await page.getByText('Du har sagt nej. Det gælder ikke.').waitFor()
    await looksRight(page, 'after-first-vote-refused')
    page = await desks.signedIn('signe')
  })

  it('is seen by those at the table and by anyone, and the vote goes on', async () => {
    await records('Kandidaten er død')
    await signs()
    await page.goto(paths.incidents(id))
    await looksRight(page, 'after-first-vote-recorded')
    await page.goto(paths.polling(id))
    await looksRight(page, 'after-first-vote-table')
    await page.goto(paths.publicElection(id))
    await looksRight(page, 'after-first-vote-public')
  })

  it('is seen where it stops the vote, until polls are closed', async () => {
    await records('Navnet er forkert på stemmesedlen', 'Ja, så stopper afstemningen')
    await signs()
    await page.goto(paths.incidents(id))
    await looksRight(page, 'after-first-vote-stopped')
    await page.goto(paths.election(id))
    await looksRight(page, 'after-first-vote-stopped-election')
    await page.goto(paths.pollingClosing(id))
    await looksRight(page, 'after-first-vote-stopped-closing')
    await page.goto(paths.publicElection(id))
    await looksRight(page, 'after-first-vote-stopped-public')
  })
})
