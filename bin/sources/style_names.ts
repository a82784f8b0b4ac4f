import { builtStrings, HOLE } from './built_strings.ts'
import type { SourceFile } from './source_files.ts'

/** `.seat`, `#main-content` or `[data-sending]`. */
export interface StyleName {
  name: string
  file: string
}

export function styleNames(stylesheets: readonly SourceFile[]): StyleName[] {
  return stylesheets.flatMap(({ file, text }) => {
    const names = selectorsIn(text).flatMap(
      (selector) => selector.match(/[.#][a-z][\w-]*|\[data-[\w-]+/gi) ?? [],
    )
    return [...new Set(names)].map((name) => ({ name, file }))
  })
}

function selectorsIn(stylesheet: string): string[] {
  const rules = stylesheet.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)
  return [...rules]
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !selector.startsWith('@'))
}

/**
 * Names that no page can have. A class stands in an attribute, in a script, or with a hyphen in any string of a view;
 * the variable part of `board-<%= state %>` is a word of the sources. The id of a field is its name, in any string.
 */
export function unusedStyles(names: readonly StyleName[], sources: readonly SourceFile[]): StyleName[] {
  const shown = sources.filter(({ file }) => /^(views|public)\//.test(file))
  const strings = shown.flatMap(({ file, text }) =>
    builtStrings({ file, text }).map((string) => ({
      file,
      tokens: string.text.split(/[\s"'<>=.#[\]:,()]+/),
    })),
  )
  const ids = new Set([...shown.flatMap(tokensInAttributes), ...strings.flatMap(({ tokens }) => tokens)])
  const classes = new Set([
    ...shown.flatMap(tokensInAttributes),
    ...strings.flatMap(({ file, tokens }) =>
      tokens.filter((token) => file.endsWith('.js') || token.includes('-')),
    ),
  ])
  const families = [...classes].flatMap((token) => /^([a-z][\w-]*-)…$/.exec(token)?.[1] ?? [])
  const words = new Set(sources.flatMap(({ text }) => text.match(/[\w-]+/g) ?? []))
  const attributes = new Set(shown.flatMap(dataAttributesIn))
  return names.filter(({ name }) => !isUsed(name))

  function isUsed(name: string): boolean {
    if (name.startsWith('[')) return attributes.has(name.slice(1))
    const bare = name.slice(1)
    if (name.startsWith('#')) return ids.has(bare)
    return (
      classes.has(bare) ||
      families.some((family) => bare.startsWith(family) && words.has(bare.slice(family.length)))
    )
  }
}

/** Code that prints is a HOLE; other code may divide words or not. */
function tokensInAttributes({ file, text }: SourceFile): string[] {
  if (!file.endsWith('.ejs')) return []
  const values = [...text.matchAll(/[\w-]="((?:<%.*?%>|[^"<])*)"/gs)].map(([, value = '']) => value)
  return values.flatMap((value) => {
    const printed = value.replaceAll(/<%[=-].*?%>/gs, HOLE)
    const inCode = builtStrings({ file, text: value }).map((string) => string.text)
    return ['', ' ']
      .map((between) => printed.replaceAll(/<%.*?%>/gs, between))
      .concat(inCode)
      .flatMap((one) => one.split(/\s+/))
  })
}

function dataAttributesIn({ text }: SourceFile): string[] {
  const scripted = [...text.matchAll(/dataset\.(\w+)/g)].map(
    ([, name = '']) => `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  )
  return [...(text.match(/data-[a-z][\w-]*/g) ?? []), ...scripted]
}
