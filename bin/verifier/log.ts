import { type Finding, fits, leftOut, wrong } from './findings.ts'
import { canonical, isObject, type JsonObject, parsed, sha256 } from './text.ts'

export interface LogLine {
  sequence: number
  hash: string
  previous_hash: string
  action: string
  subject: string
  details: JsonObject
}

export interface ReadLog {
  finding: Finding
  lines: LogLine[]
}

const TEXTS = ['day', 'actor', 'action', 'subject', 'details', 'previous_hash', 'hash']
/** Newer lines also have a mark of the rows that the act left. */
const NEWER = 'rows_hash'

/** Each line of the file is one act. It carries the hash of the line before, and a hash of all that it says. */
export async function readLog(text: string): Promise<ReadLog> {
  const lines: LogLine[] = []
  let before = { sequence: 0, hash: '' }
  const written = text.split('\n')
  if (written.pop() !== '') return { finding: wrong('chain', 'cut_off'), lines }
  for (const [index, one] of written.entries()) {
    const line = parsed(one)
    if (index === 0 && isObject(line) && line.kind === 'log') continue
    if (!isObject(line) || !isLine(line) || canonical(line) !== one)
      return { finding: wrong('chain', 'no_line', { line: index + 1 }), lines }
    const words = { line: before.sequence + 1 }
    if (line.sequence !== before.sequence + 1)
      return { finding: wrong('chain', 'line_missing', words), lines }
    if (line.previous_hash !== before.hash) return { finding: wrong('chain', 'not_linked', words), lines }
    const said = Object.fromEntries(Object.entries(line).filter(([key]) => key !== 'hash'))
    if ((await sha256(canonical(said))) !== line.hash)
      return { finding: wrong('chain', 'line_changed', words), lines }
    const { sequence, hash, previous_hash, action, subject } = line
    const details = parsed(line.details)
    lines.push({ sequence, hash, previous_hash, action, subject, details: isObject(details) ? details : {} })
    before = line
  }
  return lines.length === 0
    ? { finding: wrong('chain', 'no_lines'), lines }
    : { finding: fits('chain'), lines }
}

function isLine(line: JsonObject): line is JsonObject & Omit<LogLine, 'details'> & { details: string } {
  const texts = [...TEXTS, ...(NEWER in line ? [NEWER] : [])]
  const isWhole = Number.isSafeInteger(line.sequence) && texts.every((key) => typeof line[key] === 'string')
  return isWhole && Object.keys(line).length === texts.length + 1
}

/** The line that was printed is still the line with that number. */
export function checkHead(
  lines: readonly LogLine[],
  printed: { line: number | undefined; code: string },
): Finding {
  if (printed.code === '') return leftOut('head')
  const found = lines.find(({ hash }) => hash === printed.code)
  if (!found) return wrong('head', 'head_unknown')
  return printed.line === undefined || printed.line === found.sequence
    ? fits('head')
    : wrong('head', 'head_elsewhere', { line: found.sequence })
}

/** The act that made the record wrote the record's code, and the closing wrote the code of the sealed ballots. */
export function checkLogged(
  lines: readonly LogLine[],
  id: number,
  { record, parts }: { record: string | null; parts: string | undefined },
  codes: string | undefined,
): Finding {
  const own = lines.filter(({ subject }) => subject === `election:${id}`)
  if (own.length === 0) return wrong('logged', 'election_not_logged')
  const isLogged = own.some(({ details }) =>
    record === null ? details.public_code === parts : details.record_hash === record,
  )
  if (!isLogged) return wrong('logged', 'record_not_logged')
  const closed = own.filter(({ details }) => typeof details.codes_hash === 'string')
  const other = closed.some(({ details }) => details.codes_hash !== codes)
  return codes !== undefined && other ? wrong('logged', 'codes_not_logged') : fits('logged')
}
