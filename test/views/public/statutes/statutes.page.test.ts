import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { statutesPage } from '../../../../views/public/statutes/statutes.page.ts'
import { aReader } from '../../../support/reader.ts'
import { randersFrom } from '../../../support/statutes/register.ts'
import { aVersion } from '../../../support/plain/statutes.ts'
import { anId } from '../../../support/ids.ts'

const halfOfThoseWhoSit = ({ rules }: Statutes): Pick<Statutes, 'rules'> => ({
  rules: {
    ...rules,
    quorum: {
      value: { share: [1, 2], comparison: 'more_than', base: 'filled_seats' },
      source: 'Byrådet 02-03-2026',
      confirmed: true,
    },
  },
})

const first = aVersion(1, randersFrom('2018-01-01'))
const second = aVersion(2, randersFrom('2026-03-02', halfOfThoseWhoSit), { replaces_id: anId(1) })

describe('The page of the statutes', () => {
  const reader = aReader({ as: null, on: '2026-03-02' })

  it('tells how long each version holds, and which one holds today', () => {
    const of = (on: string) => {
      const { today, ...rest } = aReader({ as: null, on })
      return [first, second].map((version) => statutesPage({ ...rest, today }, [first, second], version))
    }
    const standings = (on: string) => of(on).map(({ standing }) => standing)
    expect(standings('2026-03-01')).to.deep.equal(['in_force', 'coming'])
    expect(standings('2026-03-02')).to.deep.equal(['past', 'in_force'])
    expect(of('2026-03-02').map(({ in_force_until }) => in_force_until)).to.deep.equal(['2026-03-01', null])
    expect(statutesPage(reader, [first, second], first).versions).to.deep.include({
      ...{ href: '/vedtaegter/1', in_force_from: '2018-01-01', made_on: '2018-01-01' },
      ...{ reason: 'Vedtaget af byrådet', made_by: 'Signe Holm', shown: true, standing: 'past' },
    })
  })

  it('of two versions from one day the first made never held', () => {
    const corrected = aVersion(3, randersFrom('2018-01-01', halfOfThoseWhoSit), { replaces_id: anId(1) })
    const [early, late] = [first, corrected].map((version) =>
      statutesPage(reader, [first, corrected], version),
    )
    expect([early?.standing, early?.in_force_until]).to.deep.equal(['replaced', null])
    expect([late?.standing, late?.in_force_until]).to.deep.equal(['in_force', null])
  })

  it('names what a version changed, in whole sentences; the first changed nothing', () => {
    expect(statutesPage(reader, [first, second], first).changes).to.equal(null)
    const [line, ...rest] = statutesPage(reader, [first, second], second).changes?.lines ?? []
    expect(rest).to.deep.equal([])
    expect(line).to.include({ standing: 'confirmed_now' })
    expect(line?.before).to.include('mindst halvdelen')
    expect(line?.after).to.include('mere end halvdelen')
  })

  it('says of each area how its seats are filled, and what has ended', () => {
    const { areas, terms } = statutesPage(reader, [first], first)
    expect(areas.map(({ filled }) => filled)).to.include.members([
      'Vælges blandt brugere i Psykiatriens Hus.',
      'Indstilles af Livtagerne, Blå Kors og SAND.',
    ])
    const ended = areas.flatMap(({ bodies }) => bodies).find(({ activeUntil }) => activeUntil !== null)
    expect(ended).to.include({ activeUntil: isoDate('2025-07-31') })
    expect(terms.every(({ areas: few, followsMunicipal }) => few === null && followsMunicipal)).to.equal(true)
  })

  it('marks in English what the council has written in Danish alone', () => {
    const english = statutesPage(aReader({ as: null, lang: 'en' }), [first, second], second)
    const sources = new Map(
      english.groups.flatMap(({ rules }) => rules).map(({ key, source }) => [key, source.lang]),
    )
    expect(sources.get('quorum')).to.equal('da')
    expect(sources.get('councilTie')).to.equal(undefined)
    const danish = statutesPage(reader, [first, second], second).groups.flatMap(({ rules }) => rules)
    expect(danish.every(({ source }) => source.lang === undefined)).to.equal(true)
  })
})
