import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../config.ts'
import { MOMENTS, type Moment } from './attack.ts'
import { CASES, type Case, type Engine, keyOf } from './cases.ts'
import type { Figure } from './figure.ts'

const PAGE = path.join(projectRoot, 'docs/sikkerhed.md')
/** What stands before and after a table that is written here. */
const MARKS = {
  elections: ['<!-- attack:start -->\n', '<!-- attack:end -->\n'],
  largeBoxes: ['<!-- attack-large:start -->\n', '<!-- attack-large:end -->\n'],
} as const

export const NAMES: Readonly<Record<Engine, string>> = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

const HEADINGS: Record<Moment, string> = {
  half: 'halvvejs',
  voted: 'alle har stemt',
  closed: 'lukket',
  opened: 'åbnet',
  certified: 'godkendt',
  erased: 'liste slettet',
}

export function headingOf(): string {
  const cells = [
    ...['Database', 'vælgere', 'tablets', 'valg', ...MOMENTS.map((moment) => HEADINGS[moment])],
    ...['tilfælde', 'koblinger', '`pg_wal`', 'målt'],
  ]
  return rowOf(cells) + rowOf(cells.map(() => '---'))
}

export function lineOf(figure: Figure): string {
  const { engine, version, voters, tablets, elections, taus, chance, right, mostRight, log, day } = figure
  return rowOf([
    ...[`${NAMES[engine]} ${version}`, String(voters), String(tablets), String(elections)],
    ...[...MOMENTS.map((moment) => taus[moment]), chance].map(decimal),
    ...[`${right} (${mostRight})`, log === undefined ? '–' : decimal(log), day],
  ])
}

export function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

export function decimal(number: number): string {
  return number.toFixed(3).replace('.', ',')
}

/** The rows that the page has now, by their keys. */
export function linesIn(): string[] {
  return [...rowsOf(tableOf('elections')).keys()]
}

/** Puts the row where it belongs, in place of an earlier one of the same. */
export function writeLine(figure: Figure): void {
  const rows = rowsOf(tableOf('elections')).set(keyOf(figure), lineOf(figure))
  const lines = CASES.map((one) => rows.get(keyOf(one)) ?? '')
  writeTable('elections', headingOf() + lines.join(''))
}

export function writeTable(which: keyof typeof MARKS, text: string): void {
  const [start, end] = MARKS[which]
  const [before = '', rest = ''] = readFileSync(PAGE, 'utf8').split(start)
  const [, after = ''] = rest.split(end)
  writeFileSync(PAGE, `${before}${start}\n${text}\n${end}${after}`)
}

function tableOf(which: keyof typeof MARKS): string {
  const [start, end] = MARKS[which]
  const found = readFileSync(PAGE, 'utf8').split(start)[1]?.split(end)[0]
  if (found === undefined) throw new Error(`${PAGE} has no place for the figures`)
  return found
}

function rowsOf(text: string): Map<string, string> {
  const engines = Object.entries(NAMES) as [Engine, string][]
  const rows = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [name = '', voters, tablets] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim())
    const engine = engines.find(([, one]) => name.startsWith(`${one} `))?.[0]
    const one: Case | undefined = engine && { engine, voters: Number(voters), tablets: Number(tablets) }
    if (one) rows.set(keyOf(one), `${line}\n`)
  }
  return rows
}
