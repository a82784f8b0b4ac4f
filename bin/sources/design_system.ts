import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PurgeCSS } from 'purgecss'
import { sourceFiles, type SourceFile } from './source_files.ts'
import { styleNames, unusedStyles } from './style_names.ts'

/** Where the rules of the design system stand that a page can need. */
export const TRIMMED_FILE = 'public/css/designsystem.css'

const SCRIPTED = ['models', 'public/js', 'routes', 'views']
/** Elements that a browser makes by itself. */
const ALWAYS = ['html', 'body', 'head', 'optgroup', 'hr']

const FACES = [
  { file: 'Regular', weight: 400, style: 'normal' },
  { file: 'Italic', weight: 400, style: 'italic' },
  { file: 'Medium', weight: 500, style: 'normal' },
  { file: 'SemiBold', weight: 600, style: 'normal' },
  { file: 'Bold', weight: 700, style: 'normal' },
]
/** A browser fetches a part when a page has one of its letters; the first has all of Danish. */
const LETTERS = [
  {
    part: 'Latin1',
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2013-2014, U+2018-201A, U+201C-201E, U+2020-2022, U+2026, U+2030, U+2039-203A, U+2044, U+20AC, U+2122, U+2212, U+FB01-FB02',
  },
  {
    part: 'Latin2',
    range:
      'U+0100-0130, U+0132-0151, U+0154-017F, U+018F, U+0192, U+01A0-01A1, U+01AF-01B0, U+01FA-01FF, U+0218-021B, U+0237, U+0259, U+1E80-1E85, U+1E9E',
  },
  { part: 'Latin3', range: 'U+01CD-01DC, U+1EA0-1EF9, U+20AB' },
  { part: 'Greek', range: 'U+037E, U+0386-03CE' },
  { part: 'Cyrillic', range: 'U+0400-04F9' },
  { part: 'Pi', range: 'U+2070-2089, U+2116, U+2150-215E, U+2190-2199, U+2248, U+2260, U+2264-2265, U+2713' },
]

/**
 * Fonts of phones and computers, drawn as wide as the one that is still on its way, so that lines break at the same
 * words before and after it comes. The percentages compare the width of a Danish text in both.
 */
const STAND_INS = [
  { name: 'Roboto', regular: 101.6, bold: 102 },
  { name: 'Arial', regular: 100.4, bold: 97.3 },
  { name: 'DejaVu Sans', regular: 88.1, bold: 81.5 },
]

/** The files that may write a class, an id or a data attribute. */
export function writersOfStyles(): SourceFile[] {
  return sourceFiles(SCRIPTED, ['.ts', '.js', '.ejs'])
}

/**
 * The design system without the rules for what no page can have: an eighth of it is left, and a phone waits for all of it
 * before it shows a word. Each of its fonts comes in parts, so that a page in Danish needs a fifth of it.
 */
export async function trimmedDesignSystem(): Promise<string> {
  const script = createRequire(import.meta.url).resolve('dkfds')
  const whole = readFileSync(path.join(path.dirname(script), '../css/dkfds.min.css'), 'utf8')
  const sources = writersOfStyles()
  const names = styleNames([{ file: TRIMMED_FILE, text: whole }])
  const unused = new Set(unusedStyles(names, sources).map(({ name }) => name))
  const used = names.filter(({ name }) => !unused.has(name)).map(({ name }) => name.replace(/^[.#[]/, ''))
  const [trimmed] = await new PurgeCSS().purge({
    css: [{ raw: whole.replaceAll(/@font-face\s*\{[^}]*\}/g, '') }],
    content: [
      { raw: [...used, ...elementsIn(sources), ...attributesIn(sources)].join(' '), extension: 'txt' },
    ],
    // Names are found by what the house knows of its own templates; this only divides the list.
    defaultExtractor: (list: string) => list.split(' '),
    keyframes: true,
    variables: true,
  })
  return [
    '/* Made by `npm run styles -- --write` from dkfds, by Digitaliseringsstyrelsen (MIT). */',
    ...FACES.flatMap(fontFaces),
    ...STAND_INS.flatMap(standInFaces),
    addressed(trimmed?.css ?? ''),
    '',
  ].join('\n')
}

function fontFaces({ file, weight, style }: (typeof FACES)[number]): string[] {
  return LETTERS.map(({ part, range }) => {
    const address = `/dkfds/fonts/IBMPlexSans/split/woff2/IBMPlexSans-${file}-${part}.woff2`
    return `@font-face{font-family:"IBM Plex Sans";font-style:${style};font-weight:${weight};font-display:swap;src:url(${address}) format("woff2");unicode-range:${range}}`
  })
}

function standInFaces({ name, regular, bold }: (typeof STAND_INS)[number]): string[] {
  return [
    `@font-face{font-family:"${standInOf(name)}";font-weight:400 500;src:local("${name}");size-adjust:${regular}%}`,
    `@font-face{font-family:"${standInOf(name)}";font-weight:600 700;src:local("${name} Bold");size-adjust:${bold}%}`,
  ]
}

function standInOf(name: string): string {
  return `${name} before Plex`
}

function elementsIn(sources: readonly SourceFile[]): string[] {
  const found = sources.flatMap(({ text }) =>
    [...text.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name = '']) => name),
  )
  return [...new Set([...ALWAYS, ...found])]
}

const ATTRIBUTES = /\b(?:aria-[a-z]+|role|type|open|hidden|disabled|checked|readonly|multiple)\b/g

function attributesIn(sources: readonly SourceFile[]): string[] {
  return [...new Set(sources.flatMap(({ text }) => text.match(ATTRIBUTES) ?? []))]
}

/** Pictures stand beside the design system's own stylesheet, which has another address than ours. */
function addressed(css: string): string {
  const standIns = STAND_INS.map(({ name }) => `"${standInOf(name)}"`).join(',')
  return css
    .replaceAll(/url\((["']?)\.\.\//g, 'url($1/dkfds/')
    .replaceAll(/font-family:"?IBM Plex Sans"?,/g, `font-family:"IBM Plex Sans",${standIns},`)
}
