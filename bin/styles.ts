import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../config.ts'
import { TRIMMED_FILE, trimmedDesignSystem, writersOfStyles } from './sources/design_system.ts'
import { sourceFiles } from './sources/source_files.ts'
import { styleNames, unusedStyles } from './sources/style_names.ts'

/**
 * Exits with 1 when one of our stylesheets has a class, id or data attribute that no page can have, or when the design
 * system lacks or has too much of what pages can have. `-- --write` makes the design system's part anew.
 */
async function checkStyles(): Promise<string[]> {
  const ours = sourceFiles(['public/css'], ['.css']).filter(({ file }) => file !== TRIMMED_FILE)
  const unused = unusedStyles(styleNames(ours), writersOfStyles())
  const faults = unused.map(({ file, name }) => `${file}: no page has ${name}`)
  if ((await trimmedDesignSystem()) !== readFileSync(trimmed, 'utf8'))
    faults.push(`${TRIMMED_FILE}: pages have changed; make it anew with \`npm run styles -- --write\``)
  return faults
}

const trimmed = path.join(projectRoot, TRIMMED_FILE)
const { values } = parseArgs({ options: { write: { type: 'boolean' } } })
if (values.write) writeFileSync(trimmed, await trimmedDesignSystem())
const faults = await checkStyles()
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
