import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { findSignedIn } from '../../../../models/accounts/accounts.ts'
import { finishElection } from '../../../../models/elections/result/certification.ts'
import { codesHash } from '../../../../models/elections/box/codes.ts'
import { completeCount } from '../../../../models/elections/count/completion.ts'
import { recordDestruction } from '../../../../models/elections/record/destruction.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import { nextStep } from '../../../../models/elections/next_step.ts'
import { findRecord, readRecord } from '../../../../models/elections/record/record.ts'
import { verifyRecord } from '../../../../models/elections/record/check.ts'
import { countBallots, type Marks } from '../../../../models/rules/elections/tally.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { anOpenBoothElection, closed } from '../../../support/builders/booth.ts'
import { counts, DAYS, FIGURES, official, statusOf } from '../../../support/builders/elections.ts'
import { aComplaint, certifies, decides } from '../../../support/builders/outcomes.ts'
import { takeGuardsOff } from '../../../support/tampering.ts'
import { anId } from '../../../support/ids.ts'

describe('elections: a tablet box that is counted again', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  /** Stores opened ballots as the opening of the box does: 3, 2 and 1 for the three, one blank. */
  async function openBox(id: ElectionId): Promise<void> {
    const [first = anId(0), second = anId(0), third = anId(0)] = await house
      .db('candidacies')
      .where({ election_id: id })
      .orderBy('ballot_position')
      .pluck('id')
    const ballots: Marks[] = [[first], [first], [first], [second], [second], [third], []]
    const box = countBallots(ballots, { candidacyIds: [first, second, third], crosses: { min: 1, max: 1 } })
    const { envelopes, blank, invalid, votes } = box
    await house.db('ballots').insert(
      ballots.map((marks, index) => ({
        id: `${index}`.padStart(32, 'a'),
        election_id: id,
        marks: JSON.stringify(marks),
      })),
    )
    await house.db('box_openings').insert({
      ...{ election_id: id, releases: envelopes + 1, voided: 1, envelopes, blank, invalid },
      ...{ codes_hash: codesHash([]), opened_by: 'Bo Krag', opened_on: isoDate(DAYS.polling) },
    })
    await house.db('booths').insert({
      ...{ election_id: id, number: 1, token_hash: `${id}`, paired_on: isoDate(DAYS.polling), state: 'idle' },
      ...{ releases: envelopes + 1, voided: 1, ballots_cast: envelopes },
    })
    await house.db('box_lines').insert(votes.map((line) => ({ election_id: id, ...line })))
    const election = await getAnyElection(house.db, id)
    await house.db.transaction((trx) => completeCount(trx, election))
  }

  async function stepFor(id: ElectionId): Promise<string | undefined> {
    const user = await findSignedIn(house.db, await house.accountOf('bo'))
    if (!user) throw new Error('no account')
    const step = await nextStep(house.db, await getAnyElection(house.db, id), user, house.clock.today())
    return step && `${step.kind} ${step.room}`
  }

  it('is opened, and never counted on paper, where people vote on a tablet alone', async () => {
    const { id } = await anOpenBoothElection(house)
    await closed(house, id)
    expect(await stepFor(id)).to.equal('open_box box')
    const page = await (await house.as('bo')).get(paths.count(id))
    expect(page.text).to.include('Der er ingen stemmesedler at tælle.')
    expect(page.link('Åbn stemmekassen')).to.equal(paths.box(id))
    const refused = await counts(house, id, 'bo').catch((error: unknown) => error)
    expect(refused).to.have.property('reason', 'no_paper_count')
    await openBox(id)
    await certifies(house, id)
    const record = await findRecord(house.db, id)
    const document = record && readRecord(record)
    expect(document?.booth).to.deep.include({ releases: 8, voided: 1, envelopes: 7, blank: 1 })
    expect(document?.totals).to.deep.include({ ballots: 7, blank: 1, invalid: 0 })
    expect(document?.rounds).to.deep.equal([])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('gives the same at once, and is certified again by the same two', async () => {
    const { id } = await anOpenBoothElection(house)
    await closed(house, id)
    await openBox(id)
    await certifies(house, id)
    house.clock.set(DAYS.certified)
    await decides(house, id, await aComplaint(house, id), 'recount')
    expect(await statusOf(house, id)).to.equal('counted')
    await certifies(house, id)
    expect(await house.db('certifications').orderBy('id').pluck('round')).to.deep.equal([0, 0, 1, 1])
    expect(await house.db('memberships').whereNull('voided_on').pluck('id')).to.have.length(1)
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('is refused where the ballots do not give the stored figures any more', async () => {
    const { id } = await anOpenBoothElection(house)
    await closed(house, id)
    await openBox(id)
    await certifies(house, id)
    house.clock.set(DAYS.certified)
    await takeGuardsOff(house.db, 'ballots')
    await house.db('ballots').where({ marks: '[]' }).delete()
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal(['box'])
    const refused = await decides(house, id, await aComplaint(house, id), 'recount')
    expect(refused.status).to.equal(422)
    expect(refused.errors[0]).to.include('Stemmerne fra tabletten giver ikke de tal, der er gemt.')
    expect(await statusOf(house, id)).to.equal('certified')
    expect(await house.db('recounts').pluck('id')).to.deep.equal([])
  })

  it('together with paper: both are in one result, and the opened ballots go with the papers', async () => {
    const { id } = await anOpenBoothElection(house, { means: 'both' })
    await closed(house, id)
    await counts(house, id, 'bo', FIGURES)
    expect(await counts(house, id, 'lis', FIGURES)).to.include({ outcome: 'box' })
    expect(await stepFor(id)).to.equal('open_box box')
    await openBox(id)
    await certifies(house, id)
    const page = await (await house.as('signe')).get(paths.result(id))
    expect(page.text).to.include('31 sedler i kassen + 7 stemmer på tablet = 38 i alt.')
    expect(page.text).to.include('Frigivet 8 = afgivet 7 + ikke brugt 1')
    house.clock.set(DAYS.final)
    const signe = await official(house, 'signe')
    await finishElection(house.db, signe, id)
    await recordDestruction(house.db, signe, id, {
      ...{ first_witness: 'Bo Krag', second_witness: 'Lis Winther', destroyed_on: isoDate(DAYS.final) },
    })
    expect(await house.db('ballots').pluck('id')).to.deep.equal([])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })
})
