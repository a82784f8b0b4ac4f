import { CHECKS, type Finding, fits, leftOut, wrong } from './findings.ts'
import { checkHead, checkLogged, readLog, type ReadLog } from './log.ts'
import { checkRecord } from './looks.ts'
import { openPdf } from './pdf.ts'
import { codeOfParts, isPublicPart, readPublicPart } from './public_part.ts'
import { isRecord, missingInRecord, type RecordData } from './record.ts'
import { canonical, CODE, isObject, parsed, sha256, typedCode, utf8 } from './text.ts'

export interface Given {
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]
  /** As they were typed from paper. */
  printed: { record: string; line: string; log: string; codes: string; parts: string }
}

export interface Report {
  /** `incomplete`: all that was given fits, but the printed code of the record is what makes it worth something. */
  verdict: 'fits' | 'wrong' | 'incomplete'
  findings: Finding[]
  /** What the data says, to be held against the paper; null when there is no record. */
  record: Partial<RecordData> | null
  /** The code of the record's data, as computed here; null when only its public part was given. */
  code: string | null
  /** Files that were given and are none of the five kinds. */
  unknown: string[]
}

interface Sorted {
  pdf?: Uint8Array<ArrayBuffer>
  record?: Uint8Array<ArrayBuffer>
  part?: Uint8Array<ArrayBuffer>
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
  const part = sorted.part ? await readPart(sorted.part) : undefined
  const read = await readRecord(data, typedCode(printed.record), part)
  const parts = checkParts(read, part, typedCode(printed.parts))
  const shown = read.record ?? part?.shown ?? null
  const findings = [
    ...opened.findings,
    ...(opened.data && sorted.record && !equal(opened.data, sorted.record)
      ? [wrong('attachment', 'two_records')]
      : []),
    ...read.findings,
    parts,
    ...(shown ? await checkRecord(shown) : []),
    ...(await checkCodes(sorted.codes, printed.codes, shown)),
    ...(log
      ? checkLog(log, printed, { shown, record: read.code, parts: part?.code })
      : [leftOut('chain'), leftOut('head'), leftOut('logged')]),
    ...sorted.unknown.map((name) => wrong('attachment', 'unknown_file', { name })),
  ].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check))
  const isWrong = findings.some(({ result }) => result === 'wrong')
  const isCompared = findings.some(
    ({ check, result }) =>
      result === 'fits' && (check === 'code' || (check === 'parts' && printed.parts !== '')),
  )
  return {
    verdict: isWrong ? 'wrong' : isCompared ? 'fits' : 'incomplete',
    ...{ findings, record: shown, code: read.code, unknown: sorted.unknown },
  }
}

/** Files are known by what they hold: names are changed on the way. */
function sortFiles(files: Given['files']): Sorted {
  const sorted: Sorted = { unknown: [] }
  for (const { name, bytes } of files) {
    const kind = kindOf(bytes)
    if (kind === undefined || sorted[kind] !== undefined) sorted.unknown.push(name)
    else if (kind === 'pdf' || kind === 'record' || kind === 'part') sorted[kind] = bytes
    else sorted[kind] = utf8(bytes)
  }
  return sorted
}

function kindOf(bytes: Uint8Array): Exclude<keyof Sorted, 'unknown'> | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 5))
  if (head === '%PDF-') return 'pdf'
  const text = textOf(bytes)
  if (text === undefined) return undefined
  const lines = text.split('\n').filter((line) => line !== '')
  if (lines.length > 0 && lines.every((line) => CODE.test(line))) return 'codes'
  const [first = ''] = lines
  const whole = lines.length === 1 ? parsed(text) : undefined
  if (isPublicPart(whole)) return 'part'
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
  /** Of all its parts; undefined when it cannot be read. */
  parts?: string
  code: string | null
}

interface ReadPart {
  finding: Finding
  code: string | undefined
  shown: Partial<RecordData> | null
}

async function readPart(bytes: Uint8Array<ArrayBuffer>): Promise<ReadPart> {
  const text = textOf(bytes)
  const value = text === undefined ? undefined : parsed(text)
  if (!isPublicPart(value) || canonical(value) !== text)
    return { finding: wrong('form', 'not_canonical'), code: undefined, shown: null }
  const part = await readPublicPart(value)
  if ('code' in part) return { finding: fits('form'), ...part }
  const { fault, place } = part
  const finding = place === undefined ? wrong('form', fault) : wrong('form', fault, { place })
  return { finding, code: undefined, shown: null }
}

async function readRecord(
  data: Uint8Array<ArrayBuffer> | undefined,
  printed: string,
  part: ReadPart | undefined,
): Promise<Read> {
  if (data === undefined)
    return { findings: [part?.finding ?? wrong('form', 'no_record')], record: null, code: null }
  const code = await sha256(data)
  const compared = compareCode(code, printed)
  const text = textOf(data)
  const value = text === undefined ? undefined : parsed(text)
  if (text === undefined || value === undefined || canonical(value) !== text)
    return { findings: [wrong('form', 'not_canonical'), compared], record: null, code }
  if (!isRecord(value)) {
    const place = missingInRecord(value) ?? ''
    return { findings: [wrong('form', 'part_missing', { place }), compared], record: null, code }
  }
  const form = part?.finding ?? fits('form')
  const parts = isObject(value) ? await codeOfParts(value) : ''
  return { findings: [form, compared], record: value, parts, code }
}

/** The public part belongs to the record that is given, to the one that is printed, or to both. */
function checkParts(read: Read, part: ReadPart | undefined, printed: string): Finding {
  if (part && part.code === undefined) return leftOut('parts')
  const codes = [read.parts, part?.code].filter((one) => one !== undefined)
  if (new Set(codes).size > 1) return wrong('parts', 'parts_of_other')
  if (printed === '') return part && read.parts ? fits('parts') : leftOut('parts')
  if (!CODE.test(printed)) return wrong('parts', 'code_length', { count: printed.length })
  if (codes.length === 0) return leftOut('parts')
  return codes[0] === printed ? fits('parts') : wrong('parts', 'other_parts')
}

function compareCode(code: string, printed: string): Finding {
  if (printed === '') return leftOut('code')
  if (!CODE.test(printed)) return wrong('code', 'code_length', { count: printed.length })
  return code === printed ? fits('code') : wrong('code', 'other_code')
}

/** The codes are those of the box in the record, and of the paper that hung on the wall. */
async function checkCodes(
  text: string | undefined,
  typed: string,
  record: Partial<RecordData> | null,
): Promise<Finding[]> {
  const printed = typedCode(typed)
  const box = record?.booth ?? record?.mixed_in
  const ofBox = box?.codes_hash
  if (printed !== '' && ofBox !== undefined && printed !== ofBox)
    return [wrong('codes', 'codes_other_than_printed')]
  if (text === undefined) return [printed !== '' && ofBox !== undefined ? fits('codes') : leftOut('codes')]
  const codes = text.split('\n').filter((line) => line !== '')
  const hash = await sha256([...codes].sort().join('\n'))
  if (ofBox === undefined) return [printed === '' ? leftOut('codes') : compareCodes(hash, printed)]
  if (codes.length !== box?.envelopes)
    return [wrong('codes', 'codes_number', { codes: codes.length, envelopes: box?.envelopes ?? 0 })]
  return [hash === ofBox ? fits('codes') : wrong('codes', 'codes_other')]
}

function compareCodes(hash: string, printed: string): Finding {
  return hash === printed ? fits('codes') : wrong('codes', 'codes_other_than_printed')
}

interface Told {
  shown: Partial<RecordData> | null
  /** The codes of the record and of its public part, as computed here. */
  record: string | null
  parts: string | undefined
}

function checkLog({ finding, lines }: ReadLog, printed: Given['printed'], told: Told): Finding[] {
  const line = /^\d+$/.test(printed.line.trim()) ? Number(printed.line) : undefined
  const head = checkHead(lines, { line, code: typedCode(printed.log) })
  const { shown, record, parts } = told
  const id = shown?.election?.id
  if (id === undefined || (record === null && parts === undefined)) return [finding, head, leftOut('logged')]
  return [
    finding,
    head,
    checkLogged(lines, id, { record, parts }, (shown?.booth ?? shown?.mixed_in)?.codes_hash),
  ]
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
