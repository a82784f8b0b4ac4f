import { expect } from 'chai'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const NOT_OURS = new Set(['node_modules', 'dist', 'data', '.git'])

describe('The rules are pure', () => {
  const files = filesUnder(join(ROOT, 'models/rules')).filter((file) => file.endsWith('.ts'))

  it('there are rules to look at', () => {
    expect(files.length).to.be.greaterThan(20)
  })

  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    const name = file.slice(ROOT.length)

    it(`${name} imports only its siblings, the dates and zod`, () => {
      const statements = /\bfrom '([^'\n]+)'$|^import '([^'\n]+)'|\bimport\('([^'\n]+)'/gm
      const imported = [...source.matchAll(statements)].map((found) => found.slice(1).join(''))
      const strangers = imported.filter((from) => !/^(\.\/\w+\.ts|\.\.\/dates\.ts|zod)$/.test(from))
      expect(strangers).to.deep.equal([])
    })

    it(`${name} reads no clock, no environment and no chance`, () => {
      const impure =
        /\b(systemClock|clockOf|Date\.now|new Date|process|globalThis|performance|crypto|Math\.random)\b/
      expect(impure.exec(source)?.[0]).to.equal(undefined)
    })
  }

  it('only spans.ts compares the last days of spans', () => {
    const comparing = files.filter((file) =>
      /ends_on\s*[<>]=?|[<>]=?\s*\w+\.ends_on/.test(readFileSync(file, 'utf8')),
    )
    expect(comparing.map((file) => file.slice(ROOT.length))).to.deep.equal(['models/rules/core/spans.ts'])
  })
})

describe('Chance', () => {
  it('is never left to the language: no source draws with its random numbers', () => {
    const forbidden = ['Math', 'random'].join('.')
    const sources = filesUnder(ROOT).filter((file) => /\.(ts|js|mjs|cjs|ejs)$/.test(file))
    expect(sources.length).to.be.greaterThan(50)
    const found = sources.filter((file) => readFileSync(file, 'utf8').includes(forbidden))
    expect(found.map((file) => file.slice(ROOT.length))).to.deep.equal([])
  })
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !NOT_OURS.has(name))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]))
}
