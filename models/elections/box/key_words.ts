import { KEY_WORDS } from './key_words_list.ts'
import type { ElectionId } from '../../core/ids.ts'

export interface SlipContent {
  /** The first bytes of the hash of the box's public key: they tell a slip of another box. */
  box: Uint8Array
  share: Uint8Array
}

/** These bytes name the box, at the head of a slip. */
export const BOX_BYTES = 2

/** A share has 32 bytes of the key, and one that tells the shares apart. */
export const SHARE_BYTES = 33

/** A slip has a word for each byte, and a last word that checks the others. */
export const SLIP_WORDS = BOX_BYTES + SHARE_BYTES + 1

export type ReadSlip =
  | ({ ok: true } & SlipContent)
  | { ok: false; wrong: 'unknown_word'; number: number; word: string }
  | { ok: false; wrong: 'word_count'; count: number }
  | { ok: false; wrong: 'checksum' }

/** One word for each byte. */
export function slipWords({ box, share }: SlipContent): string[] {
  const bytes = [...box, ...share]
  return [...bytes, checksum(bytes)].map((byte) => KEY_WORDS[byte] ?? '')
}

/** Capitals, spaces, commas and numbers do not matter; the first four letters of a word are enough. */
export function readSlip(typed: string): ReadSlip {
  const words = wordsOf(typed)
  for (const [index, word] of words.entries())
    if (byteOf(word) < 0) return { ok: false, wrong: 'unknown_word', number: index + 1, word }
  if (words.length !== SLIP_WORDS) return { ok: false, wrong: 'word_count', count: words.length }
  const bytes = words.map(byteOf)
  const content = bytes.slice(0, -1)
  if (checksum(content) !== bytes.at(-1)) return { ok: false, wrong: 'checksum' }
  return {
    ok: true,
    box: Uint8Array.from(content.slice(0, BOX_BYTES)),
    share: Uint8Array.from(content.slice(BOX_BYTES)),
  }
}

export function slipQrText(electionId: ElectionId, number: number, words: readonly string[]): string {
  return `RB1:${electionId}:${number}:${words.join(' ')}`
}

function wordsOf(typed: string): string[] {
  const text = typed.trim().toLowerCase()
  return text.replace(/^rb1:\d+:\d+:/, '').match(/[a-zæøå]+/g) ?? []
}

const BYTES = new Map(KEY_WORDS.map((word, byte) => [word.slice(0, 4), byte]))

function byteOf(word: string): number {
  return BYTES.get(word.slice(0, 4)) ?? -1
}

/** Remainder by x^8+x^4+x^3+x+1: it finds a wrong word, and two swapped ones within 51 places (a slip has 36). */
function checksum(bytes: readonly number[]): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80 ? ((sum << 1) ^ 0x1b) & 0xff : sum << 1
  }
  return sum
}
