import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { canonicalJson, type Json } from '../../models/core/canonical.ts'

/** Signs with the first of the secrets, and accepts the signature of each. */
export interface Seals {
  seal(text: string): string
  isWhole(text: string, mark: string): boolean
}

export function sealsFrom(secrets: readonly [string, ...string[]]): Seals {
  const markOf = (secret: string, text: string) =>
    createHmac('sha256', `seal:${secret}`).update(text, 'utf8').digest('base64url')
  return {
    seal: (text) => markOf(secrets[0], text),
    isWhole: (text, mark) => secrets.some((secret) => areSame(markOf(secret, text), mark)),
  }
}

function areSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Signed, not encrypted: a reader can see the value, so it must hold no secret. */
export function seal(req: Request, value: Json): string {
  const text = Buffer.from(canonicalJson(value), 'utf8').toString('base64url')
  return `${text}.${req.house.seals.seal(text)}`
}

/** Returns undefined when the text was not sealed here. */
export function unseal(req: Request, sealed: string): unknown {
  const [text = '', mark = ''] = sealed.split('.')
  if (!req.house.seals.isWhole(text, mark)) return undefined
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
}
