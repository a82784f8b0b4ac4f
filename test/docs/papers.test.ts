import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { housePicture, PICTURE } from '../../bin/house/picture.ts'
import { stateDiagram } from '../../models/rules/elections/acts.ts'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'

interface Manifest {
  version: string
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const manifest = JSON.parse(read('package.json')) as Manifest
const papers = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...listDocs()]

describe('the papers', () => {
  it('README draws the states of an election as the table has them', () => {
    const drawn = /<!-- states:start -->\n```mermaid\n([\s\S]*?)\n```\n<!-- states:end -->/.exec(
      read('README.md'),
    )?.[1]
    expect(drawn).to.equal(stateDiagram())
  })

  it('README draws the rooms and the floors as the order of imports has them', () => {
    expect(PICTURE.exec(read('README.md'))?.[2]).to.equal(housePicture())
  })

  it('README and docs/drift.md name every setting that config.ts reads, and no other', () => {
    const settings = new Set([
      ...matches(read('config.ts'), /\benv\.([A-Z][A-Z_]+)/g),
      ...matches(read('config.ts'), /\(env, '([A-Z][A-Z_]+)'/g),
    ])
    for (const paper of ['README.md', 'docs/drift.md']) {
      expectSame(matches(read(paper), /^\| `([A-Z][A-Z_]+)`/gm), [...settings])
    }
  })

  it('name files and folders that are there', () => {
    const gone = papers.flatMap((paper) =>
      matches(
        read(paper),
        /`((?:models|routes|views|test|bin|bench|rehearsal|migrations|locales|public|statutes)\/[^`\s<$…]*)`/g,
      )
        .flatMap(eachOf)
        .filter((named) => !isThere(named))
        .map((named) => `${paper}: ${named}`),
    )
    expect(gone).to.deep.equal([])
  })

  it('README names every library with its version, and no other', () => {
    const libraries = { ...manifest.dependencies, ...manifest.devDependencies }
    const pinned = Object.entries(libraries).map(([name, version]) => `${name} ${version}`)
    const cells = matches(read('README.md'), /^\| (`[^|]*) \|/gm)
    const named = cells.flatMap((cell) =>
      [...cell.matchAll(/`([^`]+)` (\d[\w.]*)/g)].map((found) => found.slice(1).join(' ')),
    )
    expectSame(
      named,
      pinned.filter((one) => !one.startsWith('@types/')),
    )
  })

  it('README has a line for every script, and names none that is missing', () => {
    const named = matches(read('README.md'), /^\| `npm (?:run )?([\w:]+)`/gm)
    expectSame(named, Object.keys(manifest.scripts))
  })

  it('CHANGELOG and publiccode.yml know the version', () => {
    expect(read('CHANGELOG.md')).to.include(`## [${manifest.version}]`)
    expect(read('publiccode.yml')).to.match(new RegExp(`^softwareVersion: '?${manifest.version}'?$`, 'm'))
  })

  it('every link and picture leads somewhere', () => {
    const lost = papers.flatMap((paper) =>
      matches(read(paper), /\]\((?!https?:)([^)]+)\)/g)
        .filter((target) => !leadsSomewhere(paper, target))
        .map((target) => `${paper}: ${target}`),
    )
    expect(lost).to.deep.equal([])
  })
})

function read(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8')
}

function listDocs(): string[] {
  return readdirSync(path.join(projectRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? '')
}

/** `locales/{da,en}/x.json` names two files. */
function eachOf(named: string): string[] {
  const [braces, list = ''] = /\{([^}]*)\}/.exec(named) ?? []
  return braces === undefined ? [named] : list.split(',').map((one) => named.replace(braces, one))
}

/** A name with a star stands for files of the folder before it. */
function isThere(named: string): boolean {
  return isMade(named) || existsSync(path.join(projectRoot, named.replace(/[^/]*\*.*$/, '')))
}

/** What a command makes is not there in a new checkout. */
function isMade(named: string): boolean {
  return read('.gitignore')
    .split('\n')
    .includes(`${named.replace(/\/$/, '')}/`)
}

function expectSame(named: string[], real: string[]): void {
  expect({
    missing: real.filter((one) => !named.includes(one)),
    unknown: named.filter((one) => !real.includes(one)),
  }).to.deep.equal({ missing: [], unknown: [] })
}

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', heading] = target.split('#')
  const found = file === '' ? from : path.join(path.dirname(from), file)
  if (!existsSync(path.join(projectRoot, found))) return false
  if (heading === undefined) return true
  return matches(read(found), /^#+ (.+)$/gm).some((title) => anchor(title) === heading)
}

/** The anchor that code hosts give a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number} -]/gu, '')
    .replaceAll(' ', '-')
}
