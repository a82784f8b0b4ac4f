import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '../../config.ts'

/** Where the two files lie that are handed out: the page, and the same for Node. */
export const PAGE_FILE = path.join(projectRoot, 'public/efterproev/efterproev.html')
export const NODE_FILE = path.join(projectRoot, 'public/efterproev/efterproev.mjs')

const here = path.join(projectRoot, 'bin/verifier')

/** One page without a server or a network: script and style stand in it, and its policy allows these two and nothing else. */
export async function verifierPage(): Promise<string> {
  const script = `\n${await bundled('page.js', 'browser')}`
  const style = `\n${readFileSync(path.join(here, 'page.css'), 'utf8')}`
  const holes: Record<string, string> = {
    script,
    style,
    'script-hash': policyHash(script),
    'style-hash': policyHash(style),
  }
  return readFileSync(path.join(here, 'page.html'), 'utf8').replace(
    /\{\{([a-z-]+)\}\}/g,
    (hole, name: string) => holes[name] ?? hole,
  )
}

export async function verifierForNode(): Promise<string> {
  return `#!/usr/bin/env node\n${await bundled('node_entry.ts', 'node')}`
}

/** Readable on purpose: whoever does not trust the file can read it. */
async function bundled(entry: string, platform: 'browser' | 'node'): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [path.join(here, entry)], bundle: true, write: false, format: 'esm', platform },
    ...{ target: platform === 'node' ? 'node20' : 'es2022', charset: 'utf8', legalComments: 'none' },
    absWorkingDir: projectRoot,
  })
  return outputFiles[0]?.text ?? ''
}

function policyHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
