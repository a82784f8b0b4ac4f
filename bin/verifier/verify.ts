import { checkBox, checkPapers, checkSheets, checkTotals } from './figures.ts'
import { CHECKS, type Finding, fits, leftOut, wrong } from './findings.ts'
import { checkHead, checkLogged, readLog, type ReadLog } from './log.ts'
import { checkCertified, checkDraws, checkOutcome } from './outcome.ts'
import { openPdf } from './pdf.ts'
import { isRecord, missingIn, type RecordData } from './record.ts'
import { canonical, CODE, isObject, parsed, sha256, typedCode, utf8 } from './text.ts'

export interface Given {
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]
  /** As they were typed from paper. */
  printed: { record: string; line: string; log: string; codes: string }
}

export interface Report {
  /** `incomplete`: all that was given fits, but the printed code of the record is what makes it worth something. */
  verdict: 'fits' | 'wrong' | 'incomplete'
  findings: Finding[]
  /** What the data says, to be held against the paper; null when there is no record. */
  record: RecordData | null
  /** The code of the record's data, as computed here. */
  code: string | null
  /** Files that were given and are none of the four kinds. */
  unknown: string[]
}

interface Sorted {
  pdf?: Uint8Array<ArrayBuffer>
  record?: Uint8Array<ArrayBuffer>
  log?: string
  codes?: string
  unknown: string[]
}

/** Asks nobody and stores nothing: the same files and codes always give the same report. */
export async function verify({ files, printed }: Given): Promise<Report> {
  const sorted = sortFiles(files)
  const opened = sorted.pdf ? await openPdf(sorted.pdf) : { findings: [], data: undefined }
  const data = opened.data ?? sorted.record
  const log = sorted.log === undefined ? undefined : await readLog(sorted.log)
  const read = await readRecord(data, typedCode(printed.record))
  const findings = [
    ...opened.findings,
    ...(opened.data && sorted.record && !equal(opened.data, sorted.record)
      ? [wrong('attachment', 'two_records')]
      : []),
    ...read.findings,
    ...(read.record ? await checkRecord(read.record) : []),
    ...(await checkCodes(sorted.codes, printed.codes, read.record)),
    ...(log ? checkLog(log, printed, read) : [leftOut('chain'), leftOut('head'), leftOut('logged')]),
    ...sorted.unknown.map((name) => wrong('attachment', 'unknown_file', { name })),
  ].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check))
  const isWrong = findings.some(({ result }) => result === 'wrong')
  const isCompared = findings.some(({ check, result }) => check === 'code' && result === 'fits')
  return {
    verdict: isWrong ? 'wrong' : isCompared ? 'fits' : 'incomplete',
    ...{ findings, record: read.record, code: read.code, unknown: sorted.unknown },
  }
}

/** Files are known by what they hold: names are changed on the way. */
function sortFiles(files: Given['files']): Sorted {
  const sorted: Sorted = { unknown: [] }
  for (const { name, bytes } of files) {
    const kind = kindOf(bytes)
    if (kind === undefined || sorted[kind] !== undefined) sorted.unknown.push(name)
    else if (kind === 'pdf' || kind === 'record') sorted[kind] = bytes
    else sorted[kind] = utf8(bytes)
  }
  return sorted
}

function kindOf(bytes: Uint8Array): 'pdf' | 'record' | 'log' | 'codes' | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 5))
  if (head === '%PDF-') return 'pdf'
  const text = textOf(bytes)
  if (text === undefined) return undefined
  const lines = text.split('\n').filter((line) => line !== '')
  if (lines.length > 0 && lines.every((line) => CODE.test(line))) return 'codes'
  const [first = ''] = lines
  const whole = lines.length === 1 ? parsed(text) : undefined
  if (isObject(whole) && 'salt' in whole) return 'record'
  const begins = parsed(first)
  return isObject(begins) && (begins.kind === 'log' || 'previous_hash' in begins) ? 'log' : undefined
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8(bytes)
  } catch {
    return undefined
  }
}

interface Read {
  findings: Finding[]
  record: RecordData | null
  code: string | null
}

async function readRecord(data: Uint8Array<ArrayBuffer> | undefined, printed: string): Promise<Read> {
  if (data === undefined) return { findings: [wrong('form', 'no_record')], record: null, code: null }
  const code = await sha256(data)
  const compared = compareCode(code, printed)
  const text = textOf(data)
  const value = text === undefined ? undefined : parsed(text)
  if (text === undefined || value === undefined || canonical(value) !== text)
    return { findings: [wrong('form', 'not_canonical'), compared], record: null, code }
  if (!isRecord(value)) {
    const place = missingIn(value) ?? ''
    return { findings: [wrong('form', 'part_missing', { place }), compared], record: null, code }
  }
  return { findings: [fits('form'), compared], record: value, code }
}

function compareCode(code: string, printed: string): Finding {
  if (printed === '') return leftOut('code')
  if (!CODE.test(printed)) return wrong('code', 'code_length', { count: printed.length })
  return code === printed ? fits('code') : wrong('code', 'other_code')
}

async function checkRecord(record: RecordData): Promise<Finding[]> {
  return [
    checkSheets(record),
    checkPapers(record),
    checkBox(record),
    checkTotals(record),
    checkOutcome(record),
    await checkDraws(record),
    checkCertified(record),
  ]
}

/** The codes are those of the box in the record, and of the paper that hung on the wall. */
async function checkCodes(
  text: string | undefined,
  typed: string,
  record: RecordData | null,
): Promise<Finding[]> {
  const printed = typedCode(typed)
  const ofBox = record?.booth?.codes_hash
  if (printed !== '' && ofBox !== undefined && printed !== ofBox)
    return [wrong('codes', 'codes_other_than_printed')]
  if (text === undefined) return [printed !== '' && ofBox !== undefined ? fits('codes') : leftOut('codes')]
  const codes = text.split('\n').filter((line) => line !== '')
  const hash = await sha256([...codes].sort().join('\n'))
  if (ofBox === undefined) return [printed === '' ? leftOut('codes') : compareCodes(hash, printed)]
  if (codes.length !== record?.booth?.envelopes)
    return [wrong('codes', 'codes_number', { codes: codes.length, envelopes: record?.booth?.envelopes ?? 0 })]
  return [hash === ofBox ? fits('codes') : wrong('codes', 'codes_other')]
}

function compareCodes(hash: string, printed: string): Finding {
  return hash === printed ? fits('codes') : wrong('codes', 'codes_other_than_printed')
}

function checkLog({ finding, lines }: ReadLog, printed: Given['printed'], { record, code }: Read): Finding[] {
  const line = /^\d+$/.test(printed.line.trim()) ? Number(printed.line) : undefined
  const head = checkHead(lines, { line, code: typedCode(printed.log) })
  if (record === null || code === null) return [finding, head, leftOut('logged')]
  return [finding, head, checkLogged(lines, record.election.id, code, record.booth?.codes_hash)]
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
