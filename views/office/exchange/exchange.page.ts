import type { IsoDate } from '../../../models/core/dates.ts'
import type { ImportListed } from '../../../models/exchange/import/imports.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { CONTACT_FILES, HISTORY_FILES, ROSTER_FILES, type ExportFile } from './export_files.ts'

export interface ExchangePage {
  day: IsoDate
  files: { part: 'roster' | 'history' | 'contacts'; links: FileLink[] }[]
  templates: Omit<FileLink, 'hint'>[]
  uploadAction: string
  imports: ImportLine[]
}

interface FileLink {
  href: string
  text: string
  hint: string | null
}

interface ImportLine {
  href: string
  name: string
  state: string
  tag: 'success' | 'warning' | 'plain'
  by: string
  on: IsoDate
}

export function exchangePage(
  reader: Reader,
  asked: IsoDate | undefined,
  imports: readonly ImportListed[],
): ExchangePage {
  const { t, today } = reader
  const day = asked ?? today
  return {
    day,
    files: [
      { part: 'roster', links: ROSTER_FILES.map((name) => fileLink(reader, name, day)) },
      { part: 'history', links: HISTORY_FILES.map((name) => fileLink(reader, name)) },
      { part: 'contacts', links: CONTACT_FILES.map((name) => fileLink(reader, name, day)) },
    ],
    templates: ['xlsx', 'csv'].map((kind) => ({
      href: paths.importTemplate(`medlemmer.${kind}`),
      text: t(`exchange.template.${kind}`),
    })),
    uploadAction: paths.newImport,
    imports: imports.map((one) => importLine(reader, one)),
  }
}

function fileLink({ t }: Reader, name: ExportFile, day?: IsoDate): FileLink {
  const key = name.replace(/[.-]/g, '_')
  return {
    href: `${paths.exportFile(name)}${day === undefined ? '' : `?dato=${day}`}`,
    text: t(`exchange.files.${key}`),
    hint: HINTED.includes(name) ? t(`exchange.file_hints.${key}`) : null,
  }
}

const HINTED: readonly ExportFile[] = [...CONTACT_FILES, 'popolo.json', 'kalender.ics']

function importLine({ t }: Reader, one: ImportListed): ImportLine {
  return {
    href: paths.importFile(one.id),
    name: one.file_name,
    state: t(`exchange.list.states.${one.state}`),
    tag: TAGS[one.state],
    by: one.undone_by ?? one.stored_by ?? one.made_by,
    on: one.undone_on ?? one.stored_on ?? one.made_on,
  }
}

const TAGS = { stored: 'success', draft: 'warning', undone: 'plain' } as const
