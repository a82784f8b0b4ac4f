import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { paths } from '../../../../../views/paths.ts'
import type { TestApp, Visitor } from '../../../../support/app.ts'
import {
  ALL_IN,
  anEntryHouse,
  ANEW,
  COUNT_AGAIN,
  JOIN,
  LEAVE,
  PUT_IN,
  putIn,
  sayAllIn,
  show,
  SHOW,
  TAKE_BACK,
  type TwoAtTheBox,
  twoAtTheBox,
  YES,
} from '../../../../support/builders/paper_entry.ts'

const AT = paths.paperEntry
const TORN = { papers: '2', difference_reason: 'En seddel lå i papirkurven, revet over.' }

describe('That all papers are in', () => {
  let house: TestApp
  let id: ElectionId
  let pair: TwoAtTheBox

  /** Two of three papers are in. */
  beforeEach(async () => {
    ;({ house, id } = await anEntryHouse())
    pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'], 'blank')
  })

  const turn = async () => (await house.db('paper_entry_turns').first())!
  const ends = () => house.db('paper_entry_ends').orderBy('number')
  const signOut = async (visitor: Visitor) => {
    const { fields } = (await visitor.get(AT(id))).fill({}, LEAVE)
    await visitor.raw('post', '/log-ud', { _csrf: fields._csrf ?? '' })
  }

  for (const [who, says, confirms] of [
    ['the one who enters', 'first', 'second'],
    ['the one who says yes to each', 'second', 'first'],
  ] as const)
    it(`is said by ${who}, and waits for the other one, who counts the pile and says yes`, async () => {
      const said = await sayAllIn(pair[says], id, TORN)
      expect(said.text).to.include('Vent på et ja')
      expect(said.text).to.include(TAKE_BACK).and.not.to.include(YES)
      expect(await ends()).to.deep.equal([])
      const asked = await pair[confirms].get(AT(id))
      expect(asked.text)
        .to.include('2 sedler i bunken')
        .and.to.include(TORN.difference_reason)
        .and.to.include('Tæl selv bunken')
      expect((await pair[confirms].submit(asked, {}, YES)).text).to.include(
        'Alle 2 stemmesedler er tastet ind',
      )
      const [bo, lis] = says === 'first' ? ['Bo Krag', 'Lis Winther'] : ['Lis Winther', 'Bo Krag']
      const [end] = await ends()
      expect(end).to.deep.include({ number: 1, papers: 2, recorded_by: bo, confirmed_by: lis })
      expect(end?.difference_reason).to.equal(TORN.difference_reason)
      const event = await house.db('audit_events').where({ action: 'election.papers_entered' }).first()
      expect(event?.actor).to.equal(lis)
      expect(JSON.parse(event!.details)).to.deep.include({ papers: 2, ended_by: bo })
    })

  it('is said yes to by nobody who has said it, and by nobody else than the other one', async () => {
    await sayAllIn(pair.first, id, TORN)
    const yes = (await pair.second.get(AT(id))).fill({}, YES)
    for (const name of ['bo', 'signe'] as const) {
      const visitor = name === 'bo' ? pair.first : await house.as(name)
      const { fields } = (await visitor.get(AT(id))).fill({}, LEAVE)
      const answer = await visitor.send({ ...yes, fields: { ...yes.fields, _csrf: fields._csrf ?? '' } })
      expect(answer.status, name).to.equal(409)
    }
    expect(await ends()).to.deep.equal([])
    // Nobody but the two reads why.
    for (const name of ['signe', 'vera', 'ruth'] as const)
      expect((await (await house.as(name)).get(AT(id))).text).not.to.include('papirkurven')
  })

  it('lets no paper in while it waits, and is not said while a paper waits', async () => {
    const shown = (await pair.first.get(AT(id))).fill({ kind: 'blank' }, SHOW)
    const anew = (await pair.first.get(AT(id))).fill({ reason: 'Den lå i begge bunker.' }, ANEW)
    await sayAllIn(pair.second, id, TORN)
    for (const form of [shown, anew]) {
      const refused = await pair.first.send(form)
      expect(refused.status).to.equal(409)
      expect(refused.text)
        .to.include('En af jer har sagt, at alle sedler er tastet ind')
        .and.to.include('2 sedler')
      expect(refused.text).to.include(YES)
    }
    expect((await turn()).waiting).to.equal(null)
    expect(await house.db('entered_papers')).to.have.length(2)
    await pair.first.submit(await pair.first.get(AT(id)), {}, COUNT_AGAIN)
    const early = (await pair.second.get(paths.paperEntryEnd(id))).fill({ ...TORN }, ALL_IN)
    await show(pair.first, id, ['Jens Ærø'])
    const refused = await pair.second.send(early)
    expect(refused.status).to.equal(409)
    expect(refused.text).to.include('En seddel venter på et ja').and.to.include('Jens Ærø')
    expect(refused.value('difference_reason')).to.equal(TORN.difference_reason)
    expect((await turn()).ending_mark).to.equal(null)
  })

  it('is sent back, and is open again: the reason that was typed is shown to both, and a paper can be entered', async () => {
    await sayAllIn(pair.first, id, TORN)
    const old = (await pair.second.get(AT(id))).fill({}, YES)
    const page = await pair.second.submit(await pair.second.get(AT(id)), {}, COUNT_AGAIN)
    expect(page.text).to.include('Den anden taster sedlen ind')
    for (const visitor of [pair.first, pair.second]) {
      const form = await visitor.get(paths.paperEntryEnd(id))
      expect(form.text).to.include('Der blev ikke sagt ja til, at der er 2 i bunken')
      expect([form.value('difference_reason'), form.value('papers')]).to.deep.equal([
        TORN.difference_reason,
        '',
      ])
    }
    await putIn(pair, id, 'blank')
    expect((await pair.first.get(AT(id))).text).not.to.include('Der blev ikke sagt ja')
    await sayAllIn(pair.first, id, { papers: '3', difference_reason: '' })
    expect((await pair.second.send(old)).status).to.equal(409)
    expect(await ends()).to.deep.equal([])
    await pair.second.submit(await pair.second.get(AT(id)), {}, YES)
    expect(await house.db('paper_entry_ends').select('papers', 'difference_reason')).to.deep.equal([
      { papers: 3, difference_reason: null },
    ])
  })

  it('is taken back by the one who said it', async () => {
    await sayAllIn(pair.second, id, TORN)
    await pair.second.submit(await pair.second.get(AT(id)), {}, TAKE_BACK)
    expect((await pair.first.get(AT(id))).text).to.include('Seddel nr. 3')
  })

  it('is said once and stands once, however often it is clicked, and an old page changes nothing afterwards', async () => {
    const page = await pair.first.get(AT(id))
    const said = (await pair.first.get(paths.paperEntryEnd(id))).fill({ ...TORN }, ALL_IN)
    const shown = page.fill({ kind: 'blank' }, SHOW)
    expect((await pair.first.send(said)).status).to.equal(200)
    const { ending_mark } = await turn()
    expect((await pair.first.send(said)).status).to.equal(200)
    expect((await turn()).ending_mark).to.equal(ending_mark)
    const asked = await pair.second.get(AT(id))
    const [yes, no] = [asked.fill({}, YES), asked.fill({}, COUNT_AGAIN)]
    const both = await Promise.all([pair.second.send(yes), pair.second.send(yes)])
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200])
    expect(await ends()).to.have.length(1)
    for (const form of [no, { ...yes, fields: { ...yes.fields, _once: 'another' } }]) {
      const late = await pair.second.send(form)
      expect(late.status).to.equal(409)
      expect(late.text).to.include('Alle 2 stemmesedler er tastet ind')
    }
    for (const form of [said, shown]) expect((await pair.first.send(form)).status).to.equal(409)
    expect(await turn()).to.deep.include({ number: 0, waiting: null, ending_mark: null })
    expect([await ends(), await house.db('entered_papers')].map(({ length }) => length)).to.deep.equal([1, 2])
  })

  it('is said by one when both click at once, and the other one is asked', async () => {
    const forms = await Promise.all(
      [pair.first, pair.second].map(async (one) =>
        (await one.get(paths.paperEntryEnd(id))).fill({ ...TORN }, ALL_IN),
      ),
    )
    const answers = await Promise.all([pair.first.send(forms[0]!), pair.second.send(forms[1]!)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.text).to.include(YES)
    expect(refused?.value('difference_reason')).to.equal(TORN.difference_reason)
    expect(await ends()).to.deep.equal([])
  })

  it('is ended or sent back, not both, when one says yes as the other one takes it back', async () => {
    await sayAllIn(pair.first, id, TORN)
    const yes = (await pair.second.get(AT(id))).fill({}, YES)
    const back = (await pair.first.get(AT(id))).fill({}, TAKE_BACK)
    const answers = await Promise.all([pair.second.send(yes), pair.first.send(back)])
    const { number, ending_mark } = await turn()
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    expect([number, ending_mark]).to.deep.equal([(await ends()).length === 1 ? 0 : 3, null])
  })

  it('waits for the other one who has signed out, and is dropped when somebody new takes the place', async () => {
    await sayAllIn(pair.first, id, TORN)
    const yes = (await pair.second.get(AT(id))).fill({}, YES)
    await signOut(pair.second)
    expect((await pair.first.get(AT(id))).text).to.include('Den anden er ikke logget ind mere')
    expect((await pair.second.send(yes)).status).not.to.equal(200)
    const again = await house.as('lis')
    await again.submit(await again.get(AT(id)), {}, JOIN)
    const asked = await again.get(AT(id))
    expect(asked.text).to.include(YES)
    const old = asked.fill({}, YES)
    await signOut(again)
    const signe = await house.as('signe')
    await signe.submit(await signe.get(AT(id)), {}, JOIN)
    expect(await turn()).to.deep.include({ number: 3, ending_mark: null, ending_reason: null })
    const { fields } = (await signe.get(AT(id))).fill({}, LEAVE)
    expect(
      (await signe.send({ ...old, fields: { ...old.fields, _csrf: fields._csrf ?? '' } })).status,
    ).to.equal(409)
    expect((await pair.first.get(AT(id))).text).to.include('Seddel nr. 3')
    const end = await pair.first.get(paths.paperEntryEnd(id))
    expect(end.value('difference_reason')).to.equal('')
    expect(await ends()).to.deep.equal([])
  })

  it('is dropped when the places are left', async () => {
    await sayAllIn(pair.first, id, TORN)
    await pair.second.submit(await pair.second.get(AT(id)), {}, LEAVE)
    expect(await turn()).to.deep.include({ number: 3, ending_mark: null, ending_reason: null })
    expect(await house.db('entered_papers')).to.have.length(2)
  })

  it('is not said by one alone: nobody else has a form for it', async () => {
    await signOut(pair.second)
    const page = await pair.first.get(paths.paperEntryEnd(id))
    expect(page.$('[name=papers]')).to.have.length(0)
    expect((await (await house.as('ruth')).raw('get', paths.paperEntryEnd(id))).status).to.equal(403)
  })

  it('has no form on the page of the other one once a paper is shown: the paper comes first', async () => {
    const early = (await pair.second.get(AT(id))).link('Er alle sedler tastet ind?')
    await show(pair.first, id, ['Jens Ærø'])
    const page = await pair.second.get(early)
    expect(page.text).to.include(PUT_IN)
    expect(page.$('[name=papers]')).to.have.length(0)
  })
})
