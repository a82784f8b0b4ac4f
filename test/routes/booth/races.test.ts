import { expect } from 'chai'
import { settled } from '../../../models/core/jobs.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import { paths } from '../../../views/paths.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import {
  aBooth,
  anOpenBoothElection,
  castOf,
  closed,
  openedBox,
  type Tablet,
} from '../../support/builders/booth.ts'
import { aCountedElection, DAYS, statusOf } from '../../support/builders/elections.ts'

const RELEASE = 'Frigiv stemmeboks nr. 1'
const TAKE_BACK = 'Tag tilbage nr. 1'
const OPEN = 'Tast min seddel ind'

describe('Several at once in an election on tablets', () => {
  let house: TestApp
  let id: ElectionId
  let slips: string[]
  let tablet: Tablet

  beforeEach(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house))
    tablet = await aBooth(house, id)
  })

  const times = <T>(many: number, send: () => PromiseLike<T>) =>
    Promise.all(Array.from({ length: many }, async () => send()))

  /** Released = cast + taken back, and as many sealed ballots as were cast. */
  async function account(): Promise<{ cast: number; voided: number }> {
    const { releases, ballots_cast, voided } = await tablet.row()
    expect(releases).to.equal(ballots_cast + voided)
    expect(await house.db('envelopes').where({ election_id: id })).to.have.length(ballots_cast)
    return { cast: ballots_cast, voided }
  }

  it('twenty releases by two officers let one voter in', async () => {
    const forms = await Promise.all(
      (['bo', 'signe'] as const).map(async (name) => {
        const staff = await house.as(name)
        return { staff, form: (await staff.get(paths.polling(id))).fill({}, RELEASE) }
      }),
    )
    await Promise.all(forms.map(({ staff, form }) => times(10, () => staff.send(form))))
    expect(await tablet.row()).to.include({ state: 'released', releases: 1 })
  })

  it('five casts and five takings back of one release: it is used up once, every time', async () => {
    const bo = await house.as('bo')
    for (let round = 1; round <= 5; round += 1) {
      await bo.submit(await bo.get(paths.polling(id)), {}, RELEASE)
      const back = (await bo.get(paths.polling(id))).fill({}, TAKE_BACK)
      const cast = castOf(await tablet.choose(await tablet.get(paths.boothDoor), 'Jens Ærø'))
      const before = await tablet.row()
      const [thanked] = await Promise.all([times(5, () => tablet.send(cast)), times(5, () => bo.send(back))])
      const { cast: ballots } = await account()
      // Nobody is thanked for a ballot that was taken back.
      const isIn = ballots > before.ballots_cast
      const told = thanked.filter(({ text }) => /i kassen\./.test(text) && !/ikke lagt/.test(text))
      expect(told.length > 0, `round ${round}`).to.equal(isIn)
    }
    expect((await account()).cast + (await account()).voided).to.equal(5)
  })

  it('a tablet that is taken away while it shows a ballot casts none, and its release is taken back', async () => {
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    const bo = await house.as('bo')
    await bo.submit(await bo.get(paths.booths(id)), {}, 'Tag stemmeboks 1 fra')
    const late = await tablet.send(cast)
    expect(late.status).to.equal(409)
    expect(await account()).to.deep.equal({ cast: 0, voided: 1 })
  })

  it('two casts and three closings: polls close once, and the account of the closing is that of the box', async () => {
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    house.clock.set(DAYS.evening)
    const bo = await house.as('bo')
    const closing = (await bo.get(`${paths.polling(id)}/lukning`)).fill({ closed_at: '14.00' })
    await Promise.all([times(2, () => tablet.send(cast)), times(3, () => bo.send(closing))])
    await settled(house.db)
    expect(await house.db('audit_events').where({ action: 'election.closed' })).to.have.length(1)
    const { cast: ballots, voided } = await account()
    expect(ballots + voided).to.equal(1)
    await openedBox(house, id, slips)
    const opening = await house.db('box_openings').first('releases', 'voided', 'envelopes')
    expect(opening).to.deep.equal({ releases: 1, voided, envelopes: ballots })
  })

  it('the last slip sent six times opens the box once, and clears up once', async () => {
    for (const name of ['Jens Ærø', 'Åse Wang', 'Jens Ærø']) await tablet.vote(name)
    await closed(house, id)
    const [bo, signe] = [await house.as('bo'), await house.as('signe')]
    await bo.submit(await bo.get(paths.box(id)), { slip_1: slips[0] ?? '' }, OPEN)
    const { action, fields } = (await signe.get(paths.box(id))).fill({ slip_1: slips[2] ?? '' }, OPEN)
    let number = 0
    await times(6, () => signe.send({ action, fields: { ...fields, _once: `slip ${(number += 1)}` } }))
    await settled(house.db)
    for (const table of ['box_openings', 'box_compactions'] as const)
      expect(await house.db(table).where({ election_id: id }), table).to.have.length(1)
    expect(await house.db('ballots').where({ election_id: id })).to.have.length(3)
    expect(await house.db('audit_events').where({ action: 'election.box_opened' })).to.have.length(1)
  })
})

describe('Ten certifications at once', () => {
  it('by two of the board are two, and give one seat and one record', async () => {
    const house = await anApp()
    const id = await aCountedElection(house)
    house.clock.set(DAYS.certified)
    const forms = await Promise.all(
      (['signe', 'vera'] as const).map(async (name) => {
        const visitor = await house.as(name)
        return { visitor, form: (await visitor.get(paths.certification(id))).fill() }
      }),
    )
    await Promise.all(
      forms.flatMap(({ visitor, form: { action, fields } }, who) =>
        [1, 2, 3, 4, 5].map((number) =>
          visitor.send({ action, fields: { ...fields, _once: `${who} ${number}` } }),
        ),
      ),
    )
    expect(await statusOf(house, id)).to.equal('certified')
    expect(await house.db('certifications').where({ election_id: id })).to.have.length(2)
    expect(await house.db('memberships').select()).to.have.length(1)
    expect(await house.db('records').where({ election_id: id })).to.have.length(1)
  })
})
