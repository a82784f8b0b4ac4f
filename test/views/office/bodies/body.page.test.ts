import { expect } from 'chai'
import type { BodyInFull } from '../../../../models/bodies/body_in_full.ts'
import type { Merger } from '../../../../models/bodies/mergers.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import type { SeatToDecide } from '../../../../models/council/places_over_time.ts'
import { bodyPage, type BodyOnDay } from '../../../../views/office/bodies/body.page.ts'
import { aReader } from '../../../support/reader.ts'
import { aBody, aMerger, anEnding } from '../../../support/plain/bodies.ts'
import { anId } from '../../../support/ids.ts'

const CONTACT = {
  ...{
    id: anId(1),
    body_id: anId(3),
    name: 'Ane Toft',
    email: 'ane@sind.example',
    phone: null,
    postal_address: null,
  },
  ...{ valid_from: isoDate('2026-01-01'), recorded_by: 'Signe Holm' },
}

interface World {
  body?: Partial<BodyInFull>
  mergers?: Merger[]
  endings?: SeatToDecide[]
  decided?: BodyOnDay['decided']
}

function pageOf(world: World = {}, given: Parameters<typeof aReader>[0] = {}, asked?: string) {
  const day = asked === undefined ? undefined : isoDate(asked)
  const { mergers = [], endings = [], decided = [] } = world
  return bodyPage(aReader(given), day, { body: aBody(world.body), mergers, endings, decided })
}

const fact = (page: ReturnType<typeof pageOf>, label: string) => page.facts.find((one) => one.label === label)

describe('The page of a place or an organisation', () => {
  it('leads to the forms on the page of today, for readers who may write', () => {
    const links = (page: ReturnType<typeof pageOf>) => page.facts.filter(({ href }) => href).length
    expect(links(pageOf())).to.equal(3)
    expect(pageOf().endingHref).to.equal('/kontor/organisationer/slotsgaarden/ophoer')
    for (const page of [pageOf({}, { as: 'member' }), pageOf({}, {}, '2026-03-01')]) {
      expect(links(page)).to.equal(0)
      expect(page.endingHref).to.equal(null)
    }
  })

  it('does not end twice, and has no new contact once it is over', () => {
    const changes = [
      {
        ...{
          id: anId(1),
          body_id: anId(3),
          kind: 'closed' as const,
          effective_on: isoDate('2026-02-28'),
          into_body_id: null,
        },
        ...{ decided_by: 'Byrådet', decided_on: isoDate('2026-02-01'), reason: 'Efter høringen' },
        ...{ recorded_by: 'Signe Holm', recorded_on: isoDate('2026-02-01'), into: undefined },
      },
    ]
    const page = pageOf({ body: { changes, active_until: isoDate('2026-02-28') } })
    expect(page.endingHref).to.equal(null)
    expect(page.ends?.text).to.equal('Stoppede den 28. februar 2026.')
    expect(fact(page, 'Kontakt')?.href).to.equal(undefined)
    expect(page.story?.changes.map(({ decided }) => decided)).to.deep.equal([
      'Besluttet af Byrådet den 1. februar 2026.',
    ])
    expect(pageOf({ body: { changes } }, {}, '2026-02-27').story).to.equal(null)
  })

  it('shows whom to write to only to readers of contacts', () => {
    const body = { contact: CONTACT }
    expect(fact(pageOf({ body }), 'Kontakt')?.value).to.deep.equal(['Ane Toft', 'ane@sind.example'])
    expect(fact(pageOf({ body }, { as: 'member' }), 'Kontakt')).to.equal(undefined)
  })

  it('has every name with its days today, and of another day the name of that day alone', () => {
    const names = [
      {
        id: anId(1),
        body_id: anId(3),
        name: 'Gården',
        kind: 'official' as const,
        valid_from: null,
        valid_until: isoDate('2026-05-31'),
      },
      {
        id: anId(2),
        body_id: anId(3),
        name: 'Huset',
        kind: 'official' as const,
        valid_from: isoDate('2026-06-01'),
        valid_until: null,
      },
    ]
    const world = { body: { name: 'Gården', names } }
    expect(fact(pageOf(world), 'Navn')?.value).to.deep.equal([
      'Gården (til 31. maj 2026)',
      'Huset (fra 1. juni 2026)',
    ])
    expect(fact(pageOf(world, {}, '2026-07-01'), 'Navn')?.value).to.deep.equal(['Gården'])
  })

  it('says that it had not begun on the day', () => {
    const world = { body: { active_from: isoDate('2026-03-05') } }
    expect(pageOf(world, {}, '2026-03-01').toCome).to.include('5. marts 2026')
    expect(pageOf(world).toCome).to.equal(null)
  })

  it('warns of each seat that lasts longer, until it has been decided about', () => {
    const endings = [anEnding({ number: 4 }), anEnding({ number: 3 }), anEnding({ number: 4 })]
    const seats = pageOf({ endings }).seats
    expect(seats.map(({ decideHref }) => decideHref)).to.deep.equal([
      '/kontor/pladser/plads-3/afgoerelse?organisation=3',
      '/kontor/pladser/plads-4/afgoerelse?organisation=3',
    ])
    expect(pageOf({ endings }, { as: 'member' }).seats.map(({ decideHref }) => decideHref)).to.deep.equal([
      null,
      null,
    ])
    expect(pageOf({ endings: [anEnding({ mustDecide: false })] }).seats[0]?.decideHref).to.equal(null)
    expect(pageOf({ endings }, {}, '2026-03-01').seats).to.deep.equal([])
    const decision = {
      ...{
        id: anId(1),
        seat_id: anId(4),
        seat: 'Plads 4',
        body_id: anId(3),
        choice: 'keep' as const,
        decided_by: 'Byrådet',
      },
      ...{ decided_on: isoDate('2026-03-05'), reason: 'Efter høringen' },
      ...{ recorded_by: 'Signe Holm', recorded_on: isoDate('2026-03-05') },
    }
    const page = pageOf({ endings, decided: [decision] })
    expect(page.seats).to.have.length(1)
    expect(page.story?.decisions[0]?.why).to.equal('Efter høringen Besluttet af Byrådet den 5. marts 2026.')
    expect(pageOf({ decided: [decision] }, {}, '2026-03-04').story).to.equal(null)
  })

  it('tells of a merger what was known on the day', () => {
    const mergers = [aMerger()]
    const outcome = (asked?: string) => pageOf({ mergers }, {}, asked).story?.mergers[0]?.outcome
    expect(outcome()).to.equal('Forslaget blev forkastet. Intet er ændret.')
    expect(outcome('2026-02-01')).to.equal('Det er ikke afgjort endnu. Intet er ændret.')
    expect(outcome('2026-01-01')).to.equal(undefined)
    expect(pageOf({ mergers: [aMerger({ bodies: [] })] }).story).to.equal(null)
  })
})
