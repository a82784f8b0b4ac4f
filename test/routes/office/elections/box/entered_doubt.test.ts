import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import * as fc from 'fast-check'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { ballotOf } from '../../../../../models/elections/booth/ballot.ts'
import { signBallot } from '../../../../../models/elections/box/proof.ts'
import { codeOf, sealBallot, type Sealed } from '../../../../../models/elections/box/sealing.ts'
import { openBox } from '../../../../../models/elections/box/opening.ts'
import { paths } from '../../../../../views/paths.ts'
import type { TestApp } from '../../../../support/app.ts'
import { anOpener, openedBox, PEOPLE, type Slips } from '../../../../support/builders/booth.ts'
import { official, statusOf } from '../../../../support/builders/elections.ts'
import { anEntryHouse, end, putIn, twoAtTheBox } from '../../../../support/builders/paper_entry.ts'
import { takeGuardsOff } from '../../../../support/tampering.ts'

type Found = [replaced: number, added: number, missing: number]

describe('Papers in the box that somebody with the database has changed', () => {
  let house: TestApp
  let id: ElectionId
  let slips: Slips

  /** Three papers are in, and two have said that it is all. */
  beforeEach(async () => {
    ;({ house, id, slips } = await anEntryHouse())
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'], ['Jens Ærø'], 'blank')
    await end(pair, id, { papers: '3' })
    await takeGuardsOff(house.db)
  })

  const papers = () => house.db('entered_papers').where({ election_id: id }).orderBy('id')
  const first = async () => (await papers())[0]!
  const change = async (row: Partial<Sealed>) =>
    house
      .db('entered_papers')
      .where({ id: (await first()).id })
      .update(row)
  const takeOut = async () =>
    house
      .db('entered_papers')
      .where({ id: (await first()).id })
      .delete()
  const add = (sealed: Sealed) =>
    house.db('entered_papers').insert({ id: randomBytes(16).toString('hex'), election_id: id, ...sealed })

  /** Sealed by this server, but for a box that was entered `restarts` times, or for the tablet. */
  async function sealedHere(restarts: number | undefined): Promise<Sealed> {
    const { publicKey, candidacyIds, longest } = await ballotOf(house.db, id)
    const source = restarts === undefined ? {} : { papers: restarts }
    const content = { election: id, marks: candidacyIds.slice(0, 1) }
    return sealBallot(signBallot(house.by.keys, content, publicKey!, source), publicKey!, longest)
  }

  /** As anybody can seal it, who has seen what a proof looks like. */
  async function forged(): Promise<Sealed> {
    const { publicKey, candidacyIds, longest } = await ballotOf(house.db, id)
    const content = { election: id, marks: candidacyIds.slice(0, 1) }
    const signed = signBallot(house.by.keys, content, publicKey!, { papers: 0 })
    const proof = `${signed.proof.slice(0, 9)}${'A'.repeat(43)}`
    return sealBallot({ ...signed, proof }, publicKey!, longest)
  }

  const flipped = (bytes: Uint8Array, at: number, by: number): Buffer => {
    const copy = Buffer.from(bytes)
    copy[at % copy.length]! ^= by
    return copy
  }

  async function doubts(): Promise<unknown[]> {
    const events = await house
      .db('audit_events')
      .where({ action: 'election.box_doubted' })
      .orderBy('sequence')
    return events.map(({ details }) => JSON.parse(details) as unknown)
  }

  const attacks: [what: string, attack: () => Promise<unknown>, ...found: Found][] = [
    ['one replaced by a forged one', async () => change(await forged()), 1, 0, 0],
    ['one replaced by one of before all were begun anew', async () => change(await sealedHere(1)), 1, 0, 0],
    ['one replaced by a ballot of the tablet', async () => change(await sealedHere(undefined)), 1, 0, 0],
    ['one added', async () => add(await forged()), 0, 1, 0],
    ['nonsense added', () => add({ sealed: randomBytes(300), code: 'nonsense' }), 0, 1, 0],
    ['one missing', takeOut, 0, 0, 1],
    ['all missing', () => house.db('entered_papers').delete(), 0, 0, 3],
    [
      'one copied over another',
      async () => {
        const [one, other] = await papers()
        await house.db('entered_papers').where({ id: other!.id }).update({ sealed: one!.sealed })
      },
      ...([1, 0, 0] as Found),
    ],
    [
      'one put in twice under another code',
      async () => {
        const { sealed, code } = await first()
        await add({ sealed, code: code.toUpperCase() })
      },
      ...([0, 1, 0] as Found),
    ],
    [
      'one put among the ballots of the tablet, in the place of one of them',
      async () => {
        const { sealed, code } = await first()
        const [ballot] = await house.db('envelopes')
        await takeOut()
        await house.db('envelopes').where({ id: ballot!.id }).update({ sealed, code })
      },
      ...([1, 0, 1] as Found),
    ],
    [
      'a byte of one changed, with the code that fits',
      async () => {
        const sealed = flipped((await first()).sealed, 40, 1)
        await change({ sealed, code: codeOf(sealed) })
      },
      ...([1, 0, 0] as Found),
    ],
  ]
  for (const [what, attack, replaced, added, missing] of attacks)
    it(`${what}: it is not opened, and the page and the log name the numbers`, async () => {
      await attack()
      await openedBox(house, id, slips)
      expect(await statusOf(house, id)).to.equal('closed')
      expect(await house.db('ballots')).to.deep.equal([])
      expect(await doubts()).to.deep.equal([{ replaced, added, missing }])
      const page = await (await house.as('bo')).get(paths.box(id))
      expect(page.text).to.include(`Byttet ud: ${replaced}. Lagt i: ${added}. Væk: ${missing}.`)
    })

  it('are found whatever byte of a sealed paper or of its code is changed, and open again once they are as they were', async () => {
    const before = await first()
    const by = await official(house, 'bo')
    const open = async () =>
      openBox(house.db, by, id, { opener: await anOpener(house, id, slips), people: PEOPLE }).catch(
        () => undefined,
      )
    const edit = fc.record({
      where: fc.constantFrom('sealed', 'code'),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 255 }),
    })
    await fc.assert(
      fc.asyncProperty(edit, async ({ where, at, by: bits }) => {
        const code = `${before.code.slice(0, at % 64)}${before.code[at % 64] === 'f' ? '0' : 'f'}${before.code.slice((at % 64) + 1)}`
        const { length } = await doubts()
        await change(where === 'code' ? { code } : { sealed: flipped(before.sealed, at, bits) })
        await open()
        expect((await doubts()).slice(length)).to.deep.equal([{ replaced: 1, added: 0, missing: 0 }])
        await change({ sealed: before.sealed, code: before.code })
      }),
      { numRuns: 40 },
    )
    expect(await house.db('ballots')).to.deep.equal([])
    await open()
    expect(await house.db('ballots')).to.have.length(14)
  })
})
