import { paths } from '../../paths.ts'

export interface OpenDataPage {
  /** An address in full, for copying. */
  example: string
  sets: { key: string; href: string }[]
}

const SETS = ['raad', 'pladser', 'medlemskaber', 'valg', 'vedtaegter', 'popolo.json', 'kalender.ics']

export function openDataPage(baseUrl: string): OpenDataPage {
  return {
    example: `${baseUrl}${paths.openDataOf('raad')}?dato=2026-03-01`,
    sets: SETS.map((name) => ({ key: name.replace('.', '_'), href: paths.openDataOf(name) })),
  }
}
