export interface ReadText {
  text: string
  letters: 'utf-8' | 'utf-16' | 'windows-1252'
}

/** Reads UTF-8, marked UTF-16, else Windows-1252; line ends become `\n`. Returns undefined when it is no text. */
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

/** 0x80 to 0x9f of Windows-1252, which some versions of Node read as Latin-1. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function fromWindows(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes)
  return latin.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign)
}

/** Outside quotation marks, a semicolon or tab wins over a comma, which can be part of a name. */
export function separatorOf(text: string): ';' | '\t' | ',' {
  const outside = text.replace(/"[^"]*"/g, '')
  return ([';', '\t'] as const).find((mark) => outside.includes(mark)) ?? ','
}

/** No quoting formula, no sign that starts a formula, no double spaces. */
export function cleanCell(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').trim()
  const quoted = /^="(.*)"$/.exec(text)
  return (quoted?.[1] ?? text).replace(/^[=+@'\s-]+/, '').trim()
}
