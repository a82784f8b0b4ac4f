import { expect } from 'chai'
import { verify } from '../../../../../bin/verifier/verify.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { signIncident } from '../../../../../models/elections/incidents/answering.ts'
import { handOutPaper } from '../../../../../models/elections/polling/tallies.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import type { RuleValue } from '../../../../../models/statutes/document.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  anOpenElection,
  countOnPage,
  DAYS,
  type Figures,
  official,
  PAPERS,
  ruledBy,
  statusOf,
} from '../../../../support/builders/elections.ts'
import { decides } from '../../../../support/builders/outcomes.ts'

/** Anker Bro has most votes, then Jens Ærø. */
const FIRST: Figures = { votes: [14, 10, 5], blank: 1, invalid: 1 }
/** Anker Bro has most votes still, and then Åse Wang. */
const AFTER_ANKER_ASE: Figures = { votes: [14, 5, 10], blank: 1, invalid: 1 }
/** Two heaps were taken for each other: Jens Ærø has most votes. */
const JENS_FIRST: Figures = { votes: [10, 14, 5], blank: 1, invalid: 1 }

describe('elections: a recount after something happened to a candidate', () => {
  let house: TestApp
  let id: ElectionId
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
    id = await anOpenElection(house)
  })

  /** Anker Bro dies while people vote; the day after two certify the first count, and a complaint is upheld. */
  async function countedOnce(afterFirstVote: RuleValue<'afterFirstVote'>): Promise<void> {
    await ruledBy(house, id, { afterFirstVote })
    await handOutPaper(house.db, await official(house, 'signe'), id)
    signe = await house.as('signe')
    const page = await signe.get(paths.incidents(id))
    const candidacy = page
      .$('input[name=candidacy]')
      .filter((_, one) => page.$(one).next('label').text() === 'Anker Bro')
      .attr('value')
    const why = { because: 'died', reason: 'Hans søster ringede.', learnt_on: '10-03-2026' }
    const check = await signe.submit(page, { candidacy: candidacy ?? '', ...why }, 'Se det, før det gælder')
    await signe.submit(check, {}, 'Gem, og skriv under')
    const incident = await house.db('election_incidents').first('id')
    await signIncident(house.db, await official(house, 'vera'), id, incident!.id)
    await closes()
    await counted(FIRST)
    house.clock.set(DAYS.certified)
    await certified()
  }

  async function closes(): Promise<void> {
    house.clock.set(DAYS.evening)
    signe = await house.as('signe')
    const { printed, handed_out, unused, exchanged, not_returned } = PAPERS
    const figures = Object.entries({ printed, handed_out, unused, exchanged, not_returned })
    const typed = Object.fromEntries(figures.map(([line, number]) => [line, String(number)]))
    const page = await signe.get(paths.pollingClosing(id))
    await signe.submit(page, { closed_at: '14.00', ...typed }, 'Luk afstemningen')
  }

  async function counted(figures: Figures): Promise<void> {
    for (const name of ['bo', 'lis'] as const) await countOnPage(await house.as(name), id, figures)
  }

  async function certified(): Promise<void> {
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      await visitor.submit(await visitor.get(paths.certification(id)))
    }
    expect(await statusOf(house, id)).to.equal('certified')
  }

  async function complained(): Promise<void> {
    signe = await house.as('signe')
    await signe.submit(await signe.get(paths.newComplaint(id)), {
      ...{ received_on: '11-03-2026', received_by: 'Bo Krag', complainant: 'En bruger' },
      text: 'To bunker lå forkert.',
    })
    const complaint = await house.db('complaints').where({ election_id: id }).first('id')
    await decides(house, id, complaint!.id, 'recount')
    expect(await statusOf(house, id)).to.equal('closed')
  }

  async function record() {
    return (await findRecord(house.db, id))!
  }

  async function elected(): Promise<{ was: string[]; is: string[] }> {
    const { candidates, recounts } = readRecord(await record())
    const names = (ids: readonly number[]) =>
      ids.map((one) => candidates.find((candidate) => candidate.id === one)!.name)
    const { was, is } = recounts[0]!.corrected!
    return { was: names(was.elected), is: names(is!.elected) }
  }

  /** Who sits by the election, after the seat of the first count was taken back. */
  async function seated(): Promise<string[]> {
    return house
      .db('memberships')
      .join('candidacies', 'candidacies.id', 'memberships.candidacy_id')
      .whereNull('memberships.voided_on')
      .pluck<string[]>('candidacies.name')
  }

  async function expectHeld(): Promise<void> {
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    const { document, hash } = await record()
    const { verdict } = await verify({
      files: [{ name: 'protokol.json', bytes: new TextEncoder().encode(document) }],
      printed: { record: hash, line: '', log: '', codes: '', parts: '' },
    })
    expect(verdict).to.equal('fits')
  }

  it('gives the seat to another who is next, and none to the one who died with most votes', async () => {
    await countedOnce('seat_next')
    expect(await seated()).to.deep.equal(['Jens Ærø'])
    const { incidents } = readRecord(await record())
    await complained()
    const page = await signe.get(paths.incidents(id))
    expect(page.text).to.include('Det kan kun skrives ind, mens der bliver stemt.').and.include('Anker Bro')
    await counted(AFTER_ANKER_ASE)
    await certified()
    expect(await elected()).to.deep.equal({ was: ['Jens Ærø'], is: ['Åse Wang'] })
    expect(await seated()).to.deep.equal(['Åse Wang'])
    expect(readRecord(await record()).incidents).to.deep.equal(incidents)
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include('Anker Bro er død').and.include('Pladsen går til den næste efter stemmer.')
    await expectHeld()
  })

  it('that finds the same leaves the seat of the one who died open', async () => {
    await countedOnce('seat_open')
    await complained()
    await counted(FIRST)
    await certified()
    expect(await elected()).to.deep.equal({ was: [], is: [] })
    expect(await seated()).to.deep.equal([])
    expect((await house.visitor().get(paths.publicElection(id))).text).to.include(
      'Anker Bro fik stemmer nok, men kan ikke sidde i rådet. Pladsen bliver ikke besat.',
    )
    await expectHeld()
  })

  it('fills the seat when another turns out to have most votes', async () => {
    await countedOnce('seat_open')
    await complained()
    await counted(JENS_FIRST)
    await certified()
    expect(await elected()).to.deep.equal({ was: [], is: ['Jens Ærø'] })
    expect(await seated()).to.deep.equal(['Jens Ærø'])
    await expectHeld()
  })
})
