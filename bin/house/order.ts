import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { projectRoot } from '../../config.ts'

const TOOL = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const CONFIGURATION = path.join(projectRoot, '.dependency-cruiser.js')
const SOURCES = ['app.ts', 'server.ts', 'config.ts', 'knexfile.ts', 'models', 'routes', 'views', 'migrations']
const ROOF = ['bin', 'rehearsal', 'bench', 'test']

/** The imports that `.dependency-cruiser.js` forbids, a line each: circles, and all others. */
export interface Order {
  circles: string[]
  against: string[]
}

/** Looks in a process of its own, so that the caller can measure other things meanwhile. */
export async function orderOf(
  root: string,
  places: readonly string[] = [...SOURCES, ...ROOF],
): Promise<Order> {
  const args = [TOOL, '--config', CONFIGURATION, '--output-type', 'json', ...places]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 })
  return orderIn(JSON.parse(stdout) as ICruiseResult)
}

/** Looks in this process: for a few files a process of their own costs more than the looking. */
export async function orderOfFew(root: string, places: readonly string[]): Promise<Order> {
  const options = await extractDepcruiseOptions(CONFIGURATION)
  const tsConfig = extractTSConfig(path.join(root, 'tsconfig.json'))
  const { output } = await cruise([...places], { ...options, baseDir: root }, undefined, { tsConfig })
  if (typeof output === 'string') throw new Error(output)
  return orderIn(output)
}

function orderIn({ summary }: ICruiseResult): Order {
  const isCircle = ({ rule }: IViolation) => rule.name === 'no-circles'
  return {
    circles: summary.violations.filter(isCircle).map(({ cycle = [] }) => circleLine(cycle)),
    against: summary.violations
      .filter((one) => !isCircle(one))
      .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}

function circleLine(cycle: NonNullable<IViolation['cycle']>): string {
  const names = cycle.map(({ name }) => name)
  return [...names, names[0]].join(' → ')
}
