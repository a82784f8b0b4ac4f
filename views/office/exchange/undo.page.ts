import type { ImportListed } from '../../../models/exchange/import/imports.ts'
import type { ImportCounts } from '../../../models/exchange/import/plan/counts.ts'
import type { BuiltOn } from '../../../models/exchange/import/undoing.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface UndoPage {
  name: string
  action: string
  back: string
  what: string
  inTheWay: string | null
}

export function undoPage(
  { t }: Reader,
  { id, file_name: name }: Pick<ImportListed, 'id' | 'file_name'>,
  counts: ImportCounts | undefined,
  builtOn: BuiltOn | undefined,
): UndoPage {
  const { memberships = 0, people = 0 } = counts ?? {}
  return {
    name,
    action: paths.importUndo(id),
    back: paths.importFile(id),
    what: t('exchange.undo.what', { memberships, people }),
    inTheWay: builtOn ? t(`refusals.${builtOn.reason}`, { names: builtOn.names.join(', ') }) : null,
  }
}
