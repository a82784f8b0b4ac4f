/** How a file with names was read: its letters, and what stands between its columns. */
export interface ReadText {
  text: string
  letters: 'utf-8' | 'utf-16' | 'windows-1252'
}

/**
 * The text of a file, whatever program saved it: UTF-8 with or without its mark, UTF-16 with its mark, and otherwise the
 * letters of old Danish spreadsheets (Windows-1252, which holds Latin-1). Line ends become `\n`. Returns undefined
 * when it is no text at all: a spreadsheet's own file, a picture.
 */
export function readText(bytes: Uint8Array): ReadText | undefined {
  const read = decode(bytes)
  // Control characters stand in no list of names.
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0e-\x1f]/.test(read.text)) return undefined
  return { ...read, text: read.text.replace(/\r\n?/g, '\n') }
}

function decode(bytes: Uint8Array): ReadText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), letters: 'utf-16' }
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), letters: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), letters: 'utf-8' }
  } catch {
    return { text: fromWindows(bytes), letters: 'windows-1252' }
  }
}

/** The signs that Windows-1252 has where Latin-1 has none: 0x80 to 0x9f. Some versions of Node read them as Latin-1. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function fromWindows(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes)
  return latin.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign)
}

/**
 * What stands between the columns: a semicolon (Danish spreadsheets), a tab or a comma, whichever there is first in that
 * order on the lines outside quotation marks. A comma alone can be part of a name, so it comes last.
 */
export function separatorOf(text: string): ';' | '\t' | ',' {
  const outside = text.replace(/"[^"]*"/g, '')
  return ([';', '\t'] as const).find((mark) => outside.includes(mark)) ?? ','
}

/** A cell as it is kept: no quoting formula, no sign that would make a spreadsheet work something out, no double spaces. */
export function cleanCell(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').trim()
  const quoted = /^="(.*)"$/.exec(text)
  return (quoted?.[1] ?? text).replace(/^[=+@'\s-]+/, '').trim()
}
