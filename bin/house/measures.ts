import {
  LIMITS,
  LISTS,
  NOT_COUNTED,
  NOT_YET_HELD,
  ROLES,
  STATES,
  type Limit,
  type Limited,
} from './limits.ts'
import { commentPercent, countLines, largest, longestLines, median, percent, type Counted } from './lines.ts'
import { namedOutside } from './literals.ts'
import type { Order } from './order.ts'
import { filesIn, foldersOf, isTest, type SourceFile } from './source.ts'
import { parse, programOf, syntaxOf, type Syntax } from './syntax.ts'

export interface Measure {
  name: Limited | 'medianFunction' | 'longestFunction' | 'longestTestFile' | 'linesOfTests'
  value: number
  limit?: Limit
  /** True when there is no limit. */
  kept: boolean
  /** A limit that is not kept fails the command. */
  held: boolean
  /** Places over the limit, the worst first. */
  where: string[]
}

/** Works on any project that is laid out like this one. */
export async function measure(root: string, ordering: Promise<Order>): Promise<Measure[]> {
  const measures = measuresOf(root)
  const { circles, against } = await ordering
  return [listed('circles', circles), listed('importsAgainstTheOrder', against), ...measures]
}

function measuresOf(root: string): Measure[] {
  const folders = foldersOf(root)
  const code = filesIn(root, folders, ['.ts'])
  const sources = code.filter((file) => !isTest(file))
  const floors = sources.filter(({ name }) => /^(models|routes|views)\//.test(name))
  const routes = sources.filter(({ name }) => name.startsWith('routes/'))
  const syntax = new Map(code.map((file) => [file, syntaxOf(parse(file), file.name)]))
  const all = (files: readonly SourceFile[]): Syntax[] => files.flatMap((file) => syntax.get(file) ?? [])
  const program = programOf(root, floors)
  const functions = all(sources).flatMap((one) => one.functions)
  const files = countLines(sources.filter(({ name }) => !(name in LISTS)))
  return [
    counted(
      'filesInAFolder',
      [...folders].filter(isCounted).map(([where, { length }]) => ({ where, count: length })),
    ),
    checked('medianFile', median(files), []),
    counted('longestFile', files),
    unlimited('medianFunction', median(functions)),
    unlimited('longestFunction', largest(functions)),
    listed(
      'casts',
      all(sources).flatMap(({ casts }) => casts),
    ),
    listed(
      'bareIds',
      all(sources).flatMap(({ bareIds }) => bareIds),
    ),
    checked(
      'commentPercent',
      commentPercent(sources.filter(({ name }) => !name.startsWith('models/rules/'))),
      [],
    ),
    listed('literalStates', namedOutside(program, STATES)),
    listed('literalRoles', namedOutside(program, ROLES)),
    checked(
      'importPercentOfRoutes',
      percent(sum(all(routes).map(({ importLines }) => importLines)), sum(lineCounts(routes))),
      [],
    ),
    checked('linesOfRoutes', sum(lineCounts(routes)), []),
    counted('longestTemplateLine', longestLines(filesIn(root, folders, ['.ejs']))),
    counted(
      'longestTest',
      all(code).flatMap(({ tests }) => tests),
    ),
    unlimited('longestTestFile', largest(countLines(code.filter(isTest)))),
    unlimited('linesOfTests', sum(lineCounts(code.filter(isTest)))),
  ]
}

function isCounted([folder]: [string, string[]]): boolean {
  return !NOT_COUNTED.some((one) => folder === one || folder.startsWith(`${one}/`))
}

function lineCounts(files: readonly SourceFile[]): number[] {
  return files.map(({ lines }) => lines.length)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, one) => so + one, 0)
}

function counted(name: Limited, all: readonly Counted[]): Measure {
  const over = all.filter(({ count }) => count > LIMITS[name].most).sort((a, b) => b.count - a.count)
  return checked(
    name,
    largest(all),
    over.map(({ where, count }) => `${where} (${count})`),
  )
}

function listed(name: Limited, where: readonly string[]): Measure {
  return checked(name, where.length, where)
}

function checked(name: Limited, value: number, where: readonly string[]): Measure {
  const limit: Limit = LIMITS[name]
  const kept = value <= limit.most && (limit.least ?? value) <= value
  return { name, value, limit, kept, held: !NOT_YET_HELD.includes(name), where: kept ? [] : [...where] }
}

function unlimited(name: Measure['name'], value: number): Measure {
  return { name, value, kept: true, held: true, where: [] }
}
