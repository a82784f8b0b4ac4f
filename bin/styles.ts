import { sourceFiles } from './sources/source_files.ts'
import { styleNames, unusedStyles } from './sources/style_names.ts'

/** Exits with 1 when a stylesheet has a class, id or data attribute that no page can have. */
function checkStyles(): string[] {
  const sources = sourceFiles(['models', 'public/js', 'routes', 'views'], ['.ts', '.js', '.ejs'])
  return unusedStyles(styleNames(sourceFiles(['public/css'], ['.css'])), sources).map(
    ({ file, name }) => `${file}: no page has ${name}`,
  )
}

const faults = checkStyles()
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
