import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parseStatutes } from '../../../models/statutes/document.ts'
import { leadersIn, officesIn, officesOf, officesOfAll } from '../../../models/statutes/offices.ts'
import { offices } from '../../../models/statutes/schema_values.ts'
import { randers } from '../../support/statutes/randers.ts'

const kasserer = { key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' }

describe('The offices of a council', () => {
  it('chair and vice chair need no more than their names: one leads, the other does while nobody leads', () => {
    const facts = officesOf(randers()).map(({ key, title, count, leads, deputises, chosenBy }) => ({
      ...{ key, title, count, leads, deputises, chosenBy },
    }))
    const standard = { title: undefined, count: 1, chosenBy: 'council' }
    expect(facts).to.deep.equal([
      { key: 'chair', leads: true, deputises: false, ...standard },
      { key: 'vice_chair', leads: false, deputises: true, ...standard },
    ])
  })

  it('another office has the titles that the statutes give it, one holder, and leads nothing', () => {
    expect(officesIn([kasserer])).to.deep.equal([
      {
        ...{ key: 'kasserer', title: { da: 'kasserer', en: 'treasurer' }, count: 1 },
        ...{ leads: false, deputises: false, chosenBy: 'council' },
      },
    ])
  })

  it('who chooses the chair is asked of those who lead; another office says it for itself', () => {
    const appointed = { appointedBy: 'Byrådet' }
    const own = { ...kasserer, key: 'revisor', chosenBy: { appointedBy: 'Socialudvalget' } }
    const chosen = officesIn(['chair', 'vice_chair', kasserer, own], appointed).map(
      ({ chosenBy }) => chosenBy,
    )
    expect(chosen).to.deep.equal([appointed, appointed, 'council', { appointedBy: 'Socialudvalget' }])
  })

  it('a chair may be called something else, and still leads; another office may lead instead', () => {
    const forperson = { key: 'chair' as const, title: 'forperson', titleEn: 'chairperson' }
    expect(officesIn([forperson])[0]).to.include({ key: 'chair', leads: true })
    const talsperson = { key: 'talsperson', title: 'talsperson', titleEn: 'speaker', count: 2, leads: true }
    const { leading, deputy } = leadersIn(randers({ offices: [talsperson, 'vice_chair'] }))
    expect(['talsperson', 'vice_chair', 'chair'].map((office) => leading({ office }))).to.deep.equal([
      ...[true, false, false],
    ])
    expect(deputy({ office: 'vice_chair' })).to.equal(true)
  })

  it('of all versions are each there once, as the last version has them', () => {
    const before = randers({ offices: ['chair', { ...kasserer, title: 'kassemester' }] })
    const after = randers({ offices: ['chair', 'vice_chair', 'vice_chair', kasserer] })
    const all = officesOfAll([{ statutes: before }, { statutes: after }])
    expect(all.map(({ key, title }) => [key, title?.da])).to.deep.equal([
      ['chair', undefined],
      ['kasserer', 'kasserer'],
      ['vice_chair', undefined],
    ])
    expect(officesOfAll([{ statutes: after }, { statutes: randers() }]).map(({ key }) => key)).to.include(
      'kasserer',
    )
  })

  it('one of the sample councils has a treasurer', () => {
    const file = new URL('../../../statutes/proever/skovlund-2022.json', import.meta.url)
    const keys = officesOf(parseStatutes(JSON.parse(readFileSync(file, 'utf8')))).map(({ key }) => key)
    expect(keys).to.deep.equal(['chair', 'vice_chair', 'vice_chair', 'kasserer'])
  })

  const written: unknown[] = [
    [],
    ['chair'],
    ['chair', 'vice_chair', 'vice_chair'],
    ['chair', { ...kasserer, count: 2, chosenBy: { appointedBy: 'Byrådet' }, leads: false, deputises: true }],
  ]
  for (const value of written) {
    it(`may be written ${JSON.stringify(value)}`, () => {
      expect(offices.parse(value)).to.deep.equal(value)
    })
  }

  const refused: unknown[] = [
    ['secretary'],
    [{ key: 'kasserer' }],
    [{ ...kasserer, titleEn: undefined }],
    [{ ...kasserer, key: 'Kasserer' }],
    [{ ...kasserer, title: ' ' }],
    [{ ...kasserer, count: 0 }],
    [{ ...kasserer, chosenBy: 'one_from_each_group' }],
    [{ ...kasserer, pay: 100 }],
    Array.from({ length: 9 }, () => 'chair'),
  ]
  for (const value of refused) {
    it(`may not be written ${JSON.stringify(value)}`, () => {
      expect(offices.safeParse(value).success).to.equal(false)
    })
  }
})
