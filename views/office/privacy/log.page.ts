import type { ChainCheck } from '../../../models/core/chain.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import type { AuditEventRow } from '../../../models/core/tables.ts'
import type { SubjectName } from '../../../models/privacy/log_subjects.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { subjectInWords } from './subject_words.ts'

/** The lines on one page of the log. */
export const LINES = 50

export interface LogPage {
  /** The check of the whole chain, on the first page only. */
  chain: ChainCheck | null
  events: LogLine[]
  fileHref: string
  newerHref: string | null
  olderHref: string | null
}

interface LogLine {
  sequence: number
  day: IsoDate
  actor: string
  sentence: string
  subject: string | null
  hash: string
  previous_hash: string
  /** What the hash was made of besides what is shown, as it is stored. */
  details: string
}

/** The lines from `upTo` back. */
export interface LogStretch {
  upTo: number
  newest: number
  events: readonly AuditEventRow[]
  names: ReadonlyMap<string, SubjectName>
}

export function logPage(
  reader: Reader,
  chain: ChainCheck | null,
  { upTo, newest, events, names }: LogStretch,
): LogPage {
  const oldest = events.at(-1)?.sequence ?? 0
  return {
    chain,
    events: events.map(({ sequence, day, actor, action, subject, hash, previous_hash, details }) => ({
      ...{ sequence, day, actor, hash, previous_hash, details },
      sentence: reader.t(`audit.actions.${action}`),
      subject: subjectInWords(reader, names.get(subject)),
    })),
    fileHref: paths.auditFile,
    newerHref: upTo >= newest ? null : pageHref(Math.min(upTo + LINES, newest), newest),
    olderHref: oldest > 1 ? pageHref(oldest - 1, newest) : null,
  }
}

function pageHref(upTo: number, newest: number): string {
  return upTo >= newest ? paths.audit : `${paths.audit}?til=${upTo}`
}
