import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { HeldOffice } from '../../../../../models/council/offices/offices.ts'
import { officesOf } from '../../../../../models/statutes/offices.ts'
import type { RuleValue } from '../../../../../models/statutes/document.ts'
import { officeFormPage } from '../../../../../views/office/council/offices/office_form.page.ts'
import { officesPage } from '../../../../../views/office/council/offices/offices.page.ts'
import { aReader } from '../../../../support/reader.ts'
import { randers } from '../../../../support/statutes/randers.ts'
import { anId } from '../../../../support/ids.ts'

const TREASURER = { key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' }

function held(office: string, given: Partial<HeldOffice> = {}): HeldOffice {
  const days = { starts_on: isoDate('2026-01-12'), ends_on: isoDate('2029-12-31') }
  const decided = { decided_on: isoDate('2026-01-12'), decided_by: 'Udsatterådet' }
  const rest = { id: anId(7), number: 1, membership_id: anId(1), end_note: null, voided_on: null }
  return { office, ...days, ...decided, ...rest, person_id: anId(3), person: 'Maja Lund', ...given }
}

function onDay(offices: RuleValue<'offices'>, officers: HeldOffice[]) {
  const statutes = randers({ offices })
  return { statutes, officers, history: officers, known: officesOf(statutes), vacant: undefined }
}

describe('The page of the offices', () => {
  const two = [held('chair'), held('vice_chair', { person: 'Karla Due' })]

  it('shows every office of the statutes, with its holder or none', () => {
    const page = officesPage(aReader(), undefined, onDay(['chair', 'vice_chair', 'vice_chair'], two))
    expect(page.now.map(({ office, holder }) => [office, holder?.name])).to.deep.equal([
      ['Formand', 'Maja Lund'],
      ['Næstformand', 'Karla Due'],
      ['Næstformand', undefined],
    ])
    expect(page.none).to.equal(false)
    expect(officesPage(aReader(), undefined, onDay([], [])).none).to.equal(true)
  })

  it('lets two swap only where one leads and one is deputy, both today', () => {
    const swap = (offices: RuleValue<'offices'>, officers: HeldOffice[], asked?: string) =>
      officesPage(aReader(), asked === undefined ? undefined : isoDate(asked), onDay(offices, officers))
        .canSwap
    expect(swap(['chair', 'vice_chair'], two)).to.equal(true)
    expect(swap(['chair', 'vice_chair'], two, '2026-02-01')).to.equal(false)
    expect(swap(['chair', 'vice_chair'], [held('chair')])).to.equal(false)
    expect(swap(['chair', 'vice_chair', 'vice_chair'], two)).to.equal(false)
    expect(swap(['chair'], [held('chair')])).to.equal(false)
    expect(swap(['chair', 'vice_chair', TREASURER], two)).to.equal(true)
  })

  it('tells who held an office before on the page of today alone', () => {
    const world = onDay(['chair'], [held('chair')])
    expect(officesPage(aReader(), undefined, world).history).to.have.length(1)
    expect(officesPage(aReader(), isoDate('2026-02-01'), world).history).to.deep.equal([])
  })

  it('names an office of the statutes in the language of the reader, and has no heading for two alone', () => {
    const world = onDay(['chair', TREASURER], [held('kasserer')])
    const page = officesPage(aReader({ lang: 'en' }), undefined, world)
    expect(page.heading).to.equal('Offices in the council')
    expect(page.history.map(({ office }) => office)).to.deep.equal(['Treasurer'])
    expect(officesPage(aReader(), undefined, onDay(['chair'], [])).heading).to.equal('Formand og næstformand')
  })
})

describe('The form for a choice to an office', () => {
  const formOf = (offices: RuleValue<'offices'>, officers: HeldOffice[]) =>
    officeFormPage(aReader(), 'Udsatterådet', { statutes: randers({ offices }), officers, members: [] })

  it('begins with the first office that is free, and offers each kind once', () => {
    const page = formOf(['chair', 'vice_chair', 'vice_chair', TREASURER], [held('chair')])
    expect(page.office).to.equal('vice_chair')
    expect(page.offices.map(({ text }) => text)).to.deep.equal(['Formand', 'Næstformand', 'Kasserer'])
    expect(formOf(['chair'], [held('chair')]).office).to.equal(undefined)
  })

  it('proposes whoever fills that office by the statutes', () => {
    const appointed = { ...TREASURER, chosenBy: { appointedBy: 'Socialudvalget' } }
    expect(formOf(['chair', appointed], []).decidedBy).to.equal('Udsatterådet')
    expect(formOf(['chair', appointed], [held('chair')]).decidedBy).to.equal('Socialudvalget')
  })
})
