const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/** The size in bytes by the zip's own list of contents. Returns undefined when the file has no list. */
export function unpackedSize(file: Buffer): number | undefined {
  const end = endOf(file)
  if (end === undefined) return undefined
  const entries = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  let total = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_LENGTH > file.length || file.readUInt32LE(at) !== ENTRY_MARK) return undefined
    total += file.readUInt32LE(at + 24)
    at += ENTRY_LENGTH + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return total
}

/** The list ends the file, but for a comment of at most 65,535 bytes. */
function endOf(file: Buffer): number | undefined {
  const first = Math.max(0, file.length - END_LENGTH - 0xffff)
  for (let at = file.length - END_LENGTH; at >= first; at -= 1)
    if (file.readUInt32LE(at) === END_MARK) return at
  return undefined
}
