import { expect } from 'chai'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../../config.ts'

const NOT_OURS = new Set(['node_modules', 'dist', 'data', '.git'])
/** The one file that tells the time to those who ask for it, and writes days for the rules. */
const DATES = 'models/core/dates.ts'
/** Pure files outside the rules: what a file says, what a page draws. */
const PURE_ELSEWHERE = [
  'models/council/history/roster_difference.ts',
  'models/council/history/timeline.ts',
  'models/elections/box/custody/key_words.ts',
  'models/elections/candidates/picture.ts',
  'models/elections/candidates/portrait.ts',
  'models/elections/roll/lines.ts',
  'models/exchange/import/plan',
  'models/exchange/reading/csv_roll.ts',
  'models/exchange/reading/names.ts',
  'models/privacy/log_about.ts',
  'models/statutes/coherence.ts',
  'models/statutes/document.ts',
  'models/statutes/json_schema.ts',
  'models/statutes/problems.ts',
]

describe('The rules are pure', () => {
  const rules = ['models/rules', ...PURE_ELSEWHERE].flatMap(filesUnder).filter((file) => file.endsWith('.ts'))
  const reached = everythingReachedFrom(rules)

  it('there are rules to look at, and what they import', () => {
    expect(rules.length).to.be.greaterThan(20)
    expect([...reached.keys()]).to.include.members([...rules, DATES])
  })

  it('they import no package but zod, nor does what they import', () => {
    const packages = [...reached].flatMap(([file, source]) =>
      importsOf(source)
        .filter((from) => !from.startsWith('.') && from !== 'zod')
        .map((from) => `${file}: ${from}`),
    )
    expect(packages).to.deep.equal([])
  })

  it('they read no clock, no environment and no chance, nor does what they import', () => {
    const impure =
      /\b(systemClock|clockOf|Date\.now|new Date|process|globalThis|performance|crypto|Math\.random)\b/
    const found = [...reached]
      .filter(([file]) => file !== DATES)
      .flatMap(([file, source]) => {
        const word = impure.exec(source)?.[0]
        return word === undefined ? [] : [`${file}: ${word}`]
      })
    expect(found).to.deep.equal([])
  })

  it('only spans.ts compares the last days of spans', () => {
    const comparing = [...reached]
      .filter(([, source]) => /ends_on\s*[<>]=?|[<>]=?\s*\w+\.ends_on/.test(source))
      .map(([file]) => file)
    expect(comparing).to.deep.equal(['models/rules/core/spans.ts'])
  })
})

describe('Chance', () => {
  it('is never left to the language: no source draws with its random numbers', () => {
    const forbidden = ['Math', 'random'].join('.')
    const sources = filesUnder('.').filter((file) => /\.(ts|js|mjs|cjs|ejs)$/.test(file))
    expect(sources.length).to.be.greaterThan(50)
    expect(sources.filter((file) => read(file).includes(forbidden))).to.deep.equal([])
  })
})

/** The files and all that they import at run time, each with its text. Types are not imported. */
function everythingReachedFrom(files: readonly string[]): Map<string, string> {
  const reached = new Map<string, string>()
  const waiting = [...files]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    const [folder, source] = [dirname(file), read(file)]
    reached.set(file, source)
    waiting.push(...importsOf(source).flatMap((from) => (from.startsWith('.') ? [join(folder, from)] : [])))
  }
  return reached
}

function importsOf(source: string): string[] {
  const statements =
    /^(?:import|export) (?!type )[^'\n]*(?:\n[^'\n]*)*? from '([^'\n]+)'|^import '([^'\n]+)'|\bimport\('([^'\n]+)'/gm
  return [...source.matchAll(statements)].map((found) => found.slice(1).join(''))
}

function read(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8')
}

function filesUnder(path: string): string[] {
  if (!statSync(join(projectRoot, path)).isDirectory()) return [path]
  return readdirSync(join(projectRoot, path))
    .filter((name) => !NOT_OURS.has(name))
    .flatMap((name) => filesUnder(join(path, name)))
}
