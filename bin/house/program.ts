import path from 'node:path'
import ts from 'typescript'
import type { SourceFile } from './source.ts'

/** Without types. */
export function parse({ name, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
}

export interface Program {
  checker: ts.TypeChecker
  files: { name: string; source: ts.SourceFile }[]
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
