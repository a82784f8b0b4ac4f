import { expect } from 'chai'
import { isoDate } from '../../../models/core/dates.ts'
import { bodyProblems } from '../../../models/statutes/bodies.ts'
import type { Area, Body } from '../../../models/statutes/schema.ts'
import { randers } from '../../support/statutes/randers.ts'

const statutes = randers()
const PSYKIATRI = 4
const path = (rest: string) => `areas[${PSYKIATRI}].bodies${rest}`

function found(...bodies: Body[]) {
  const areas = statutes.areas.map((area, index): Area => (index === PSYKIATRI ? { ...area, bodies } : area))
  return bodyProblems({ ...statutes, areas })
}

type Days = [activeFrom?: string | undefined, activeUntil?: string]

function body(key: string, [activeFrom, activeUntil]: Days = [], successor?: Body['successor']): Body {
  return {
    ...{ key, name: key, aliases: [] },
    ...(activeFrom !== undefined && { activeFrom: isoDate(activeFrom) }),
    ...(activeUntil !== undefined && { activeUntil: isoDate(activeUntil) }),
    ...(successor && { successor }),
  }
}

const succeeded = (key: string, by: string) => body(key, [], body(by))

describe('Successors that go round', () => {
  const circleAt = (at: string, circle: string) => ({
    path: at,
    code: 'successor_circle',
    message: `The successors go round in a circle: ${circle}.`,
    params: { circle },
  })

  it('an organisation cannot succeed itself', () => {
    expect(found(succeeded('sind', 'sind'))).to.deep.equal([
      circleAt(path('[0].successor.key'), 'sind → sind'),
    ])
  })

  it('two cannot succeed each other, and that is told once, where it begins', () => {
    expect(found(succeeded('sind', 'husly'), succeeded('husly', 'sind'))).to.deep.equal([
      circleAt(path('[0].successor.key'), 'sind → husly → sind'),
    ])
  })

  it('nor can three, whoever stands first', () => {
    const three = [succeeded('sind', 'husly'), succeeded('husly', 'varmen'), succeeded('varmen', 'sind')]
    expect(found(...three)).to.deep.equal([
      circleAt(path('[0].successor.key'), 'sind → husly → varmen → sind'),
    ])
  })

  it('a successor outside the circle is still held against the other keys', () => {
    const twice = {
      path: path('[2].successor.key'),
      code: 'key_twice',
      message: 'The key "bedre" is used more than once.',
      params: { key: 'bedre' },
    }
    const circle = [succeeded('sind', 'husly'), succeeded('husly', 'sind')]
    expect(found(...circle, body('bedre', [], body('bedre-to')), succeeded('varmen', 'ro'))).to.deep.equal([
      circleAt(path('[0].successor.key'), 'sind → husly → sind'),
    ])
    expect(found(body('bedre'), body('ro'), succeeded('varmen', 'bedre'))).to.deep.equal([twice])
  })
})

describe('Keys of places and organisations', () => {
  const twice = (at: string, key: string) => ({
    path: at,
    code: 'key_twice',
    message: `The key "${key}" is used more than once.`,
    params: { key },
  })

  it('are all different in Randers', () => {
    expect(bodyProblems(statutes)).to.deep.equal([])
  })

  it('are told at the later of two bodies or two areas that have the same', () => {
    expect(found(body('sind'), body('sind'))).to.deep.equal([twice(path('[1].key'), 'sind')])
    const areas = statutes.areas.map((area, index) => (index === 2 ? { ...area, key: 'perron-4' } : area))
    expect(bodyProblems({ ...statutes, areas })).to.deep.equal([twice('areas[2].key', 'perron-4')])
  })
})

describe('The days of a body and its successor', () => {
  const ownBackwards = {
    path: path('[0].activeUntil'),
    code: 'body_backwards',
    message: 'The body ends before it begins.',
    params: {},
  }
  const nextBackwards = {
    path: path('[0].successor.activeUntil'),
    code: 'body_backwards',
    message: 'The successor ends before it begins.',
    params: {},
  }
  const early = {
    path: path('[0].successor.activeFrom'),
    code: 'successor_early',
    message: 'The successor begins before the body it succeeds has ended.',
    params: {},
  }
  const table: [what: string, own: Days, next: Days | undefined, problems: object[]][] = [
    ['no days at all', [], [], []],
    ['only a first day', ['2020-01-01'], ['2021-01-01'], []],
    ['only a last day', [undefined, '2020-01-01'], [undefined, '2021-01-01'], []],
    ['one day', ['2020-01-01', '2020-01-01'], ['2020-01-02', '2020-01-02'], []],
    ['a last day before the first', ['2020-01-02', '2020-01-01'], undefined, [ownBackwards]],
    ['a successor whose last day is before its first', [], ['2020-01-02', '2020-01-01'], [nextBackwards]],
    ['a successor the day after', [undefined, '2020-01-01'], ['2020-01-02'], []],
    ['a successor on the last day', [undefined, '2020-01-01'], ['2020-01-01'], [early]],
    ['a successor of a body whose end is not known', [], ['2020-01-01'], []],
    [
      'everything wrong at once',
      ['2020-01-03', '2020-01-02'],
      ['2020-01-01', '2019-12-31'],
      [ownBackwards, nextBackwards, early],
    ],
  ]
  for (const [what, own, next, problems] of table) {
    it(`${what}: ${problems.length}`, () => {
      expect(found(body('sind', own, next && body('husly', next)))).to.deep.equal(problems)
    })
  }
})
