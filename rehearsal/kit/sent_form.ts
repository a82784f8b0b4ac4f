import { randomBytes } from 'node:crypto'

export type Fields = Record<string, string | string[]>

export interface SentFile {
  field: string
  name: string
  content: string | Buffer
  type?: string
}

/** As a browser writes `application/x-www-form-urlencoded`: every line end becomes CRLF. */
export function encode(fields: Fields): string {
  return new URLSearchParams(pairsOf(fields)).toString()
}

/** As Chromium writes `multipart/form-data`. The file stands last, as on our pages. */
export function multipart(fields: Fields, file: SentFile | undefined): { type: string; body: Buffer } {
  const boundary = `----WebKitFormBoundary${randomBytes(12).toString('base64url').replace(/[-_]/g, 'A')}`
  const parts = pairsOf(fields)
    .filter(([name]) => name !== file?.field)
    .map(([name, value]) => part(boundary, `name="${escaped(name)}"`, `\r\n${value}`))
  if (file) {
    const type = file.type ?? 'application/octet-stream'
    const named = `name="${escaped(file.field)}"; filename="${escaped(file.name)}"\r\nContent-Type: ${type}`
    parts.push(
      Buffer.concat([part(boundary, named, '\r\n', ''), Buffer.from(file.content), Buffer.from('\r\n')]),
    )
  }
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}

function part(boundary: string, disposition: string, rest: string, end = '\r\n'): Buffer {
  return Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${rest}${end}`)
}

function pairsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [withCrlf(name), withCrlf(one)]),
  )
}

/** Browsers send every line end of a value as CRLF, whatever the page or a paste had. */
function withCrlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n')
}

/** Escapes what would end a name in its header, as browsers do. */
function escaped(name: string): string {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22')
}
