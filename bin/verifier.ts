import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NODE_FILE, PAGE_FILE, verifierForNode, verifierPage } from './verifier/build.ts'

mkdirSync(path.dirname(PAGE_FILE), { recursive: true })
writeFileSync(PAGE_FILE, await verifierPage())
writeFileSync(NODE_FILE, await verifierForNode())
chmodSync(NODE_FILE, 0o755)
process.stdout.write(`written: ${PAGE_FILE}, ${NODE_FILE}\n`)
