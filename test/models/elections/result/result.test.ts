import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import { recordLot } from '../../../../models/elections/result/lots.ts'
import { deriveResult, recordOf, type ResultInputs } from '../../../../models/elections/result/result.ts'
import { findResult, getResult } from '../../../../models/elections/result/loading.ts'
import { anApp } from '../../../support/app.ts'
import { aCountedElection, aListedElection, official, PAPERS } from '../../../support/builders/elections.ts'
import { anId } from '../../../support/ids.ts'

const INPUTS: ResultInputs = {
  election: {
    id: anId(7),
    area: 'perron-4',
    term: [isoDate('2026-01-01'), isoDate('2029-12-31')],
    kind: 'ordinary',
    seats: 1,
    polling_on: isoDate('2026-03-10'),
    statutes_version_id: anId(1),
    list_version: 1,
  },
  candidates: [
    { id: anId(1), name: 'Anker Bro' },
    { id: anId(2), name: 'Jens Ærø' },
  ],
  count: {
    round: 1,
    ballots_in_box: 28,
    blank: 2,
    invalid: 1,
    votes: [
      { candidacy_id: anId(1), votes: 15 },
      { candidacy_id: anId(2), votes: 10 },
    ],
    counters: [
      { name: 'Bo Krag', difference_reason: null },
      { name: 'Lis Winther', difference_reason: null },
    ],
    papers: {
      ...{ printed: 60, handed_out: 28, exchanged: 0, unused: 32, not_returned: 0 },
      difference_reason: null,
    },
    lot: null,
  },
  uncontested: null,
}

describe('elections: the result', () => {
  it('is a text and a hash that are known beforehand: what is certified today can be checked in ten years', () => {
    const result = deriveResult(INPUTS)
    expect(result.outcome).to.equal('decided')
    expect(result.elected).to.deep.equal([1])
    expect(recordOf(result)).to.equal(
      '{"among":[],"candidates":[{"id":1,"name":"Anker Bro"},{"id":2,"name":"Jens Ærø"}],"count":{"ballots_in_box":28,"blank":2,"counters":[{"difference_reason":null,"name":"Bo Krag"},{"difference_reason":null,"name":"Lis Winther"}],"invalid":1,"lot":null,"papers":{"difference_reason":null,"exchanged":0,"handed_out":28,"not_returned":0,"printed":60,"unused":32},"round":1,"votes":[{"candidacy_id":1,"votes":15},{"candidacy_id":2,"votes":10}]},"elected":[1],"election":{"area":"perron-4","id":7,"kind":"ordinary","list_version":1,"polling_on":"2026-03-10","seats":1,"statutes_version_id":1,"term":["2026-01-01","2029-12-31"]},"format":1,"outcome":"decided","seatsLeft":0,"steps":[{"candidates":[1],"rule":"most_votes","seats":1,"source":"seats","votes":15}],"uncontested":null}',
    )
    expect(result.hash).to.equal('8fc7b59d67c6d6df4cb15a911a217cd2e448ed9ba502a00e8fc09e34a9a4c785')
  })

  it('has another hash when anything it rests on is another', () => {
    const { hash } = deriveResult(INPUTS)
    const { count, election, candidates } = INPUTS
    const others: ResultInputs[] = [
      { ...INPUTS, election: { ...election, id: anId(8) } },
      { ...INPUTS, candidates: [...candidates].reverse() },
      { ...INPUTS, count: count && { ...count, blank: 3 } },
      { ...INPUTS, count: count && { ...count, round: 2 } },
      { ...INPUTS, count: count && { ...count, papers: { ...count.papers, exchanged: 1 } } },
      { ...INPUTS, count: null, uncontested: { body: 'Byrådet', decided_on: isoDate('2026-03-01') } },
    ]
    for (const other of others) expect(deriveResult(other).hash).not.to.equal(hash)
  })

  it('elects the same whatever order the candidates and the lines come in', () => {
    const votes = fc.array(fc.nat(40), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(
        votes,
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(fc.nat()),
        (figures, seats, order) => {
          const lines = figures.map((n, index) => ({ candidacy_id: anId(index + 1), votes: n }))
          const shuffled = [...lines]
            .map((line) => ({ line, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ line }) => line)
          const [plain, mixed] = [lines, shuffled].map((given) => {
            const count = INPUTS.count && { ...INPUTS.count, votes: given }
            const candidates = given.map(({ candidacy_id: id }) => ({ id: anId(id), name: `${id}` }))
            return deriveResult({ ...INPUTS, election: { ...INPUTS.election, seats }, candidates, count })
          })
          expect(mixed?.elected).to.deep.equal(plain?.elected)
          expect(mixed?.among).to.deep.equal(plain?.among)
        },
      ),
    )
  })

  it('is not there before two counts agree, nor for a list alone', async () => {
    const house = await anApp()
    const id = await aListedElection(house)
    expect(await findResult(house.db, await getAnyElection(house.db, id))).to.equal(undefined)
  })

  it('is worked out again from what is stored, bit for bit, with the lot as one of its inputs', async () => {
    const house = await anApp()
    const papers = { ...PAPERS, handed_out: 28, unused: 32 }
    const id = await aCountedElection(house, { papers, figures: { votes: [10, 10, 8] } })
    const tied = await getResult(house.db, await getAnyElection(house.db, id))
    expect(tied.outcome).to.equal('lot_required')
    const [first = anId(0)] = tied.among
    await recordLot(house.db, await official(house, 'signe'), id, {
      among: tied.among,
      chosen: [first],
      method: 'straws',
      witnesses: 'Dagmar Lind og Otto Kjær',
    })
    const [once, again] = [
      await getResult(house.db, await getAnyElection(house.db, id)),
      await getResult(house.db, await getAnyElection(house.db, id)),
    ]
    expect(once.elected).to.deep.equal([first])
    expect(once.hash).not.to.equal(tied.hash)
    expect(recordOf(again)).to.equal(recordOf(once))
    expect(again.hash).to.equal(once.hash)
  })
})
