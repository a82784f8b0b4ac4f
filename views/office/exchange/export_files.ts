export const ROSTER_FILES = ['raadet.xlsx', 'raadet.csv'] as const
export const HISTORY_FILES = ['historik.xlsx', 'historik.csv', 'popolo.json', 'kalender.ics'] as const
export const CONTACT_FILES = ['kontakter-offentlige.vcf', 'kontakter-raadet.vcf'] as const

export type ExportFile =
  (typeof ROSTER_FILES)[number] | (typeof HISTORY_FILES)[number] | (typeof CONTACT_FILES)[number]

export const EXPORT_FILES: readonly ExportFile[] = [...ROSTER_FILES, ...HISTORY_FILES, ...CONTACT_FILES]
