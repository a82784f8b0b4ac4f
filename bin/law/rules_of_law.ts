import path from 'node:path'
import ts from 'typescript'
import { sourceFiles } from '../sources/source_files.ts'

export interface RuleOfLaw {
  name: string
  file: string
  articles: string[]
  tests: string[]
}

/** Tools carry no law of their own. */
const TOOLS = 'models/rules/core/'

/** One `@article` at the top of a file holds for its functions that name no article themselves. */
export function rulesOfLaw(): RuleOfLaw[] {
  const tests = sourceFiles(['test'], ['.test.ts'])
  return sourceFiles(['models/rules'], ['.ts'])
    .filter(({ file }) => !file.startsWith(TOOLS))
    .flatMap(({ file, text }) =>
      rulesIn(file, text).map((rule) => ({ ...rule, tests: testsOf(rule, tests) })),
    )
}

export function rulesIn(file: string, text: string): Omit<RuleOfLaw, 'tests'>[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const ofFile = namesIn(/^\/\*\* @article (.*?) \*\/\n\n/m.exec(text)?.[1] ?? '')
  return source.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !statement.name || !isExported(statement)) return []
    const own = tagsOf(statement).flatMap(namesIn)
    return [{ name: statement.name.text, file, articles: own.length > 0 ? own : ofFile }]
  })
}

function isExported(statement: ts.FunctionDeclaration): boolean {
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function tagsOf(statement: ts.FunctionDeclaration): string[] {
  return ts
    .getJSDocTags(statement)
    .filter(({ tagName }) => tagName.text === 'article')
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
}

function namesIn(tag: string): string[] {
  return tag
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Prefers the tests of the rules; else a test that imports the function, or that has its file. */
function testsOf(
  { name, file }: { name: string; file: string },
  tests: readonly { file: string; text: string }[],
): string[] {
  const base = path.posix.basename(file).replaceAll('.', '[.]')
  const room = path.posix.relative('models/rules', path.posix.dirname(file))
  const imports = new RegExp(`import (?:type )?\\{([^}]*)\\} from '[^']*/rules/${room}/${base}'`)
  const ofFile = tests.filter(({ text }) => imports.test(text))
  const own = ofFile.filter(({ text }) => imports.exec(text)?.[1]?.match(new RegExp(`\\b${name}\\b`)))
  const ofLaw = own.filter((test) => test.file.startsWith('test/models/rules/'))
  const found = [ofLaw, own, ofFile].find(({ length }) => length > 0) ?? []
  return found.map((test) => test.file)
}
