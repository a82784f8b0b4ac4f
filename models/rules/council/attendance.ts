/** @article quorum */

/** The attendance of a member at a meeting; null when nothing is written down yet. */
export type Mark = 'present' | 'excused' | 'absent' | 'left' | null

/**
 * How many members are in the room: those who came and have not left. Returns 'unknown' until a member is marked as
 * present, gone or absent: apologies sent beforehand say nothing about the other members. Takes one mark for each
 * member.
 */
export function membersPresent(marks: readonly Mark[]): number | 'unknown' {
  const everybodyExcused = marks.length > 0 && marks.every((mark) => mark === 'excused')
  const known = everybodyExcused || marks.some((mark) => mark !== null && mark !== 'excused')
  return known ? marks.filter((mark) => mark === 'present').length : 'unknown'
}
