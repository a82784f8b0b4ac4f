/** One tuple of a table, or one entry of an index, that a line pointer of its page still leads to. */
export interface Item {
  page: number
  /** The number of its line pointer. */
  number: number
  offset: number
  isHeap: boolean
  /** The transaction that wrote it; 0 in an index. */
  xmin: number
  bytes: Buffer
}

const PAGE = 8192
const PAGE_HEADER = 24
const NORMAL = 1

/** Everything in a file of a table or an index of PostgreSQL, dead tuples too until they are pruned. */
export function itemsOf(file: Buffer): Item[] {
  const items: Item[] = []
  for (let start = 0; start + PAGE <= file.length; start += PAGE)
    items.push(...itemsOn(file.subarray(start, start + PAGE), start / PAGE))
  return items
}

function itemsOn(bytes: Buffer, page: number): Item[] {
  const lower = bytes.readUInt16LE(12)
  const isHeap = bytes.readUInt16LE(16) === PAGE
  const pointers = Array.from({ length: Math.max(0, (lower - PAGE_HEADER) / 4) }, (_pointer, index) =>
    bytes.readUInt32LE(PAGE_HEADER + 4 * index),
  )
  return pointers.flatMap((pointer, index) => {
    const [offset, flags, length] = [pointer & 0x7fff, (pointer >>> 15) & 3, pointer >>> 17]
    if (flags !== NORMAL) return []
    const item = bytes.subarray(offset, offset + length)
    const xmin = isHeap ? item.readUInt32LE(0) : 0
    return [{ page, number: index + 1, offset, isHeap, xmin, bytes: item }]
  })
}
