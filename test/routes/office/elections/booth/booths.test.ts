import { expect } from 'chai'
import { boothPanel } from '../../../../../models/elections/booth/panel.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection, type Tablet } from '../../../../support/builders/booth.ts'
import { anOpenElection } from '../../../../support/builders/elections.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { anId } from '../../../../support/ids.ts'

const RELEASE = 'Frigiv stemmeboks nr. 1'
const TAKE_BACK = 'Tag tilbage nr. 1'

describe('Releasing a booth', () => {
  let house: TestApp
  let id: ElectionId
  let tablet: Tablet
  let bo: Visitor

  beforeEach(async () => {
    house = await anApp()
    ;({ id } = await anOpenBoothElection(house))
    tablet = await aBooth(house, id)
    bo = await house.as('bo')
  })

  const account = async () => {
    const { releases, cast, voided } = await boothPanel(house.db, id)
    return [releases, cast, voided]
  }

  it('by a button on the page of the polling day; the voter can go in, and the figures add up', async () => {
    const page = await bo.get(paths.polling(id))
    expect(page.texts('.booth-state')).to.deep.equal(['Stemmeboks 1Klar til næste vælger'])
    const after = await bo.submit(page, {}, RELEASE)
    expect([after.url, after.status]).to.deep.equal([paths.polling(id), 200])
    expect(after.text).to.include('Frigivet. Vælgeren kan gå ind.')
    await tablet.get('/stemmeboks')
    expect((await bo.get(paths.polling(id))).text).to.include('Vælgeren er i gang')
    expect((await bo.get(paths.polling(id))).text).to.include(
      'Frigivet 1 = stemt 0 + taget tilbage 0 + i gang 1',
    )
  })

  it('is no act: nothing is written in the log, and no receipt, notice or time is left', async () => {
    const before = [await house.db('audit_events'), await house.db('receipts'), await house.db('sessions')]
    await bo.submit(await bo.get(paths.polling(id)), {}, RELEASE)
    await bo.submit(await bo.get(paths.polling(id)), {}, TAKE_BACK)
    const after = [await house.db('audit_events'), await house.db('receipts'), await house.db('sessions')]
    expect(after).to.deep.equal(before)
    expect(await account()).to.deep.equal([1, 0, 1])
  })

  it('pressed twice, or by two at once, releases once', async () => {
    const form = (await bo.get(paths.polling(id))).fill({}, RELEASE)
    const lis = await house.as('lis')
    const theirs = (await lis.get(paths.polling(id))).fill({}, RELEASE)
    const answers = await Promise.all([bo.send(form), lis.send(theirs), bo.send(form)])
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200])
    expect(await account()).to.deep.equal([1, 0, 0])
    // The tablet still shows an old page to the next voter.
    await tablet.get('/stemmeboks')
    await tablet.cast(await tablet.choose(await tablet.get('/stemmeboks'), 'Jens Ærø'))
    const late = await bo.send(form)
    expect([late.status, late.errors[0]]).to.deep.equal([
      409,
      'Der er sket noget med stemmeboksen, siden siden blev vist. Se, hvordan den står nu.',
    ])
    expect(await account()).to.deep.equal([1, 1, 0])
  })

  it('can be taken back, unless the ballot got there first; twice is once', async () => {
    await bo.submit(await bo.get(paths.polling(id)), {}, RELEASE)
    const back = (await bo.get(paths.polling(id))).fill({}, TAKE_BACK)
    await bo.send(back)
    await bo.send(back)
    expect(await account()).to.deep.equal([1, 0, 1])
    await bo.submit(await bo.get(paths.polling(id)), {}, RELEASE)
    const late = (await bo.get(paths.polling(id))).fill({}, TAKE_BACK)
    await tablet.cast(await tablet.choose(await tablet.get('/stemmeboks'), 'Jens Ærø'))
    const answer = await bo.send(late)
    expect([answer.status, answer.errors[0]]).to.deep.equal([
      409,
      'Vælgeren nåede at stemme. Stemmen er i kassen.',
    ])
    expect(await account()).to.deep.equal([2, 1, 1])
  })

  it('not in a break, and not before polling opens', async () => {
    const form = (await bo.get(paths.polling(id))).fill({}, RELEASE)
    await house.db('polling_tallies').where({ election_id: id }).update({ open: 0 })
    const paused = await bo.send(form)
    expect([paused.status, paused.errors[0]]).to.deep.equal([
      409,
      'Afstemningen er ikke åben lige nu. Derfor kan stemmeboksen ikke frigives.',
    ])
    expect(paused.text).to.include('Stemmebokse kan først frigives, når afstemningen er åben.')
    expect(await account()).to.deep.equal([0, 0, 0])
  })

  it('only those who run this election: others find no booth, and none of another election', async () => {
    const kaj = await house.as('kaj')
    expect((await kaj.get(paths.booths(id))).status).to.equal(404)
    const form = (await bo.get(paths.polling(id))).fill({}, RELEASE)
    const astray = await bo.send({ ...form, action: paths.boothRelease(id, anId(999)) })
    expect(astray.status).to.equal(404)
    const vera = await house.as('vera')
    const page = await vera.get(paths.booths(id))
    expect([page.status, page.$('main form').length]).to.deep.equal([200, 0])
  })

  it('an election on paper has no booths, and says so', async () => {
    const paper = await anApp()
    const election = await anOpenElection(paper)
    const page = await (await paper.as('bo')).get(paths.booths(election))
    expect(page.text).to.include('Der kan ikke stemmes på tablet ved dette valg.')
    expect(page.$('main form').length).to.equal(0)
  })
})
