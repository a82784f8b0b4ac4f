import { KEY_WORDS } from './key_words_list.ts'

/** What a key slip holds, apart from the words it is written in. */
export interface SlipContent {
  /** The first bytes of the box's public key's hash: tells a slip of another box. */
  box: Uint8Array
  /** One share of the key. */
  share: Uint8Array
}

/** Bytes that name the box, at the head of a slip. */
export const BOX_BYTES = 2

/** Bytes of a share: 32 of the key and one that tells the shares apart. */
export const SHARE_BYTES = 33

/** How many words a slip has: what it holds, and one to check the others. */
export const SLIP_WORDS = BOX_BYTES + SHARE_BYTES + 1

export type ReadSlip =
  | ({ ok: true } & SlipContent)
  | { ok: false; wrong: 'unknown_word'; number: number; word: string }
  | { ok: false; wrong: 'word_count'; count: number }
  | { ok: false; wrong: 'checksum' }

/** A slip as words, one for each byte. */
export function slipWords({ box, share }: SlipContent): string[] {
  const bytes = [...box, ...share]
  return [...bytes, checksum(bytes)].map((byte) => KEY_WORDS[byte] ?? '')
}

/**
 * Reads what was typed or scanned from a slip: capitals, spaces, commas and numbers before the words do not matter, and
 * the first four letters of a word are enough. Says which word is wrong, or that they do not fit together.
 */
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

/** What stands in a slip's QR code: which election and slip, and the words. */
export function slipQrText(electionId: number, number: number, words: readonly string[]): string {
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

/**
 * A remainder by an irreducible polynomial (x^8 + x^4 + x^3 + x + 1): it finds any one wrong word, and any two words that
 * have changed places, since the powers of x repeat only after 51 places and a slip is shorter.
 */
function checksum(bytes: readonly number[]): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80 ? ((sum << 1) ^ 0x1b) & 0xff : sum << 1
  }
  return sum
}
