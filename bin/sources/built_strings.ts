import ts from 'typescript'
import type { SourceFile } from './source_files.ts'
import { templateScript } from './template_script.ts'

/** Stands for the variable part of a built string. */
export const HOLE = '…'

export interface BuiltString {
  text: string
  file: string
  /** The function whose first argument it is, or the property whose value it is. */
  givenTo: string | undefined
}

/** Finds literals, templates, and what `+` joins, once for each branch of a choice inside. */
export function builtStrings({ file, text }: SourceFile): BuiltString[] {
  const found: BuiltString[] = []
  const script = file.endsWith('.ejs') ? templateScript(text) : text
  const kind = file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS
  visit(ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, kind))
  return found

  function visit(node: ts.Node): void {
    if (isBuilt(node) && !isPartOfBuilt(node)) {
      for (const text of textsOf(node)) found.push({ text, file, givenTo: receiver(node) })
    }
    ts.forEachChild(node, visit)
  }
}

type Built = ts.StringLiteralLike | ts.TemplateExpression | ts.BinaryExpression

function isBuilt(node: ts.Node): node is Built {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || isSum(node)
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken
}

function isPartOfBuilt(node: ts.Node): boolean {
  const { parent } = node
  return ts.isParenthesizedExpression(parent)
    ? isPartOfBuilt(parent)
    : isSum(parent) || ts.isTemplateSpan(parent)
}

/** An unknown part is a HOLE. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.flatMap((span) => [textsOf(span.expression), [span.literal.text]])
    return joined([[node.head.text], ...spans])
  }
  if (isSum(node)) return joined([textsOf(node.left), textsOf(node.right)])
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  return [HOLE]
}

function joined(parts: readonly (readonly string[])[]): string[] {
  const all = parts.reduce<string[]>(
    (beginnings, ends) => beginnings.flatMap((beginning) => ends.map((end) => `${beginning}${end}`)),
    [''],
  )
  return all.map((text) => text.replaceAll(/…+/g, HOLE))
}

function receiver(node: ts.Expression): string | undefined {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent)) return receiver(parent)
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return receiver(parent)
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) return parent.name.getText()
  if (ts.isCallExpression(parent) && parent.arguments[0] === node) return calledName(parent.expression)
  return undefined
}

function calledName(callee: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text
  return ts.isIdentifier(callee) ? callee.text : undefined
}
