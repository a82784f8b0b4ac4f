import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { addressPage } from '../../../../views/office/bodies/address.page.ts'
import { bodiesPage } from '../../../../views/office/bodies/bodies.page.ts'
import { contactPage } from '../../../../views/office/bodies/contact.page.ts'
import { endingPage } from '../../../../views/office/bodies/ending.page.ts'
import { mergerPage } from '../../../../views/office/bodies/merger.page.ts'
import { mergersPage } from '../../../../views/office/bodies/mergers.page.ts'
import { namePage } from '../../../../views/office/bodies/name.page.ts'
import { aBody, aMerger } from '../../../support/plain/bodies.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

const ended = aBody({ id: anId(4), name: 'Helheden', slug: 'helheden', active_until: isoDate('2026-02-28') })
const toCome = aBody({ id: anId(6), name: 'Huset', slug: 'huset', active_from: isoDate('2026-04-01') })
const sind = aBody({ id: anId(8), name: 'Sind', slug: 'sind', kind: 'organisation' })

describe('The page of places and organisations', () => {
  const known = [aBody({ active_until: isoDate('2026-12-31'), successor: toCome }), sind, ended, toCome]
  const pageOn = (asked?: string, as: 'secretary' | 'member' = 'secretary') =>
    bodiesPage(aReader({ as }), asked === undefined ? undefined : isoDate(asked), known)
  const groups = (asked?: string) =>
    pageOn(asked).groups.map(({ kind, bodies }) => [kind, bodies.map(({ name }) => name)])

  it('has those that have ended apart, and today also those to come', () => {
    expect(groups()).to.deep.equal([
      ['place', ['Slotsgården', 'Huset']],
      ['organisation', ['Sind']],
      ['ended', ['Helheden']],
    ])
    expect(groups('2026-02-01')).to.deep.equal([
      ['place', ['Slotsgården', 'Helheden']],
      ['organisation', ['Sind']],
    ])
  })

  it('says when one ends and what comes after, and stays on the day that is asked for', () => {
    const [place] = pageOn('2026-02-01').groups
    expect(place?.bodies[0]?.ends).to.deep.equal(['Stopper den 31. december 2026.', 'Derefter Huset.'])
    expect(place?.bodies[0]?.href).to.equal('/kontor/organisationer/slotsgaarden?dato=2026-02-01')
    expect(pageOn().groups.at(-1)?.bodies[0]?.ends).to.deep.equal(['Stoppede den 28. februar 2026.'])
  })

  it('offers a new one on the page of today, to readers who may write', () => {
    expect(
      [pageOn(), pageOn('2026-02-01'), pageOn(undefined, 'member')].map((page) => page.mayWrite),
    ).to.deep.equal([true, false, false])
  })
})

describe('The forms about a place', () => {
  it('begin with what is known', () => {
    const address = addressPage(aReader(), aBody({ addressThen: 'Storegade 1' }))
    expect(address).to.deep.include({ address: 'Storegade 1', back: '/kontor/organisationer/slotsgaarden' })
    expect(namePage(aReader(), aBody())).to.deep.include({ name: 'Slotsgården', today: '2026-03-10' })
    expect(contactPage(aBody()).contact).to.deep.equal({ name: '', email: '', phone: '', address: '' })
  })

  it('offer what goes on and is of the same kind as what may come after it', () => {
    const page = endingPage(aReader(), aBody({ successor_id: anId(6) }), [aBody(), sind, ended, toCome])
    expect(page.possible).to.deep.equal([{ value: '6', text: 'Huset' }])
    expect(page.successor).to.equal('6')
  })
})

describe('The pages of mergers', () => {
  const open = aMerger({ decision: undefined })

  it('let readers who may write propose one among those that go on', () => {
    const page = mergersPage(aReader(), [open, aMerger()], [aBody(), ended])
    expect(page.bodies).to.deep.equal([{ value: '3', text: 'Slotsgården' }])
    expect(page.mergers.map(({ decided }) => decided)).to.deep.equal([false, true])
    expect(mergersPage(aReader({ as: 'member' }), [open], [aBody()]).bodies).to.equal(null)
  })

  it('ask what became of it until that is written down', () => {
    expect(mergerPage(aReader(), open).action).to.equal('/kontor/sammenlaegninger/1')
    expect(mergerPage(aReader({ as: 'member' }), open).action).to.equal(null)
    const decided = mergerPage(aReader(), aMerger())
    expect(decided.action).to.equal(null)
    expect(decided.facts.map(({ label }) => label)).to.deep.equal([
      'Forslag',
      'Hvad det går ud på',
      'Afgørelse',
    ])
    expect(decided.isAdopted).to.equal(false)
  })
})
