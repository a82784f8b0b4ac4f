export interface SlipFieldsPart {
  /** `words` is the number on each slip. */
  options: { count: number; words: number }
}
