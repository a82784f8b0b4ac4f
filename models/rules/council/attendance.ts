/** @article quorum */

/** What is written down about a member at a meeting; nothing yet is null. */
export type Mark = 'present' | 'excused' | 'absent' | 'left' | null

/**
 * How many members are in the room: those who came and have not left. Unknown until somebody is written down as present,
 * gone or absent: apologies that were sent beforehand say nothing about the others. Takes one mark for each member.
 */
export function membersPresent(marks: readonly Mark[]): number | 'unknown' {
  const everybodyExcused = marks.length > 0 && marks.every((mark) => mark === 'excused')
  const known = everybodyExcused || marks.some((mark) => mark !== null && mark !== 'excused')
  return known ? marks.filter((mark) => mark === 'present').length : 'unknown'
}
