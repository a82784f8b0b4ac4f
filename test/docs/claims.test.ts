import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'

const PAGE = 'docs/sikkerhed.md'

/** The heading of the column that says how a claim is tested. */
const HOW = 'Prøvet ved'

/** Shorter than this, a claim that is not tested has not said why. */
const SHORTEST_REASON = 20

interface Claim {
  claim: string
  how: string
}

/** The lines of every table with a column that says how. */
function claimsOf(text: string): Claim[] {
  const claims: Claim[] = []
  let column = -1
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').slice(1, -1) : []
    const named = cells.findIndex((cell) => cell.trim() === HOW)
    if (cells.length === 0) column = -1
    else if (named >= 0) column = named
    else if (column >= 0 && !/^[-: ]*$/.test(line.replaceAll('|', '')))
      claims.push({ claim: cells[0]!.trim(), how: (cells[column] ?? '').trim() })
  }
  return claims
}

/** What is wrong with how a claim is said to be tested: a part may be tested and another part not. */
function faultsOf({ claim, how }: Claim): string[] {
  const [tested = '', reason] = how.split('Ikke prøvet: ')
  const named = [...tested.matchAll(/`(test\/[\w/.-]+)`((?:,? »[^»«]+«)*)/g)]
  const commands = [...tested.matchAll(/`npm run ([\w:]+)/g)].map(([, name]) => name ?? '')
  const faults = named.flatMap(([, file = '', titles = '']) => faultsAt(file, titles))
  faults.push(...commands.filter((name) => !(name in scripts())).map((name) => `no command ${name}`))
  if (reason !== undefined && reason.length < SHORTEST_REASON) faults.push('why is it not tested?')
  if (named.length + commands.length === 0 && reason === undefined)
    faults.push('neither a test, a command nor "Ikke prøvet:"')
  return faults.map((fault) => `${claim}: ${fault}`)
}

function faultsAt(file: string, titles: string): string[] {
  if (!existsSync(path.join(projectRoot, file))) return [`no file ${file}`]
  const wanted = [...titles.matchAll(/»([^»«]+)«/g)].map(([, title]) => title ?? '')
  if (wanted.length === 0) return [`no title of a test in ${file}`]
  const there = titlesIn(read(file))
  return wanted
    .filter((title) => !there.some((one) => one.includes(title)))
    .map((title) => `no test "${title}" in ${file}`)
}

function titlesIn(source: string): string[] {
  return [...source.matchAll(/\b(?:it|describe)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs)].map(
    ([, , title]) => title ?? '',
  )
}

function scripts(): Record<string, string> {
  return (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
}

function read(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8')
}

describe('What docs/sikkerhed.md claims', () => {
  it('names for each claim a test or a command that is there, or says why there is none', () => {
    const claims = claimsOf(read(PAGE))
    expect(claims.length).to.be.above(60)
    expect(claims.flatMap(faultsOf)).to.deep.equal([])
  })

  it('has each claim once', () => {
    const claims = claimsOf(read(PAGE)).map(({ claim }) => claim)
    expect(claims.filter((claim, index) => claims.indexOf(claim) !== index)).to.deep.equal([])
  })

  it('has figures of copies that are within the goal, each once', () => {
    const rows = read(PAGE)
      .split('\n')
      .filter((line) => /^\| (SQLite|PostgreSQL) [\d.]+ \| \d+ \| \d+ \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    const keys = rows.map(
      ([, engine = '', voters, tablets]) => `${engine.split(' ')[0]} ${voters} ${tablets}`,
    )
    expect(keys).to.deep.equal([...new Set(keys)])
    const taus = rows.flatMap((cells) => cells.slice(5, 11)).map((cell) => Number(cell.replace(',', '.')))
    expect(taus.filter((tau) => !(tau <= 0.25))).to.deep.equal([])
  })

  it('would be seen to name what is not there', () => {
    const wrong = (how: string) => faultsOf({ claim: 'x', how })
    expect(wrong('`test/docs/nothing.test.ts` »a«')).to.deep.equal(['x: no file test/docs/nothing.test.ts'])
    expect(wrong('`test/docs/claims.test.ts` »no such promise«')).to.deep.equal([
      'x: no test "no such promise" in test/docs/claims.test.ts',
    ])
    expect(wrong('`test/docs/claims.test.ts`')).to.deep.equal([
      'x: no title of a test in test/docs/claims.test.ts',
    ])
    expect(wrong('`npm run nothing`')).to.deep.equal(['x: no command nothing'])
    expect(wrong('set efter')).to.have.length(1)
    expect(wrong('Ikke prøvet: nej')).to.have.length(1)
    expect(wrong('`test/docs/claims.test.ts` »has each claim once«')).to.deep.equal([])
  })
})
