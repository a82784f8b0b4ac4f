import { formatDate, formatShortDate } from '../../../models/core/dates.ts'
import type { ImportId } from '../../../models/core/ids.ts'
import type { ImportListed } from '../../../models/exchange/import/imports.ts'
import type { ImportCounts } from '../../../models/exchange/import/plan/counts.ts'
import type { JobState } from '../../../models/exchange/import/jobs.ts'
import { paramsInWords } from '../../../models/rules/core/verdict.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { draftPart, type Draft, type DraftPart } from './draft.ts'

export interface ImportPage {
  name: string
  back: string
  href: string
  running: RunningPart | null
  ended: EndedPart | null
  draft: (DraftPart & TriedPart) | null
}

/** All other readers wait for their pages while the file is stored. */
interface Holding {
  holdsUp: boolean
}

export interface RunningPart extends Holding {
  done: number
  total: number
  progressHref: string
}

export interface EndedPart {
  variant: 'success' | 'info'
  heading: string
  text: string
  counts: ImportCounts | undefined
  /** The council on the file's first day, and the undoing; null for a reader who may not see them. */
  links: { seeHref: string; undoHref: string } | null
}

export interface TriedPart extends Holding {
  failure: string | null
  /** undefined when nothing would be written. */
  counts: ImportCounts | undefined
  /** How many memberships a try has written, and taken back. */
  tried: number | null
}

export interface ImportShown extends Holding {
  row: ImportListed
  job: JobState | undefined
  counts: ImportCounts | undefined
  tried: ImportCounts | undefined
  /** undefined when the file is no draft, or is being stored. */
  draft: Draft | undefined
}

export function importPage(
  reader: Reader,
  { row, job, draft, counts, tried, holdsUp }: ImportShown,
): ImportPage {
  const { id, file_name: name, state } = row
  const progressHref = `${paths.importFile(id)}/fremdrift`
  const isRunning = state === 'draft' && job?.state === 'running'
  return {
    ...headOf(id, name),
    running: isRunning ? { done: job.done, total: job.total, progressHref, holdsUp } : null,
    ended: state === 'draft' ? null : endedPart(reader, row, counts),
    draft: draft
      ? {
          ...draftPart(reader, draft),
          ...{ counts, holdsUp },
          failure: failureOf(reader, job),
          tried: tried?.memberships ?? null,
        }
      : null,
  }
}

/** A long file that this very process is storing. */
export interface Storing {
  id: ImportId
  name: string
  total: number
  key: string
}

/** Made without the database, which is busy storing. */
export function storingPage({ id, name, total, key }: Storing): ImportPage {
  return {
    ...headOf(id, name),
    running: { done: 0, total, progressHref: paths.progress(key), holdsUp: true },
    ended: null,
    draft: null,
  }
}

function headOf(id: ImportId, name: string): Pick<ImportPage, 'name' | 'back' | 'href'> {
  return { name, back: paths.inAndOut, href: paths.importFile(id) }
}

function endedPart({ t, lang, can }: Reader, row: ImportListed, counts: ImportCounts | undefined): EndedPart {
  const { id, state, stored_by, stored_on, undone_by, undone_on } = row
  if (undone_on !== null) {
    const text = t('exchange.import.undone_by', { name: undone_by ?? '', date: formatDate(undone_on, lang) })
    return { variant: 'info', heading: t('exchange.import.undone'), text, counts, links: null }
  }
  const date = stored_on === null ? '' : formatDate(stored_on, lang)
  return {
    variant: 'success',
    heading: t('exchange.import.stored'),
    text: t('exchange.import.stored_by', { name: stored_by ?? '', date }),
    counts,
    links:
      state === 'stored' && can['exchange.import'] && counts
        ? {
            seeHref: `${paths.council}?dato=${formatShortDate(counts.from)}`,
            undoHref: paths.importUndo(id),
          }
        : null,
  }
}

function failureOf({ t, lang }: Reader, job: JobState | undefined): string | null {
  if (job?.state === 'lost') return t('refusals.import_stopped')
  if (job?.state !== 'failed' || !job.failure) return null
  return t(`refusals.${job.failure.reason}`, paramsInWords(job.failure.params, lang))
}
