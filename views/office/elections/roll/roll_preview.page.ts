import type { Election } from '../../../../models/elections/elections.ts'
import type { ImportPreview } from '../../../../models/elections/roll/import.ts'
import type { RollLine } from '../../../../models/elections/roll/lines.ts'
import type { Cell } from '../../../partials/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface RollPreviewPage {
  head: ElectionHead
  action: string
  back: string
  good: number
  bad: number
  letters: ImportPreview['letters']
  text: string
  columns: { text: string }[]
  /** A table without rows is left out. */
  tables: { id: 'bad' | 'good'; caption: string; rows: Cell[][] }[]
}

export function rollPreviewPage(
  reader: Reader,
  election: Election,
  { lines, good, letters, text }: ImportPreview,
): RollPreviewPage {
  const { t } = reader
  const [no, yes] = [lines.filter(({ fault }) => fault !== null), lines.filter(({ fault }) => fault === null)]
  const tableOf = (id: 'bad' | 'good', some: readonly RollLine[]) => {
    return { id, caption: t(`roll.import.${id}_caption`), rows: some.map((line) => cellsOf(reader, line)) }
  }
  return {
    head: headOf(reader, election),
    action: paths.rollImport(election.id),
    back: paths.roll(election.id),
    good,
    bad: lines.length - good,
    letters,
    text,
    columns: ['roll.import.line', 'roll.name', 'roll.note', 'roll.import.what'].map((key) => ({
      text: t(key),
    })),
    tables: [tableOf('bad', no), tableOf('good', yes)].filter(({ rows }) => rows.length > 0),
  }
}

function cellsOf(reader: Reader, line: RollLine): Cell[] {
  const nameless = line.fault === 'looks_like_cpr' ? reader.t('roll.import.not_shown') : '–'
  return [line.line, line.name || nameless, line.note ?? '', whatOf(reader, line)]
}

function whatOf({ t }: Reader, { fault, name, sameAs }: RollLine): string {
  if (fault === null) return t('roll.import.comes')
  return fault === 'twice_in_file'
    ? t('roll.import.same_as', { line: sameAs })
    : t(`roll.import.fault.${fault}`, { name })
}
