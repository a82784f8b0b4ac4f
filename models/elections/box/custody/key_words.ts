import { KEY_WORDS } from './key_words_list.ts'
import type { ElectionId } from '../../../core/ids.ts'

/** A slip holds as many bytes that nobody can guess; its own key is derived from them. */
export const SEED_BYTES = 16

/** A slip has a word for each byte, and a last word that checks the others. */
export const SLIP_WORDS = SEED_BYTES + 1

/** A slip from before slips had named holders: the first bytes of the hash of the box's public key, and a share. */
export interface OldSlip {
  box: Uint8Array
  share: Uint8Array
}

/** These bytes name the box, at the head of an old slip. */
export const BOX_BYTES = 2

/** A share has 32 bytes of the key, and one that tells the shares apart. */
export const SHARE_BYTES = 33

export const OLD_SLIP_WORDS = BOX_BYTES + SHARE_BYTES + 1

export type Read<Content> =
  | ({ ok: true } & Content)
  | { ok: false; wrong: 'unknown_word'; number: number; word: string }
  | { ok: false; wrong: 'word_count'; count: number; needed: number }
  | { ok: false; wrong: 'checksum' }

/** One word for each byte, and the word that checks them. */
export function wordsFor(bytes: Uint8Array): string[] {
  return [...bytes, checksum([...bytes])].map((byte) => KEY_WORDS[byte] ?? '')
}

/** Capitals, spaces, commas and numbers do not matter; the first four letters of a word are enough. */
export function readSeed(typed: string): Read<{ seed: Uint8Array }> {
  const read = readWords(typed, SLIP_WORDS)
  return read.ok ? { ok: true, seed: read.bytes } : read
}

export function readOldSlip(typed: string): Read<OldSlip> {
  const read = readWords(typed, OLD_SLIP_WORDS)
  if (!read.ok) return read
  const { bytes } = read
  return { ok: true, box: bytes.subarray(0, BOX_BYTES), share: bytes.subarray(BOX_BYTES) }
}

export function slipQrText(electionId: ElectionId, number: number, words: readonly string[]): string {
  return `RB1:${electionId}:${number}:${words.join(' ')}`
}

function readWords(typed: string, needed: number): Read<{ bytes: Uint8Array }> {
  const words = wordsOf(typed)
  for (const [index, word] of words.entries())
    if (byteOf(word) < 0) return { ok: false, wrong: 'unknown_word', number: index + 1, word }
  if (words.length !== needed) return { ok: false, wrong: 'word_count', count: words.length, needed }
  const bytes = words.map(byteOf)
  const content = bytes.slice(0, -1)
  if (checksum(content) !== bytes.at(-1)) return { ok: false, wrong: 'checksum' }
  return { ok: true, bytes: Uint8Array.from(content) }
}

function wordsOf(typed: string): string[] {
  const text = typed.trim().toLowerCase()
  return text.replace(/^rb1:\d+:\d+:/, '').match(/[a-zæøå]+/g) ?? []
}

const BYTES = new Map(KEY_WORDS.map((word, byte) => [word.slice(0, 4), byte]))

function byteOf(word: string): number {
  return BYTES.get(word.slice(0, 4)) ?? -1
}

/** Remainder by x^8+x^4+x^3+x+1: it finds a wrong word, and two swapped ones within 51 places (a slip has fewer). */
function checksum(bytes: readonly number[]): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80 ? ((sum << 1) ^ 0x1b) & 0xff : sum << 1
  }
  return sum
}
