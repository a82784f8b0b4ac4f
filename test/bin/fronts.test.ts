import path from 'node:path'
import { expect } from 'chai'
import ts from 'typescript'
import { filesIn, foldersOf } from '../../bin/house/source.ts'
import { parse } from '../../bin/house/syntax.ts'
import { projectRoot } from '../../config.ts'

describe('The front of a room', () => {
  it('offers what the routes use, and nothing else', () => {
    const files = filesIn(projectRoot, foldersOf(projectRoot), ['.ts'])
    const matching = (names: RegExp) => files.filter(({ name }) => names.test(name)).map(parse)
    const used = new Set(matching(/^(app\.ts$|routes\/)/).flatMap(usedIn))
    const offered = matching(/^(models\/\w+|views\/office\/\w+|routes\/web)\/index\.ts$/).flatMap(offeredBy)
    expect(offered.length).to.be.greaterThan(100)
    expect(offered.filter((one) => !used.has(one))).to.deep.equal([])
  })
})

/** Like `models/people/index.ts: findPerson`. */
function offeredBy({ fileName, statements }: ts.SourceFile): string[] {
  return statements.flatMap((one) =>
    ts.isExportDeclaration(one) && one.exportClause && ts.isNamedExports(one.exportClause)
      ? one.exportClause.elements.map(({ name }) => `${fileName}: ${name.text}`)
      : [],
  )
}

function usedIn(source: ts.SourceFile): string[] {
  return source.statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier, importClause }) => {
    const from = path.posix.join(path.dirname(source.fileName), (moduleSpecifier as ts.StringLiteral).text)
    const named = importClause?.namedBindings
    if (!named) return []
    const names = ts.isNamespaceImport(named)
      ? namesBehind(source, named.name.text)
      : named.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
    return names.map((name) => `${from}: ${name}`)
  })
}

/** `findPerson` for `people.findPerson`, and `Contact` for the type `people.Contact`. */
function namesBehind(source: ts.SourceFile, namespace: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === namespace)
      found.push(node.name.text)
    if (ts.isQualifiedName(node) && node.left.getText(source) === namespace) found.push(node.right.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
