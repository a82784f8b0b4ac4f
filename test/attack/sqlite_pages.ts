export type Value = string | number | Buffer | null

/** One row or index entry on a page: what it holds, and where on the page it was laid down. */
export interface Cell {
  offset: number
  values: Value[]
}

export interface Frame {
  page: number
  /** Written since the log last began anew; older frames lie behind the newer ones until they are overwritten. */
  isCurrent: boolean
  bytes: Buffer
}

const WAL_HEADER = 32
const FRAME_HEADER = 24
const INTERIOR = 0x02
const LEAVES = [0x0a, 0x0d]

export function pageSizeOf(file: Buffer): number {
  const size = file.readUInt16BE(16)
  return size === 1 ? 65_536 : size
}

/** The pages of the database file, from 1. */
export function pagesOf(file: Buffer): Map<number, Buffer> {
  const size = pageSizeOf(file)
  return new Map(
    Array.from({ length: file.length / size }, (_page, index) => [
      index + 1,
      file.subarray(index * size, (index + 1) * size),
    ]),
  )
}

export function framesOf(wal: Buffer, pageSize: number): Frame[] {
  const frames: Frame[] = []
  const salts = wal.subarray(16, 24)
  for (let at = WAL_HEADER; at + FRAME_HEADER + pageSize <= wal.length; at += FRAME_HEADER + pageSize) {
    frames.push({
      page: wal.readUInt32BE(at),
      isCurrent: wal.subarray(at + 8, at + 16).equals(salts),
      bytes: wal.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize),
    })
  }
  return frames
}

/** What stands on a page of a table or an index; nothing on pages of another kind, or that cannot be read. */
export function cellsOf(page: Buffer): Cell[] {
  const isInterior = page[0] === INTERIOR
  if (!isInterior && !LEAVES.includes(page[0] ?? 0)) return []
  const count = page.readUInt16BE(3)
  const pointers = isInterior ? 12 : 8
  return Array.from({ length: count }, (_cell, index) => {
    const offset = page.readUInt16BE(pointers + 2 * index)
    try {
      return { offset, values: valuesAt(page, offset + (isInterior ? 4 : 0), page[0] === 0x0d) }
    } catch {
      return { offset, values: [] }
    }
  })
}

/** A record whose end lies on another page is read as far as it goes, and then throws. */
function valuesAt(page: Buffer, start: number, hasRowid: boolean): Value[] {
  let [, at] = varint(page, start)
  if (hasRowid) [, at] = varint(page, at)
  const header = at
  const [length, first] = varint(page, header)
  const types: number[] = []
  for (let next = first; next < header + length;) {
    const [type, after] = varint(page, next)
    types.push(type)
    next = after
  }
  let body = header + length
  return types.map((type) => {
    const size = sizeOf(type)
    const bytes = page.subarray(body, body + size)
    body += size
    return valueOf(type, bytes)
  })
}

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type >= 12) return type % 2 === 1 ? bytes.toString('utf8') : bytes
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  return type === 7 ? bytes.readDoubleBE() : bytes.readIntBE(0, Math.min(bytes.length, 6))
}

function varint(page: Buffer, start: number): [value: number, next: number] {
  let value = 0
  for (let at = start; at < start + 8; at += 1) {
    const byte = page.readUInt8(at)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + 1]
  }
  return [value * 256 + page.readUInt8(start + 8), start + 9]
}
