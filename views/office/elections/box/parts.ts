/** What each part of this folder takes. */

export interface SlipFieldsPart {
  /** How many slips, and how many words on each. */
  options: { count: number; words: number }
}
