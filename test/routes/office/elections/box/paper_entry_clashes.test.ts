import { expect } from 'chai'
import { isPostgres } from '../../../../../models/core/db.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  AGAIN,
  anEntryElection,
  asTyped,
  end,
  JOIN,
  LEAVE,
  PUT_IN,
  putIn,
  show,
  SHOW,
  twoAtTheBox,
} from '../../../../support/builders/paper_entry.ts'

const AT = paths.paperEntry

describe('Two at the box who do things at the same time', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    ;({ id } = await anEntryElection(house))
  })

  const waiting = async () => (await house.db('paper_entry_turns').first())!.waiting

  it('take back only the paper that their page showed', async () => {
    const { first, second } = await twoAtTheBox(house, id)
    await show(first, id, ['Anker Bro'])
    const [old, again] = [await second.get(AT(id)), await second.get(AT(id))]
    await second.submit(old, {}, AGAIN)
    expect(await waiting()).to.equal(null)
    // A second click, while nothing waits, has nothing to take back.
    expect((await second.submit(again, {}, AGAIN)).status).to.equal(200)
    await show(first, id, ['Jens Ærø'])
    const right = await waiting()
    const refused = await second.submit(again, {}, AGAIN)
    expect(refused.status).to.equal(409)
    expect(refused.text).to.include('Det er en anden seddel, I er nået til').and.to.include('Jens Ærø')
    expect(await waiting()).to.equal(right)
    await second.submit(await second.get(AT(id)), {}, PUT_IN)
    expect((await second.submit(old, {}, AGAIN)).status).to.equal(409)
  })

  it('are told when another content waits already, and a double click is no second content', async () => {
    const { first } = await twoAtTheBox(house, id)
    const page = await first.get(AT(id))
    const twice = page.fill(asTyped(page, ['Anker Bro']), SHOW)
    const both = await Promise.all([first.send(twice), first.send(twice)])
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200])
    const kept = await waiting()
    const other = await first.submit(page, asTyped(page, ['Jens Ærø']), SHOW)
    expect(other.status).to.equal(409)
    expect(other.text).to.include('En seddel venter på et ja fra den anden').and.to.include('Anker Bro')
    expect(await waiting()).to.equal(kept)
  })

  it('keep their places when an old page frees those of the two before them', async () => {
    const pair = await twoAtTheBox(house, id)
    const signe = await house.as('signe')
    const old = await signe.get(AT(id))
    await pair.second.submit(await pair.second.get(AT(id)), {}, LEAVE)
    expect((await signe.submit(old, {}, LEAVE)).status).to.equal(200)
    for (const visitor of [signe, pair.first]) await visitor.submit(await visitor.get(AT(id)), {}, JOIN)
    await show(signe, id, 'blank')
    const refused = await signe.submit(old, {}, LEAVE)
    expect(refused.status).to.equal(409)
    expect(refused.text).to.include('Der er sket noget ved kassen imens')
    expect(await waiting()).to.be.a('string')
  })

  it('do not lose a paper that is shown while the other one says that all are in', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, 'blank', 'blank')
    const page = await pair.first.get(AT(id))
    const shown = page.fill({ kind: 'blank' }, SHOW)
    const ended = page.fill({ papers: '2', difference_reason: 'En seddel mangler.' }, 'Alle sedler er lagt i')
    const answers = await Promise.all([pair.first.send(shown), pair.first.send(ended)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const turn = await house.db('paper_entry_turns').first()
    const ends = await house.db('paper_entry_ends').pluck('papers')
    expect(ends).to.deep.equal(turn ? [] : [2])
    if (turn) expect(turn.waiting).to.be.a('string')
  })

  it('put a paper in while a backup reads the box, and hold up nobody', async function () {
    if (!isPostgres(house.db)) this.skip()
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, 'blank')
    const backup = await house.db.transaction()
    await backup.raw('lock table entered_papers in access share mode')
    try {
      await show(pair.first, id, ['Anker Bro'])
      const answer = await pair.second.submit(await pair.second.get(AT(id)), {}, PUT_IN)
      expect(answer.status).to.equal(200)
    } finally {
      await backup.rollback()
    }
    expect(await house.db('entered_papers')).to.have.length(2)
    await putIn(pair, id, 'blank')
    const lie = await house.db('entered_papers').orderByRaw('ctid').pluck('id')
    expect(lie).to.deep.equal([...lie].sort())
    expect((await end(pair, id, { papers: '3' })).status).to.equal(200)
  })
})
