import ts from 'typescript'
import { placeOf, type Program } from './syntax.ts'

/** A closed list of words, like the states of an election, that only their room names. */
export interface Words {
  /** The type, as it is exported, and by which file. */
  type: string
  file: string
  /** Where they may be named: files, and folders with a `/` at the end. */
  room: readonly string[]
}

/** Finds places where a word is written for what it means in the list, not by chance. */
export function namedOutside({ checker, files }: Program, list: Words): string[] {
  const words = wordsOf(checker, files, list)
  return files
    .filter(
      ({ name }) =>
        !list.room.some((place) => name === place || (place.endsWith('/') && name.startsWith(place))),
    )
    .flatMap(({ name, source }) => literalsIn(checker, source, name, words))
}

function wordsOf(
  checker: ts.TypeChecker,
  files: Program['files'],
  { file, type }: Words,
): ReadonlySet<string> {
  const source = files.find(({ name }) => name === file)?.source
  const module = source && checker.getSymbolAtLocation(source)
  const symbol = module && checker.getExportsOfModule(module).find(({ name }) => name === type)
  const words = symbol ? textsIn(checker.getDeclaredTypeOfSymbol(symbol)) : []
  if (words.length === 0) throw new Error(`${file} exports no list of words ${type}`)
  return new Set(words)
}

function literalsIn(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  name: string,
  words: ReadonlySet<string>,
): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && words.has(node.text) && isMeant(checker, node, words))
      found.push(`${placeOf(source, name, node)} '${node.text}'`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isMeant(checker: ts.TypeChecker, node: ts.StringLiteralLike, words: ReadonlySet<string>): boolean {
  if (ts.isLiteralTypeNode(node.parent)) return false
  const types = [checker.getContextualType(node), comparedWith(checker, node)]
  return types.some((type) => type !== undefined && isList(type, words)) || isListedApart(node, words)
}

/** The type on the other side of `===`, of a `switch`, or of `[…].includes(…)`. */
function comparedWith(checker: ts.TypeChecker, node: ts.StringLiteralLike): ts.Type | undefined {
  const { parent } = node
  if (ts.isBinaryExpression(parent) && isComparison(parent.operatorToken.kind))
    return checker.getTypeAtLocation(parent.left === node ? parent.right : parent.left)
  if (ts.isCaseClause(parent)) return checker.getTypeAtLocation(parent.parent.parent.expression)
  const call = ts.isArrayLiteralExpression(parent) ? includesCall(parent) : undefined
  return call && checker.getTypeAtLocation(call)
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
}

function includesCall({ parent }: ts.ArrayLiteralExpression): ts.Expression | undefined {
  const isIncludes = ts.isPropertyAccessExpression(parent) && parent.name.text === 'includes'
  return isIncludes && ts.isCallExpression(parent.parent) ? parent.parent.arguments[0] : undefined
}

/** Several words of the list and no other in one array: only the list has them together. */
function isListedApart({ parent }: ts.StringLiteralLike, words: ReadonlySet<string>): boolean {
  return (
    ts.isArrayLiteralExpression(parent) &&
    parent.elements.length > 1 &&
    parent.elements.every((element) => ts.isStringLiteralLike(element) && words.has(element.text))
  )
}

/** True for the list, or a part of it. A type of one word may be anything's. */
function isList(type: ts.Type, words: ReadonlySet<string>): boolean {
  const texts = textsIn(type)
  return texts.length > 1 && texts.every((text) => words.has(text))
}

function textsIn(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type]
  const rest = parts.filter(({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0)
  return rest.every((part) => part.isStringLiteral()) ? rest.map(({ value }) => value) : []
}
