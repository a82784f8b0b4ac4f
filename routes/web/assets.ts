import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { projectRoot } from '../../config.ts'
import { sha256 } from '../../models/core/canonical.ts'
import { anyone } from './access.ts'

const publicDir = path.join(projectRoot, 'public')
const dkfdsDir = path.resolve(path.dirname(createRequire(import.meta.url).resolve('dkfds')), '..')
const dkfdsVersion = readVersion(path.join(dkfdsDir, '..', 'package.json'))

const FOREVER = { immutable: true, maxAge: '365d', index: false } as const
const STYLES = 'css/app.css'

/** Addresses change with the content of the files, so browsers may keep them. */
export function serveAssets(app: Express): void {
  app.use(compression())
  app.use(`/dkfds/${dkfdsVersion}`, express.static(dkfdsDir, FOREVER))
  app.use(`/filer/:version/${STYLES}`, sendStyles)
  app.use('/filer/:version', express.static(publicDir, FOREVER))
  app.get('/favicon.ico', anyone, (_req, res) => res.redirect(301, asset('icons/raadsbogen.svg')))
}

function sendStyles(req: Request, res: Response, next: NextFunction): void {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    next()
    return
  }
  res.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').send(styles)
}

const urls = new Map<string, string>()

export function asset(file: string): string {
  const known = urls.get(file)
  if (known !== undefined) return known
  const url = `/filer/${sha256(file === STYLES ? styles : read(file)).slice(0, 12)}/${file}`
  urls.set(file, url)
  return url
}

/** Joined once; `npm run dev` begins anew when a part changes. */
const styles = joinedStyles(STYLES)

export function joinedStyles(file: string): string {
  const imports = [...read(file).matchAll(/^@import '(.+)';$/gm)]
  const parts = imports.map(([, part = '']) => read(path.join(path.dirname(file), part)))
  return parts.join('\n').replaceAll('url(/dkfds/', `url(/dkfds/${dkfdsVersion}/`)
}

function read(file: string): string {
  return readFileSync(path.join(publicDir, file), 'utf8')
}

export const dkfds = (file: string) => `/dkfds/${dkfdsVersion}/${file}`
export const icon = (name: string) => `/dkfds/${dkfdsVersion}/img/all-svg-icons.svg#${name}`

function readVersion(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
