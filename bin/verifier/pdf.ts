import { type Finding, fits, wrong } from './findings.ts'
import { sha256 } from './text.ts'

const SEAL = /<dc:identifier>sha256:([0-9a-f]{64})<\/dc:identifier>/g
const ATTACHED = /\/Type \/EmbeddedFile\b/g

export interface Opened {
  findings: Finding[]
  /** The bytes of the record's data; undefined when they cannot be taken out. */
  data: Uint8Array<ArrayBuffer> | undefined
}

/**
 * Reads a record PDF as Rådsbogen writes it, and nothing else: one seal, one file inside, one end. A PDF that was changed
 * by adding to it, as other programs do, has two ends.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Opened> {
  const text = latin1(bytes)
  const seal = await checkSeal(bytes, text)
  const data = await attached(bytes, text)
  return { findings: [seal, data ? fits('attachment') : wrong('attachment', 'no_attachment')], data }
}

/** The seal is the SHA-256 of the file while the seal itself is zeros. */
async function checkSeal(bytes: Uint8Array<ArrayBuffer>, text: string): Promise<Finding> {
  const [seal, ...more] = [...text.matchAll(SEAL)]
  if (seal === undefined) return wrong('seal', 'no_seal')
  if (more.length > 0 || count(text, '%%EOF') !== 1) return wrong('seal', 'added_to')
  const [, hex = ''] = seal
  const at = seal.index + seal[0].indexOf(hex)
  const unsealed = bytes.slice()
  unsealed.fill('0'.charCodeAt(0), at, at + hex.length)
  return (await sha256(unsealed)) === hex ? fits('seal') : wrong('seal', 'broken')
}

async function attached(
  bytes: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [file, ...more] = [...text.matchAll(ATTACHED)]
  if (file === undefined || more.length > 0) return undefined
  const begins = text.indexOf('stream\n', file.index)
  const head = text.slice(file.index, begins)
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? Number.NaN)
  const from = begins + 'stream\n'.length
  if (begins < 0 || !Number.isSafeInteger(length) || from + length > bytes.length) return undefined
  const stream = bytes.slice(from, from + length)
  return head.includes('/Filter /FlateDecode') ? inflated(stream) : stream
}

/** Returns undefined when the bytes are no whole compressed file. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const open = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
    return new Uint8Array(await new Response(open).arrayBuffer())
  } catch {
    return undefined
  }
}

/** One sign a byte, so that places in the text are places in the file. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

function count(text: string, what: string): number {
  return text.split(what).length - 1
}
