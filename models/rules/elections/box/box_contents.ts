/** @article polling */

/** What was found in the box when it was opened. */
export interface BoxFound {
  /** Sealed by this server for this election, each counted once. */
  genuine: number
  /** Sealed by others, moved from elsewhere, or put in a second time. */
  foreign: number
  codesHash: string
}

/** What the log says of the box as polling closed. */
export interface BoxExpected {
  envelopes: number
  /** Null when polling was closed by a version that wrote down no hash. */
  codesHash: string | null
}

/** How many ballots are not what was put in. All are 0 where only the codes tell that the box is another, or the log. */
export interface BoxDoubt extends Record<'replaced' | 'added' | 'missing', number> {
  /** The log itself was changed, so nobody can say what lay in the box. */
  log?: true
}

/** Counts a foreign ballot as put in the place of a missing one, as long as any is missing; the rest were added. */
export function doubtAbout(found: BoxFound, expected: BoxExpected): BoxDoubt | undefined {
  const gone = Math.max(0, expected.envelopes - found.genuine)
  const surplus = Math.max(0, found.genuine - expected.envelopes)
  const replaced = Math.min(gone, found.foreign)
  const doubt = { replaced, added: found.foreign - replaced + surplus, missing: gone - replaced }
  const isSame = expected.codesHash === null || expected.codesHash === found.codesHash
  const isWhole = Object.values(doubt).every((figure) => figure === 0)
  return isWhole && isSame ? undefined : doubt
}
