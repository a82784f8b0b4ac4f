import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type {
  PublicHeld,
  PublicHistory,
  PublicSeatThen,
} from '../../../../models/council/history/publication.ts'
import { publicDifferencesPage } from '../../../../views/public/council/differences.page.ts'
import { publicTimelinePage } from '../../../../views/public/council/timeline.page.ts'
import { aReader } from '../../../support/reader.ts'

const TERM = { starts_on: isoDate('2026-01-01'), ends_on: isoDate('2029-12-31') }

describe('The timeline that anyone may see', () => {
  function pageOf(given: Partial<PublicHeld> = {}) {
    const held: PublicHeld = {
      ...{ ...TERM, name: null, early: false, offices: [], nominatedBy: [], chosen: 'elected' },
      ...{ chosen_on: isoDate('2025-12-10'), ...given },
    }
    const history: PublicHistory = {
      seats: [
        {
          ...{ slug: 'slotsgaarden', area: 'Slotsgården', kind: 'place', ends_on: null },
          ...{ starts_on: TERM.starts_on, stretches: [{ kind: 'held', held }] },
        },
      ],
      terms: [TERM],
    }
    const asked = { span: TERM, asked: false, day: isoDate('2026-03-10') }
    return publicTimelinePage(aReader({ as: null }), asked, history, []).tables[0]?.seats[0]
  }

  it('leads to no page of the office, and names only those who have agreed', () => {
    const seat = pageOf()
    expect(seat?.href).to.equal(null)
    expect(seat?.rows[0]).to.deep.include({ what: 'Navnet bliver ikke vist', href: null })
    expect(pageOf({ name: 'Gerda Elmose' })?.rows[0]?.what).to.equal('Gerda Elmose')
  })

  it('says that a member left early, never why', () => {
    const notes = pageOf({ early: true, ends_on: isoDate('2026-02-28') })?.rows[0]?.notes.join(' ')
    expect(notes).to.include('før tid')
    const coming = pageOf({ early: true, ends_on: isoDate('2026-06-30') })?.rows[0]?.notes.join(' ')
    expect(coming).to.include('før tid').and.not.equal(notes)
  })
})

describe('The differences that anyone may see', () => {
  it('follow no member without a name to a page', () => {
    const seat = (name: string | null): PublicSeatThen => ({
      ...{ slug: 'slotsgaarden', area: 'Slotsgården', kind: 'place', state: { is: 'held', name } },
    })
    const days = { from: isoDate('2025-03-10'), until: isoDate('2026-03-10') }
    const found = {
      seats: [{ change: 'replaced' as const, before: seat(null), after: seat('Gerda Elmose') }],
      ...{ people: { came: [], left: [], moved: [] }, offices: [], names: [], statutes: null },
    }
    const [row] = publicDifferencesPage(aReader({ as: null }), days, found, []).groups[0]?.rows ?? []
    expect(row?.before).to.deep.equal({ name: 'Navnet bliver ikke vist', href: null })
    expect(row?.after).to.deep.equal({ name: 'Gerda Elmose', href: null })
  })
})
