/** The parts of "everything about this person", in their order. */
export const INSIGHT_SECTIONS = [
  'contact',
  'publication',
  'memberships',
  'offices',
  'substitutes',
  'candidacies',
  'nominations',
  'grounds',
  'attendance',
  'accounts',
  'duties',
  'imports',
  'log',
] as const
export type InsightSectionKey = (typeof INSIGHT_SECTIONS)[number]
