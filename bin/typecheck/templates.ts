import path from 'node:path'

export interface Declared {
  /** From the views' folder. */
  file: string
  name: string
  /** The file's other exports, for the comments in the template that name a type. */
  exports: readonly string[]
}

export interface Template {
  /** As routes and includes call it: `office/bodies/body`. */
  name: string
  source: string
  /** A part is included by others and gets what they name; a page is shown by a route and gets its page. */
  kind: 'page' | 'part'
  /** undefined when the template takes only what all have. */
  declared: Declared | undefined
}

/** Returns undefined when there is no such file in the views' folder. */
export type ReadView = (file: string) => string | undefined

/** The type is `BodyPage` in `body.page.ts`, or `TopPart` in `_top.page.ts` or `parts.ts`. */
export function templateOf(name: string, read: ReadView): Template {
  const source = read(`${name}.ejs`)
  if (source === undefined) throw new Error(`there is no template ${name}`)
  const kind = kindOf(name)
  return { name, source, kind, declared: declaredFor(name, kind, read) }
}

function kindOf(name: string): Template['kind'] {
  return /^(partials|layouts)\/|(^|\/)_/.test(name) ? 'part' : 'page'
}

function roomOf(name: string): string {
  return path.posix.dirname(name)
}

function declaredFor(name: string, kind: Template['kind'], read: ReadView): Declared | undefined {
  const type = pascal(path.posix.basename(name)) + (kind === 'page' ? 'Page' : 'Part')
  const beside = `${name}.page.ts`
  const ofRoom = `${roomOf(name)}/parts.ts`
  for (const file of kind === 'page' ? [beside] : [beside, ofRoom]) {
    const exports = exportsOf(read(file) ?? '')
    // A page's type stands in its own file, so there the name is not asked for: a wrong one is an error.
    if (exports.includes(type) || (file === beside && exports.length > 0))
      return { file, name: type, exports }
  }
  return undefined
}

function pascal(stem: string): string {
  return stem.replace(/^_/, '').replace(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase())
}

function exportsOf(source: string): string[] {
  const declared = source.matchAll(/^export (?:interface|type) (\w+)(?!\w|<)/gm)
  const passedOn = source.matchAll(/^export type \{ ([^}]*) \}/gm)
  const names = [...passedOn].flatMap(([, list = '']) =>
    list.split(',').map((one) => one.split(' as ').at(-1) ?? ''),
  )
  return [...[...declared].map(([, name = '']) => name), ...names.map((name) => name.trim())]
}
