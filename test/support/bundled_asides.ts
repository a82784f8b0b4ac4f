import { buildSync } from 'esbuild'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleAsides } from '../../models/core/aside.ts'

const made = new Map<string, string>()
let folder: string | undefined

/** A process aside is started at every slip that is typed. From one file it is there in a third of the time. */
export function bundleForTests(): void {
  bundleAsides((source) => {
    // What draws finds its fonts from where it stands.
    if (source.includes(`${path.sep}views${path.sep}`)) return undefined
    const known = made.get(source)
    if (known !== undefined) return known
    folder ??= newFolder()
    const outfile = path.join(folder, `${path.basename(source, '.ts')}.mjs`)
    buildSync({
      entryPoints: [source],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // CommonJS packages inside ask for Node's own modules by `require`.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
      },
    })
    made.set(source, outfile)
    return outfile
  })
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-asides-'))
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
