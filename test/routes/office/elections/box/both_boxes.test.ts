import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection, openedBox, type Slips } from '../../../../support/builders/booth.ts'
import { countOnPage, DAYS, PAPERS, type Figures } from '../../../../support/builders/elections.ts'

const PAPER: Figures = { votes: [11, 7, 5], blank: 4, invalid: 4 }
const FOUND = 'I alt 14. Blanke 1. Ugyldige 0.'

/** 31 papers, of which 4 are blank and 4 invalid, and 14 ballots on the tablet, of which 1 is blank. */
async function aClosedMixed(house: TestApp): Promise<{ id: ElectionId; slips: Slips }> {
  const { id, slips } = await anOpenBoothElection(house, { means: 'both' })
  const booth = await aBooth(house, id)
  for (let vote = 0; vote < 13; vote += 1) await booth.vote('Jens Ærø')
  await booth.vote()
  house.clock.set(DAYS.evening)
  const signe = await house.as('signe')
  const account = Object.fromEntries(Object.entries(PAPERS).map(([line, n]) => [line, `${n}`]))
  await signe.submit(await signe.get(paths.pollingClosing(id)), { closed_at: '14.00', ...account })
  return { id, slips }
}

/** What those who run the election and the auditor read of it, the log's file too. */
async function officeTexts(house: TestApp, id: ElectionId): Promise<string> {
  const signe = await house.as('signe')
  const ruth = await house.as('ruth')
  const texts: string[] = []
  for (const address of [
    ...[paths.election(id), paths.box(id), paths.count(id), paths.result(id), paths.packages(id)],
    ...[paths.electionPapers(id), paths.certification(id), paths.polling(id)],
  ]) {
    for (const visitor of [signe, ruth]) texts.push((await visitor.raw('get', address)).text)
  }
  const { body, text } = await ruth.raw('get', paths.auditFile)
  texts.push(Buffer.isBuffer(body) ? body.toString('utf8') : text)
  return texts.join('\n')
}

async function countsPapers(house: TestApp, id: ElectionId): Promise<void> {
  for (const name of ['bo', 'lis'] as const) await countOnPage(await house.as(name), id, PAPER)
}

const TELLS = /Blanke 1|"(blank|invalid)\\?":|13 stemmer|11 stemmer|blanke sedler: 4/

describe('The figures of one of two boxes', () => {
  it('are seen by nobody while the papers are not counted', async () => {
    const house = await anApp()
    const { id, slips } = await aClosedMixed(house)
    await openedBox(house, id, slips)
    expect(await officeTexts(house, id)).not.to.match(TELLS)
    await countsPapers(house, id)
    expect(await (await house.as('signe')).get(paths.box(id)))
      .to.have.property('text')
      .that.includes(FOUND)
  })

  it('are seen by nobody while the box of the tablet is locked', async () => {
    const house = await anApp()
    const { id, slips } = await aClosedMixed(house)
    await countsPapers(house, id)
    expect(await officeTexts(house, id)).not.to.match(TELLS)
    await openedBox(house, id, slips)
    expect(await (await house.as('signe')).get(paths.box(id)))
      .to.have.property('text')
      .that.includes(FOUND)
    const opened = await house.db('audit_events').where({ action: 'election.box_opened' }).first('details')
    expect(JSON.parse(opened!.details))
      .to.include({ envelopes: 14 })
      .and.not.have.any.keys('blank', 'invalid')
  })
})
