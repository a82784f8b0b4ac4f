/** @article electionTie, ballotOrder */

import type { CandidacyId } from '../../core/ids.ts'

/** A name in a draw; the id is that of its candidacy. */
export interface Drawn {
  id: CandidacyId
  name: string
}

/** The inputs of a draw: the secret that was committed to, and the words that a person in the room said afterwards. */
export interface DrawInputs {
  seed: string
  words: string
}

export interface DrawLine extends Drawn {
  /** SHA-256 of `drawText`, as lower-case hex. */
  hash: string
}

/** SHA-256 of a text in UTF-8, as lower-case hex. The caller passes it in: a rule does no cryptography of its own. */
export type Hash = (text: string) => string

/** The text whose SHA-256 decides the place of a name: `seed:words:id:name`. Any person can hash it with any tool. */
export function drawText({ seed, words }: DrawInputs, { id, name }: Drawn): string {
  return `${seed}:${words}:${id}:${name}`
}

/**
 * The order that a draw gives: the smallest hash first. No person can choose it: the seed was committed to before the
 * words were said, and the words were said before the seed was shown. The order of the input does not matter.
 */
export function drawOrder(among: readonly Drawn[], inputs: DrawInputs, hash: Hash): DrawLine[] {
  return among
    .map(({ id, name }) => ({ id, name, hash: hash(drawText(inputs, { id, name })) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.id - b.id))
}

/** The words as they are hashed: in one Unicode form, with single spaces and none at the ends. */
export function plainWords(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/g, ' ')
}
