import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { bodyHit as officeBodyHit } from '../../../../views/office/front/search.page.ts'
import { searchPage, type Searched } from '../../../../views/partials/front/search_page.ts'
import { bodyHit, personHit, seatHit } from '../../../../views/public/front/search.page.ts'
import { aReader } from '../../../support/reader.ts'

const reader = aReader({ on: '2026-03-10' })

function searched(given: Partial<Searched>): Searched {
  return {
    action: '/soeg',
    typed: 'maja',
    tooLong: false,
    kinds: ['people', 'seats'],
    groups: null,
    ...given,
  }
}

describe('The search of both doors', () => {
  it('tells an empty search from one with nothing to read and one that found nothing', () => {
    const state = (given: Partial<Searched>) => searchPage(reader, searched(given)).state
    expect(state({ typed: '' })).to.equal('empty')
    expect(state({ typed: '…' })).to.equal('unreadable')
    expect(state({ typed: 'a'.repeat(201), tooLong: true })).to.equal('empty')
    expect(state({ groups: [] })).to.equal('searched')
  })

  it('names what is searched, and shows only kinds with a hit', () => {
    const hit = { name: 'Maja Lund', href: '/', lines: [] }
    const groups = [
      { kind: 'people' as const, hits: [hit], total: 1 },
      { kind: 'seats' as const, hits: [], total: 0 },
    ]
    const page = searchPage(reader, searched({ groups }))
    expect(page.groups.map(({ kind }) => kind)).to.deep.equal(['people'])
    expect(page.among).to.match(/ og /)
    expect(searchPage(reader, searched({ kinds: [] })).among).to.equal('')
  })

  it('leads the public to a day on which the person sat', () => {
    const seat = { slug: 'perron-4', label: 'Perron 4' }
    const days = { starts_on: isoDate('2018-01-01'), ends_on: isoDate('2021-12-31') }
    const href = (when: 'now' | 'past') =>
      personHit(reader, {
        what: { name: 'Maja Lund', sitting: { seat: seat as never, ...days, when } },
        ...{ by: 'Maja Lund', byFirst: true },
      }).href
    expect(href('now')).to.equal('/#plads-perron-4')
    expect(href('past')).to.equal('/?dato=2021-12-31#plads-perron-4')
  })

  it('a vacant seat says so; a name that is withheld is not told', () => {
    const seat = { slug: 'perron-4', area: 'Perron 4', kind: 'place' as const }
    const vacant = seatHit(reader, {
      what: { ...seat, member: null, vacancy: null },
      ...{ by: 'Perron 4', byFirst: true },
    })
    expect(vacant.lines).to.deep.equal(['Ledig'])
    const found = seatHit(reader, {
      what: { ...seat, member: null, vacancy: null },
      ...{ by: 'Perronen', byFirst: false },
    })
    expect(found.lines.length).to.equal(2)
  })

  it('a place that has ended says when, at both doors', () => {
    const names = { name: 'Perron 4', names: [], kind: 'place' as const }
    const on = (until: string | null) => {
      const active_until = until === null ? null : isoDate(until)
      const open = { what: { ...names, seat: 'perron-4', active_until }, by: 'Perron 4', byFirst: true }
      const full = { ...open, what: { ...names, slug: 'perron-4', areas: [], active_until } as never }
      return [bodyHit(reader, open), officeBodyHit(reader, full)].map(({ lines }) => lines.at(-1))
    }
    expect(new Set(on('2026-03-09')).size).to.equal(1)
    expect(on('2026-03-09')[0]).to.match(/9\. marts 2026/)
    for (const line of [...on('2026-03-10'), ...on(null)]) expect(line).not.to.match(/2026/)
  })
})
