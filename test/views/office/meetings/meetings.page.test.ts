import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { RuleValue, Rules } from '../../../../models/statutes/document.ts'
import { changedMeetingPage, newMeetingPage } from '../../../../views/office/meetings/meeting_form.page.ts'
import { meetingsPage } from '../../../../views/office/meetings/meetings.page.ts'
import { aMeetingRow } from '../../../support/plain/meetings.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'

const reader = aReader({ on: '2026-01-15' })

describe('The list of meetings', () => {
  it('says how many were there, and where a meeting is planned to those who may', () => {
    const coming = [aMeetingRow({ extraordinary: 1 })]
    const held = [6, null].map((present) => ({ ...aMeetingRow({ held_on: isoDate('2026-01-12') }), present }))
    const page = meetingsPage(reader, randers().rules, { coming, held })
    expect(page.held.map(({ said }) => said)).to.deep.equal([
      '6 medlemmer til stede',
      'Fremmøde er ikke oplyst',
    ])
    expect(page.coming[0]).to.include({ today: true, extraordinary: true, href: '/kontor/moeder/4' })
    expect(page.newHref).to.equal('/kontor/moeder/nyt')
    const hers = meetingsPage(aReader({ as: 'member' }), randers().rules, { coming, held })
    expect(hers.newHref).to.equal(null)
  })

  describe('counts the meetings of the year', () => {
    function year(rules: Rules, days: readonly string[] = [], on = '2026-01-15') {
      const meetings = days.map((day) => aMeetingRow({ held_on: isoDate(day) }))
      const held = meetings
        .filter(({ held_on }) => held_on < on)
        .map((meeting) => ({ ...meeting, present: null }))
      const coming = meetings.filter(({ held_on }) => held_on >= on)
      return meetingsPage(aReader({ on }), rules, { coming, held }).year
    }

    const asking = (meetingsPerYear: RuleValue<'meetingsPerYear'>) => randers({ meetingsPerYear }).rules

    it('only where the statutes ask for some', () => {
      expect(year(randers().rules)).to.equal(null)
    })

    it('held and planned, of so many', () => {
      const said = (min: number, max: number) => year(asking({ min, max }))?.text
      expect(said(4, 6)).to.equal('0 af 4–6 møder i 2026. Holdt: 0. Planlagt: 0.')
      expect(said(0, 6)).to.equal('0 af højst 6 møder i 2026. Holdt: 0. Planlagt: 0.')
      expect(said(1, 1)).to.equal('0 af 1 møde i 2026. Holdt: 0. Planlagt: 0.')
      expect(year(asking({ min: 4, max: 4 }), ['2026-01-14', '2026-06-01'])?.text).to.equal(
        '2 af 4 møder i 2026. Holdt: 1. Planlagt: 1.',
      )
    })

    it('and tells kindly of too few, from October', () => {
      const days = ['2026-03-02', '2026-12-01']
      const september = year(asking({ min: 4, max: 6 }), days, '2026-09-30')
      expect([september?.text, september?.missing]).to.deep.equal([
        '2 af 4–6 møder i 2026. Holdt: 1. Planlagt: 1.',
        null,
      ])
      expect(year(asking({ min: 4, max: 6 }), days, '2026-10-01')?.missing).to.equal(
        'Vedtægterne beder om 2 møder mere i år. Planlæg dem gerne snart.',
      )
    })

    it('and says when the rule is only assumed', () => {
      const rules = asking({ min: 4, max: 4 })
      expect(year(rules)?.assumed.rules).to.deep.equal([])
      rules.meetingsPerYear!.confirmed = false
      expect(year(rules)?.assumed.rules).to.deep.equal(['Møder om året'])
    })
  })
})

describe('The form of a meeting', () => {
  const rules = randers({ extraordinaryMeetings: { askedBy: ['chair', { members: 3 }] } }).rules
  const both = { today: rules, onDay: rules }

  it('says how early members must be called, and that the rule is assumed', () => {
    const { notice } = newMeetingPage(reader, both, { latest: undefined, constituting: false })
    expect(notice.text).to.include(
      'Medlemmerne skal indkaldes senest 8 dage før. Planlægger du mødet i dag, er 23. januar 2026 den første dag, der passer.',
    )
    expect(notice.assumed.rules).to.deep.equal(['Indkaldelse til møder'])
  })

  it('proposes the place and time of the latest meeting', () => {
    const page = newMeetingPage(reader, both, { latest: aMeetingRow(), constituting: false })
    expect([page.title, page.place, page.starts_at, page.held_on]).to.deep.equal([
      'Rådsmøde',
      'Laksetorvet',
      '17.00',
      undefined,
    ])
    const first = newMeetingPage(reader, both, { latest: undefined, constituting: true })
    expect([first.title, first.place]).to.deep.equal(['Konstituerende møde', ''])
  })

  it('offers those whom the statutes of the day let ask for an extra meeting', () => {
    const askers = (onDay: Rules) =>
      changedMeetingPage(reader, { today: rules, onDay }, aMeetingRow()).extraordinary.rule?.askers.map(
        ({ value, text }) => `${value}: ${text}`,
      )
    expect(askers(rules)).to.deep.equal([
      'chair: Ja, formanden har bedt om det',
      'members:3: Ja, 3 medlemmer har bedt om det',
    ])
    expect(askers(randers().rules)).to.equal(undefined)
  })
})
