import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

type Tool = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdfdetach'

async function poppler(tool: Tool, pdf: Buffer, ...options: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'raadsbogen-pdf-'))
  const file = path.join(folder, 'document.pdf')
  const out = path.join(folder, 'out')
  const faults = path.join(folder, 'faults')
  try {
    await writeFile(file, pdf)
    const words = [tool, ...options, file, ...(tool === 'pdftotext' ? ['-'] : [])]
    const status = await inShell(`${words.map(quoted).join(' ')} >${quoted(out)} 2>${quoted(faults)}`)
    if (status === 127) {
      throw new Error(`${tool} is missing. Install poppler-utils: apt-get install -y poppler-utils`)
    }
    if (status !== 0) throw new Error(`${tool} ended with ${status}: ${await readFile(faults, 'utf8')}`)
    return await readFile(out, 'utf8')
  } finally {
    await rm(folder, { recursive: true })
  }
}

let shell: { run(command: string): Promise<number> } | undefined

/** One small shell starts every tool. To start them from the process of the tests takes long, as that process is large. */
function inShell(command: string): Promise<number> {
  shell ??= openShell()
  return shell.run(command)
}

function openShell(): { run(command: string): Promise<number> } {
  const { stdin, stdout } = spawn('sh', { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: ((status: number) => void)[] = []
  createInterface(stdout).on('line', (status) => waiting.shift()?.(Number(status)))
  return {
    run: (command) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        stdin.write(`${command}; echo $?\n`)
      }),
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}

/** The text of a PDF in reading order, line by line, empty lines left out. */
export async function linesOf(pdf: Buffer, ...options: string[]): Promise<string[]> {
  const text = await poppler('pdftotext', pdf, '-enc', 'UTF-8', ...options)
  return text
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The text of a PDF as one line, with broken lines joined. */
export async function textOf(pdf: Buffer, ...options: string[]): Promise<string> {
  return (await linesOf(pdf, ...options)).join(' ').replace(/\s+/g, ' ')
}

/** The text of each page by itself. */
export async function textOfPages(pdf: Buffer): Promise<string[]> {
  const pages = (await poppler('pdftotext', pdf, '-enc', 'UTF-8')).split('\f')
  // Each page ends with the sign that parts them.
  return pages.slice(0, -1)
}

/** The PDF's own data: Title, Tagged, Pages, Page size and the like. */
export async function infoOf(pdf: Buffer): Promise<Record<string, string>> {
  const lines = (await poppler('pdfinfo', pdf)).split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [name = '', ...rest] = line.split(':')
      return rest.length > 0 ? [[name.trim(), rest.join(':').trim()]] : []
    }),
  )
}

/** The types of the structure tree from top to bottom: Document, H1, P, Table, TR, TH and so on. */
export async function structureOf(pdf: Buffer): Promise<string[]> {
  return (await poppler('pdfinfo', pdf, '-struct'))
    .split('\n')
    .map((line) => /^\s*([A-Z][A-Za-z0-9]*)\b(?!\s*=)/.exec(line)?.[1] ?? '')
    .filter((type) => type !== '')
}

/** The structure tree with its texts in reading order, as a screen reader says them. */
export async function spokenOf(pdf: Buffer): Promise<string> {
  return poppler('pdfinfo', pdf, '-struct-text')
}

export function alternativesOf(pdf: Buffer): string[] {
  const found = pdf.toString('latin1').matchAll(/\/Alt \(((?:\\[^]|[^\\)])*)\)/g)
  return [...found].map(([, text = '']) => {
    const bytes = Buffer.from(text.replace(/\\([^])/g, '$1'), 'latin1')
    const wide = bytes[0] === 0xfe && bytes[1] === 0xff
    return wide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1')
  })
}

export function languageOf(pdf: Buffer): string | undefined {
  return /\/Lang \(([\w-]+)\)/.exec(pdf.toString('latin1'))?.[1]
}

export interface Word {
  text: string
  left: number
  top: number
}

/** Every font: whether its letters are in the file, and what each of them stands for. */
export async function fontsOf(pdf: Buffer): Promise<{ name: string; embedded: boolean; unicode: boolean }[]> {
  const [, , ...lines] = (await poppler('pdffonts', pdf)).split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const [name = '', ...rest] = line.split(/\s+/)
    const [embedded, , unicode] = rest.slice(-5)
    return { name, embedded: embedded === 'yes', unicode: unicode === 'yes' }
  })
}

/** The one file that is attached to the PDF. */
export async function attachedTo(pdf: Buffer): Promise<{ name: string; text: string }> {
  const [, line = ''] = (await poppler('pdfdetach', pdf, '-list')).split('\n')
  const text = await poppler('pdfdetach', pdf, '-save', '1', '-o', '/dev/stdout')
  return { name: line.replace(/^1: /, ''), text }
}

/** Every word with its place on the page, in points. */
export async function wordsOf(pdf: Buffer): Promise<Word[]> {
  const found = (await poppler('pdftotext', pdf, '-bbox')).matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<\/word>/g,
  )
  return [...found].map(([, left, top, text = '']) => ({ text, left: Number(left), top: Number(top) }))
}
