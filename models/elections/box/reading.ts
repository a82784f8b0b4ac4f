import { Refused } from '../../core/errors.ts'
import type { Read } from './custody/key_words.ts'

/** Refuses words that are no slip, and says which of them is wrong. */
export function requireRead<Content>(read: Read<Content>, field: string): Content {
  if (read.ok) return read
  if (read.wrong === 'unknown_word')
    throw new Refused('slip_unknown_word', { number: read.number, word: read.word }, field)
  if (read.wrong === 'word_count')
    throw new Refused('slip_word_count', { typed: read.count, needed: read.needed }, field)
  throw new Refused('slip_checksum', {}, field)
}
