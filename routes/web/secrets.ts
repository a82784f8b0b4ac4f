import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import { inBackground } from '../../models/core/jobs.ts'
import { forLog } from './log.ts'
import type { Request, RequestHandler, Response } from 'express'

/** More than any form with secrets sends. */
const MOST_BYTES = 200_000

/** Of this process alone: the same secret has the same mark, so that a second click is known. */
const MARK_KEY = randomBytes(32)

const [AND, EQUALS, PLUS, PERCENT, SPACE] = [...Buffer.from('&=+% ')] as [
  number,
  number,
  number,
  number,
  number,
]

/**
 * Reads forms with secret fields before anything makes text of them: text stays in memory until it is cleared away, and cannot
 * be overwritten. A secret's field holds a mark in its place; `secretOf` gives the bytes, which go when the answer is sent.
 */
export function readSecrets(of: { forms: RegExp; fields: RegExp }): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'POST' || !of.forms.test(req.path)) {
      next()
      return
    }
    res.once('close', () => {
      forgetSecrets(req)
      inBackground(req.db, overwriteReceived()).catch((error: unknown) => {
        req.house.log.error(
          { error: forLog(error) },
          'what a form with secrets left could not be overwritten',
        )
      })
    })
    void readForm(req, of.fields).then(() => {
      next()
    }, next)
  }
}

/** The bytes that were sent in a field that now holds `mark`; none for an empty field. They go with the answer. */
export function secretOf(req: Request, mark: string | undefined): Buffer {
  return (mark === undefined ? undefined : req.secrets?.get(mark)) ?? Buffer.alloc(0)
}

/** Has these bytes stand in the page that is sent next, where it shows the mark that is returned. They go with the answer. */
export function hideIn(req: Request, res: Response, bytes: Buffer): string {
  if (!req.secrets) {
    req.secrets = new Map()
    res.once('close', () => {
      forgetSecrets(req)
    })
  }
  return keep(req.secrets, bytes)
}

function keep(secrets: Map<string, Buffer>, bytes: Buffer): string {
  const mark = `secret-${createHmac('sha256', MARK_KEY).update(bytes).digest('hex')}`
  secrets.get(mark)?.fill(0)
  secrets.set(mark, bytes)
  return mark
}

/** Sends a page in which marks stand for what was typed, so that it can be mended. */
export function sendWithSecrets(req: Request, res: Response, html: string): void {
  const pieces: Buffer[] = []
  let rest = html
  for (let at = rest.search(MARK); at >= 0; at = rest.search(MARK)) {
    const mark = MARK.exec(rest)?.[0] ?? ''
    pieces.push(Buffer.from(rest.slice(0, at)), escaped(req.secrets?.get(mark) ?? Buffer.alloc(0)))
    rest = rest.slice(at + mark.length)
  }
  sendPieces(res, [...pieces, Buffer.from(rest)])
}

/** Neither packed nor kept on the way, since that would copy them; overwritten when they have been sent. */
export function sendPieces(res: Response, pieces: readonly Buffer[]): void {
  res.set('Cache-Control', 'no-store, no-transform')
  res.once('close', () => {
    for (const piece of pieces) piece.fill(0)
  })
  for (const piece of pieces) if (piece.length > 0) res.write(piece)
  res.end()
}

const MARK = /secret-[0-9a-f]{64}/

async function readForm(req: Request, secret: RegExp): Promise<void> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MOST_BYTES) throw Object.assign(new Error('too large'), { status: 413 })
  }
  const body = Buffer.concat(chunks)
  for (const chunk of chunks) chunk.fill(0)
  const plain: string[] = []
  const secrets = new Map<string, Buffer>()
  for (const [start, end] of fieldsIn(body)) {
    const equals = body.indexOf(EQUALS, start)
    const split = equals < 0 || equals > end ? end : equals
    const name = body.subarray(start, split).toString('latin1')
    if (!secret.test(name)) {
      plain.push(body.subarray(start, end).toString('latin1'))
      continue
    }
    const value = decoded(body.subarray(Math.min(split + 1, end), end))
    if (value.every((byte) => byte <= SPACE)) continue
    plain.push(`${name}=${keep(secrets, value)}`)
  }
  body.fill(0)
  req.secrets = secrets
  req.body = { ...parse(plain.join('&')) }
}

function fieldsIn(body: Buffer): [number, number][] {
  const fields: [number, number][] = []
  for (let start = 0; start < body.length;) {
    const and = body.indexOf(AND, start)
    const end = and < 0 ? body.length : and
    fields.push([start, end])
    start = end + 1
  }
  return fields
}

/** As forms are sent: a plus is a space, and a percent sign begins a byte of two digits. */
function decoded(sent: Buffer): Buffer {
  const bytes = Buffer.alloc(sent.length)
  let length = 0
  for (let at = 0; at < sent.length; at += 1) {
    const byte = sent[at] ?? 0
    const high = byte === PERCENT ? digit(sent[at + 1]) : -1
    const low = byte === PERCENT ? digit(sent[at + 2]) : -1
    const isCoded = high >= 0 && low >= 0
    bytes[length] = isCoded ? high * 16 + low : byte === PLUS ? SPACE : byte
    if (isCoded) at += 2
    length += 1
  }
  const value = Buffer.from(bytes.subarray(0, length))
  bytes.fill(0)
  return value
}

function digit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

const ENTITIES = new Map(Array.from(Buffer.from('&<>"\''), (sign) => [sign, Buffer.from(`&#${sign};`)]))

function escaped(bytes: Buffer): Buffer {
  const safe = Buffer.alloc(bytes.length * 5)
  let length = 0
  for (const byte of bytes) {
    const entity = ENTITIES.get(byte)
    if (entity) length += entity.copy(safe, length)
    else safe[length++] = byte
  }
  const value = Buffer.from(safe.subarray(0, length))
  safe.fill(0)
  return value
}

function forgetSecrets(req: Request): void {
  for (const secret of req.secrets?.values() ?? []) secret.fill(0)
  req.secrets?.clear()
}

/** Four times what Node reads at once. */
const FILLING = Buffer.alloc(262_144)

/**
 * Node reads the forms of all connections into one piece of memory and leaves each there until the next one is as long. A
 * request to itself overwrites it.
 */
async function overwriteReceived(): Promise<void> {
  const server = createServer((req, res) => {
    req.resume().on('end', () => res.end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sent = request({ port, host: '127.0.0.1', method: 'POST', agent: false }).end(FILLING)
  const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream]
  answer.resume()
  server.close()
}
