import { expect } from 'chai'
import { isPostgres } from '../../../../../models/core/db.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { paths } from '../../../../../views/paths.ts'
import type { TestApp } from '../../../../support/app.ts'
import {
  AGAIN,
  ALL_IN,
  anEntryHouse,
  ANEW,
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
    ;({ house, id } = await anEntryHouse())
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
    const end = await pair.first.get(paths.paperEntryEnd(id))
    const ended = end.fill({ papers: '2', difference_reason: 'En seddel mangler.' }, ALL_IN)
    const answers = await Promise.all([pair.first.send(shown), pair.first.send(ended)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const turn = (await house.db('paper_entry_turns').first())!
    expect([turn.waiting, turn.ending_mark].filter((one) => one !== null)).to.have.length(1)
    expect(await house.db('paper_entry_ends')).to.deep.equal([])
  })

  it('are not both there when one has gone without signing out, for as long as a sign-in lasts unused', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, 'blank')
    const typed = { papers: '1', difference_reason: 'To sedler mangler.' }
    house.clock.set('2026-03-10T15:10:00Z')
    expect((await pair.first.get(AT(id))).text).to.include('Seddel nr. 2')
    house.clock.set('2026-03-10T15:50:00Z')
    const page = await pair.first.get(AT(id))
    expect(page.text).to.include('Den anden er ikke logget ind mere')
    expect(page.$('[name=papers]')).to.have.length(0)
    const lis = await house.as('lis')
    await lis.submit(await lis.get(AT(id)), {}, JOIN)
    const form = (await pair.first.get(paths.paperEntryEnd(id))).fill(typed, ALL_IN)
    await lis.raw('post', '/log-ud', { _csrf: (await lis.get(AT(id))).fill({}, LEAVE).fields._csrf ?? '' })
    const refused = await pair.first.send(form)
    expect(refused.status).to.equal(409)
    expect(await house.db('paper_entry_ends')).to.deep.equal([])
    // What was typed is not lost.
    expect(refused.$('[name=difference_reason]').text().trim()).to.equal(typed.difference_reason)
    expect(refused.$('[name=papers]').val()).to.equal('1')
  })

  it('keep the reason that was typed to begin anew when the other one has signed out', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, 'blank')
    const form = (await pair.first.get(AT(id))).fill({ reason: 'Den lå i begge bunker.' }, ANEW)
    await pair.second.raw('post', '/log-ud', {
      _csrf: (await pair.second.get(AT(id))).fill({}, LEAVE).fields._csrf ?? '',
    })
    const refused = await pair.first.send(form)
    expect(refused.status).to.equal(409)
    expect(refused.$('[name=reason]').text().trim()).to.equal('Den lå i begge bunker.')
    expect(await house.db('entered_papers')).to.have.length(1)
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
