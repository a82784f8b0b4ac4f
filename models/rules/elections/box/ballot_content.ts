/** @article marks */

import { type CandidacyId, type ElectionId, idOf } from '../../../core/ids.ts'
import { crossesWrong, type Crosses } from '../marks.ts'

/** The content of a ballot, before it is sealed and after it is opened. */
export interface BallotContent {
  election: ElectionId
  /** The ids of the marked candidacies; empty for a blank ballot. */
  marks: readonly CandidacyId[]
}

/** A ballot with the proof that this program sealed it. */
export interface SignedBallot extends BallotContent {
  /** Random, and never twice. */
  nonce: string
  proof: string
}

/** The length of the longest id of a table, with its comma. */
const ID_LENGTH = 11

/** The text of a ballot with its proof. The marks come in ascending order. */
export function ballotText({ election, marks, nonce, proof }: SignedBallot): string {
  const sorted = [...marks].sort((a, b) => a - b).join(',')
  return `{"election":${election},"marks":[${sorted}],"nonce":"${nonce}","proof":"${proof}"}`
}

/**
 * The length in bytes that every ballot of an election is made before it is sealed: longer than any that can be cast,
 * so that the length of a sealed one tells nothing.
 */
export function ballotLength(marksMax: number): number {
  return 160 + ID_LENGTH * marksMax
}

const WRITTEN =
  /^\{"election":([1-9]\d{0,9}),"marks":\[((?:[1-9]\d{0,9}(?:,[1-9]\d{0,9})*)?)\](?:,"nonce":"([\w-]{22})","proof":"([\w.-]{52})")?\}$/

/**
 * The content of a ballot; nonce and proof are empty in a box from before there were proofs. Returns undefined when no
 * ballot has such a text.
 */
export function readBallot(text: string): SignedBallot | undefined {
  const found = WRITTEN.exec(text)
  if (!found) return undefined
  const [, election = '', marks = '', nonce = '', proof = ''] = found
  const marked = marks === '' ? [] : marks.split(',').map((mark) => idOf<CandidacyId>(Number(mark)))
  return { election: idOf<ElectionId>(Number(election)), marks: marked, nonce, proof }
}

export type ChoiceWrong =
  'booth_nothing_chosen' | 'booth_too_few' | 'booth_too_many' | 'booth_unknown_candidate'

/** Why these marks cannot be cast. A blank ballot is chosen as such, so that no voter casts one by accident. */
export function choiceWrong(
  { marks, blank }: { marks: readonly CandidacyId[]; blank: boolean },
  election: { candidacyIds: readonly CandidacyId[]; crosses: Crosses },
): ChoiceWrong | undefined {
  if (blank ? marks.length > 0 : marks.length === 0) return 'booth_nothing_chosen'
  if (new Set(marks).size !== marks.length) return 'booth_unknown_candidate'
  if (!marks.every((id) => election.candidacyIds.includes(id))) return 'booth_unknown_candidate'
  const wrong = blank ? undefined : crossesWrong(marks.length, election.crosses)
  return wrong && `booth_${wrong}`
}

/** The number that the sentence about a wrong choice names. */
export function crossesMeant(wrong: ChoiceWrong, { min, max }: Crosses): number {
  return wrong === 'booth_too_few' ? min : max
}
