import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../config.ts'
import { declarationsOf, headOf, moduleOf } from './scripts.ts'
import { templateOf, type Template } from './templates.ts'

const VIEWS = path.join(projectRoot, 'views')
const UNUSED = 6133

export interface Asked {
  /** Only the templates whose names begin so, and what they take from the views' folder. */
  only?: string
  /** Files as they would be, by their path from the project's root. */
  overlay?: ReadonlyMap<string, string>
  /** Where findings are kept, so that the next time only what changed is looked at. */
  cache?: string
}

export function typecheck(asked: Asked = {}): string[] {
  const read = (file: string) => asked.overlay?.get(path.relative(projectRoot, file)) ?? fromDisk(file)
  const readView = (file: string) => read(path.join(VIEWS, file))
  const names = allTemplates().filter((name) => name.startsWith(asked.only ?? ''))
  const templates = withIncluded(names, readView).map((name) => templateOf(name, readView))
  const virtual = new Map([
    [path.join(VIEWS, 'templates.d.ts'), declarationsOf(templates)],
    ...templates.map((template) => [scriptFile(template), moduleOf(template)] as const),
  ])
  const program = programOf((file) => virtual.get(file) ?? read(file), [...virtual.keys()], asked)
  const diagnostics = diagnosticsOf(program, asked)
  if (asked.cache) program.emit()
  const byFile = new Map(templates.map((template) => [scriptFile(template), template]))
  return diagnostics.flatMap((found) => shownAs(found, byFile))
}

function fromDisk(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function allTemplates(): string[] {
  return readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ejs'))
    .map((file) => file.slice(0, -'.ejs'.length))
    .sort()
}

function withIncluded(names: readonly string[], read: (file: string) => string | undefined): string[] {
  const found = new Set(names)
  for (const name of found) {
    const included = read(`${name}.ejs`)?.matchAll(/include\('\/([\w/]+)'[,)]/g) ?? []
    for (const [, part = ''] of included) found.add(part)
  }
  return [...found]
}

function scriptFile({ name }: Template): string {
  return path.join(VIEWS, `${name}.ejs.js`)
}

function programOf(read: (file: string) => string | undefined, roots: string[], { only, cache }: Asked) {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(projectRoot, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
      },
    },
  )
  if (!config) throw new Error('tsconfig.json cannot be read')
  const incremental = cache ? { incremental: true, tsBuildInfoFile: path.resolve(cache) } : {}
  const options = { ...config.options, allowJs: true, checkJs: true, ...incremental }
  const host = ts.createIncrementalCompilerHost(options)
  Object.assign(host, { readFile: read, fileExists: (file: string) => read(file) !== undefined })
  // What is said of all tables at once needs every one of them.
  const asked = config.fileNames.filter((file) => only === undefined || file.endsWith('/tables.ts'))
  const rootNames = [...asked, ...roots]
  return ts.createIncrementalProgram({ rootNames, options, host })
}

/** The builder finds only what changed since the last time; the rest comes from its cache. */
function diagnosticsOf(program: ts.BuilderProgram, { only }: Asked): ts.Diagnostic[] {
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...(only === undefined ? program.getSemanticDiagnostics() : ofViews(program)),
  ]
}

/** Checking the models' queries would take most of the time, and they look the same whichever templates are asked for. */
function ofViews(program: ts.BuilderProgram): ts.Diagnostic[] {
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${VIEWS}/`))
  return files.flatMap((file) => [...program.getSemanticDiagnostics(file)])
}

/** A diagnostic about a template tells its place there. */
function shownAs(found: ts.Diagnostic, templates: ReadonlyMap<string, Template>): string[] {
  const template = found.file && templates.get(found.file.fileName)
  if (!template || found.start === undefined) return [formatted(found)]
  const head = headOf(template).length
  const ofHead = found.start < head
  if (ofHead && found.code === UNUSED) return []
  const file = ts.createSourceFile(`views/${template.name}.ejs`, template.source, ts.ScriptTarget.Latest)
  return [
    formatted({
      ...found,
      file,
      start: ofHead ? 0 : found.start - head,
      length: ofHead ? 0 : (found.length ?? 0),
    }),
  ]
}

function formatted(found: ts.Diagnostic): string {
  const host = {
    getCurrentDirectory: () => projectRoot,
    getCanonicalFileName: (file: string) => file,
    getNewLine: () => '\n',
  }
  return ts.formatDiagnostic(found, host).trimEnd()
}
