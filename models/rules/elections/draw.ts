/** @article electionTie, ballotOrder */

/** A name in a draw, by the id of its candidacy. */
export interface Drawn {
  id: number
  name: string
}

/** What a draw is worked out from: the secret that was committed to, and what a person in the room said afterwards. */
export interface DrawInputs {
  seed: string
  words: string
}

export interface DrawLine extends Drawn {
  /** SHA-256 of `drawText`, as lower-case hex. */
  hash: string
}

/** SHA-256 of a text in UTF-8, as lower-case hex. Handed in, since a rule does no cryptography of its own. */
export type Hash = (text: string) => string

/** The text whose SHA-256 decides a name's place: `seed:words:id:name`. Anybody can hash it with any tool. */
export function drawText({ seed, words }: DrawInputs, { id, name }: Drawn): string {
  return `${seed}:${words}:${id}:${name}`
}

/**
 * The order that a draw gives: the smallest hash first. Nobody can choose it: the seed was committed to before anybody
 * had said the words, and the words were said before anybody had seen the seed. The order of the input does not matter.
 */
export function drawOrder(among: readonly Drawn[], inputs: DrawInputs, hash: Hash): DrawLine[] {
  return among
    .map(({ id, name }) => ({ id, name, hash: hash(drawText(inputs, { id, name })) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.id - b.id))
}

/** The words as they are hashed: written in one way, without space around and with single spaces between. */
export function plainWords(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/g, ' ')
}
