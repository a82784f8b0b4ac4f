import path from 'node:path'
import { scriptOf } from './script.ts'
import type { Declared, Template } from './templates.ts'

/** Stands on a line of its own before the template's code: a position in the template is this far behind. */
export function headOf(template: Template): string {
  const { name, kind, declared } = template
  const from = path.posix.dirname(name)
  const known = declared ? [declared.name, ...declared.exports] : []
  const typedefs = declared
    ? [...new Set(known)].map((type) => `@typedef {${imported(from, declared, type)}} ${type}`)
    : []
  const locals = `import('${relative(from, 'locals.ts')}').Locals`
  const own = !declared ? '{}' : kind === 'page' ? `{ page: ${declared.name} }` : declared.name
  const comments = [...typedefs, `@param {${locals} & ${own}} it`].map((comment) => `/** ${comment} */`)
  return `${comments.join(' ')} export function template(it) {\n`
}

/** One function, whose body is the template's code at the template's positions. */
export function moduleOf(template: Template): string {
  return `${headOf(template)}${scriptOf(template.source)}\n}\n`
}

/** How templates print, what they can include with which arguments, and which page each shows. */
export function declarationsOf(templates: readonly Template[]): string {
  const pages = templates
    .filter(({ kind }) => kind === 'page')
    .map((one) => `    '${one.name}': ${shown(one)}`)
  const parts = templates
    .filter(({ kind }) => kind === 'part')
    .map((one) => `    '/${one.name}': ${called(one)}`)
  return `import type { Markup } from './locals.ts'
declare module './pages.ts' {
  interface Pages {
${pages.join('\n')}
  }
}
declare global {
  type IsoDate = import('../models/core/dates.ts').IsoDate
  /** Parts that take nothing stand for what they make. */
  const include: {
${parts.join('\n')}
  }
  /** Prints a word or a figure. */
  function _(shown: string | number): void
  /** Prints what a template made. */
  function $(shown: Markup): void
}
`
}

function shown({ declared }: Template): string {
  return declared ? `{ page: ${imported('.', declared, declared.name)} }` : '{ page?: never }'
}

function called({ declared }: Template): string {
  return declared ? `(taken: ${imported('.', declared, declared.name)}) => Markup` : 'Markup'
}

function imported(from: string, { file }: Declared, type: string): string {
  return `import('${relative(from, file)}').${type}`
}

function relative(from: string, file: string): string {
  const found = path.posix.relative(from, file)
  return found.startsWith('.') ? found : `./${found}`
}
