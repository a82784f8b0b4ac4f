import path from 'node:path'
import ts from 'typescript'
import type { Counted } from './lines.ts'
import type { SourceFile } from './source.ts'

export interface Program {
  checker: ts.TypeChecker
  files: { name: string; source: ts.SourceFile }[]
}

export interface Syntax {
  /** Functions with a name, and methods. */
  functions: Counted[]
  casts: string[]
  /** Functions that take ids side by side of which the compiler does not know whose they are. */
  bareIds: string[]
  importLines: number
  tests: Counted[]
}

export function syntaxOf(source: ts.SourceFile, name: string): Syntax {
  const found: Syntax = { functions: [], casts: [], bareIds: [], importLines: 0, tests: [] }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) found.importLines += linesOf(source, node)
    if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body)
      found.functions.push({ where: placeOf(source, name, node), count: linesOf(source, node) })
    if (isCast(node)) found.casts.push(placeOf(source, name, node))
    if (ts.isFunctionLike(node) && node.parameters.filter(isBareId).length > 1)
      found.bareIds.push(placeOf(source, name, node))
    if (isTestCall(source, node))
      found.tests.push({ where: placeOf(source, name, node), count: linesOf(source, node) })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** `as const` says only that nothing changes. */
function isCast(node: ts.Node): boolean {
  return ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)
}

function isBareId({ name, type }: ts.ParameterDeclaration): boolean {
  return (
    ts.isIdentifier(name) && /^id$|(Id|_id)$/.test(name.text) && type?.kind === ts.SyntaxKind.NumberKeyword
  )
}

function isTestCall(source: ts.SourceFile, node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^it(\.only|\.skip)?$/.test(node.expression.getText(source))
}

function linesOf(source: ts.SourceFile, node: ts.Node): number {
  const [first, last] = [node.getStart(source), node.getEnd()].map((at) => lineAt(source, at))
  return (last ?? 0) - (first ?? 0) + 1
}

export function placeOf(source: ts.SourceFile, name: string, node: ts.Node): string {
  return `${name}:${lineAt(source, node.getStart(source)) + 1}`
}

function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line
}

/** Without types. */
export function parse({ name, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
}

export function programOf(root: string, files: readonly SourceFile[]): Program {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root)
  const whole = ({ name }: SourceFile) => path.join(root, name)
  const program = ts.createProgram(files.map(whole), options)
  return {
    checker: program.getTypeChecker(),
    files: files.flatMap((file) => {
      const source = program.getSourceFile(whole(file))
      return source ? [{ name: file.name, source }] : []
    }),
  }
}
