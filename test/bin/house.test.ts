import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { orderOf, orderOfFew } from '../../bin/house/order.ts'
import { parse, syntaxOf } from '../../bin/house/syntax.ts'

describe('The order of the house', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'raadsbogen-house-'))
    put('tsconfig.json', '{ "compilerOptions": { "module": "NodeNext" } }')
    put('models/statutes/versions.ts', 'export const versions = 1')
    put('models/council/seats.ts', 'export type Seat = string')
  })

  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })

  it('lets a room know the rooms before it', async () => {
    put('models/council/roster.ts', "import { versions } from '../statutes/versions.ts'\nexport { versions }")
    expect(await order()).to.deep.equal({ circles: [], against: [] })
  })

  it('is the same to the command, which looks in a process of its own', async () => {
    put('models/council/a.ts', "import type { B } from './b.ts'\nexport type A = B[]")
    put(
      'models/council/b.ts',
      "import type { A } from './a.ts'\nimport { c } from '../meetings/c.ts'\nexport type B = A | typeof c",
    )
    put('models/meetings/c.ts', 'export const c = 1')
    const said = await orderOf(root, ['models'])
    expect(said.circles).to.have.length(1)
    expect(said.against).to.deep.equal([
      'council-knows-earlier-rooms: models/council/b.ts → models/meetings/c.ts',
    ])
    expect(await order()).to.deep.equal(said)
  })

  it('names an import of a later room, and be it of a type', async () => {
    put(
      'models/statutes/rules.ts',
      "import type { Seat } from '../council/seats.ts'\nexport type Rule = Seat",
    )
    expect((await order()).against).to.deep.equal([
      'statutes-knows-earlier-rooms: models/statutes/rules.ts → models/council/seats.ts',
    ])
  })

  it('names a circle, and be it of types', async () => {
    put('models/council/a.ts', "import type { B } from './b.ts'\nexport type A = B[]")
    put('models/council/b.ts', "import type { A } from './a.ts'\nexport type B = A | string")
    expect((await order()).circles).to.have.length(1)
  })

  it('names a rule that reaches a query through something else', async () => {
    put(
      'models/statutes/schema.ts',
      "import { versions } from './versions.ts'\nexport const schema = versions",
    )
    put(
      'models/rules/council/law.ts',
      "import { schema } from '../../statutes/schema.ts'\nexport const law = schema",
    )
    expect((await order()).against.join()).to.include(
      'rules-reach-the-law-alone: models/rules/council/law.ts',
    )
  })

  it('names a second place that decides who may stand', async () => {
    put('models/rules/council/eligibility.ts', 'export const eligible = 1')
    const asks = (from: string) =>
      `import { eligible } from '${from}/council/eligibility.ts'\nexport { eligible }`
    put('models/rules/elections/candidacy.ts', asks('..'))
    expect(await order()).to.deep.equal({ circles: [], against: [] })
    put('models/elections/candidates/link.ts', asks('../../rules'))
    expect((await order()).against).to.deep.equal([
      'who-may-stand-has-one-front-door: models/elections/candidates/link.ts → models/rules/council/eligibility.ts',
    ])
  })

  it('names a front that leads past the one who decides', async () => {
    put('models/rules/council/eligibility.ts', 'export const eligible = 1')
    put('models/council/index.ts', "export { eligible } from '../rules/council/eligibility.ts'")
    put(
      'routes/office/council/seats.ts',
      "import { eligible } from '../../../models/council/index.ts'\nexport { eligible }",
    )
    expect((await order()).against).to.deep.equal([
      'who-may-stand-has-one-front-door: models/council/index.ts → models/rules/council/eligibility.ts',
    ])
  })

  it('lets the routes alone enter a room, and by its front', async () => {
    put('models/statutes/index.ts', "export { versions } from './versions.ts'")
    const takes = (from: string) => `import { versions } from '${from}'\nexport { versions }`
    put('routes/office/council/index.ts', takes('../../../models/statutes/index.ts'))
    expect(await order()).to.deep.equal({ circles: [], against: [] })
    put('routes/office/council/seats.ts', takes('../../../models/statutes/versions.ts'))
    put('models/council/roster.ts', takes('../statutes/index.ts'))
    put('routes/web/council_name.ts', takes('../../models/statutes/index.ts'))
    const { against } = await order()
    expect(against).to.include.members([
      'rooms-open-their-front-to-routes-only: models/council/roster.ts → models/statutes/index.ts',
      'rooms-open-their-front-to-routes-only: routes/web/council_name.ts → models/statutes/index.ts',
      'routes-enter-rooms-by-their-front: routes/office/council/seats.ts → models/statutes/versions.ts',
    ])
  })

  it('names a floor that looks up, and common ground that looks into a room', async () => {
    put('routes/office/council/seats.ts', 'export const seats = 1')
    put(
      'models/council/up.ts',
      "import { seats } from '../../routes/office/council/seats.ts'\nexport { seats }",
    )
    put('models/core/db.ts', "import type { Seat } from '../council/seats.ts'\nexport type Db = Seat")
    const { against } = await order()
    expect(against.join()).to.include('models-know-the-floors-below: models/council/up.ts')
    expect(against.join()).to.include('common-ground-knows-no-room: models/core/db.ts')
  })

  function put(name: string, text: string): void {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `${text}\n`)
  }

  function order() {
    return orderOfFew(
      root,
      ['models', 'routes'].filter((place) => existsSync(path.join(root, place))),
    )
  }
})

describe('The ids of the house', () => {
  const bare = (text: string) => syntaxOf(parse({ name: 'a.ts', text, lines: [text] }), 'a.ts').bareIds

  it('names a function that takes two of which it is not known whose they are', () => {
    expect(bare('function f(id: number, person_id: number) {}')).to.deep.equal(['a.ts:1'])
    expect(bare('const f = (electionId: number, personId: number) => 1')).to.deep.equal(['a.ts:1'])
    expect(bare('function f(id: ElectionId, personId: number, count: number) {}')).to.deep.equal([])
  })
})
