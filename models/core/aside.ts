import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Refused, type Params, type Reason } from './errors.ts'

// A process aside, for what must not stay in the server's memory: what it held goes when it exits.

/** A child process that answers questions, each with its parts of bytes. It ends with the server at the latest. */
export interface Aside {
  /** Throws Refused when the child refuses. The caller wipes secret parts, of questions and of answers. */
  ask(question: string, parts?: readonly Uint8Array[]): Promise<Buffer[]>
  end(): void
}

type Answer = (parts: Buffer[]) => Promise<readonly Uint8Array[]> | readonly Uint8Array[]

/** Says what became of the question, in the first part of an answer. */
type Outcome = { ok: true } | { ok: false; reason?: Reason; params?: Params; field?: string; fault?: string }

/** Makes one file of a source, with all that it imports, and returns its path; undefined for one that stays as it is. */
export type Bundle = (source: string) => string | undefined

let bundle: Bundle | undefined

/** From now on sources are bundled before they are started. Tests start many, and each would load the compiler anew. */
export function bundleAsides(by: Bundle): void {
  bundle = by
}

/** `module` is the address of a file that calls `answerAside`. It sees no settings and no environment. */
export function startAside(module: string): Aside {
  const child = spawn(process.execPath, programOf(module), {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {},
  })
  unref(child)
  const waiting: { resolve: (parts: Buffer[]) => void; reject: (error: Error) => void }[] = []
  let over: Error | undefined
  const fail = (error: Error) => {
    over ??= error
    for (const { reject } of waiting.splice(0)) reject(over)
  }
  child.on('error', fail)
  child.on('exit', (code, signal) => fail(new Error(`the process aside ended (${code ?? signal ?? ''})`)))
  child.stdin.on('error', fail)
  readFrames(child.stdout, (parts) => waiting.shift()?.resolve(parts))
  const ask = async (question: string, parts: readonly Uint8Array[] = []) => {
    if (over) throw over
    const answered = new Promise<Buffer[]>((resolve, reject) => {
      waiting.push({ resolve, reject })
    })
    writeFrame(child.stdin, [Buffer.from(question), ...parts])
    child.ref()
    const [outcome, ...rest] = await answered.finally(() => {
      if (waiting.length === 0) unref(child)
    })
    requireDone(JSON.parse(String(outcome)) as Outcome)
    return rest
  }
  return {
    ask,
    end: () => {
      child.stdin.end()
    },
  }
}

/** Asks once, of a process that lives as long as its answer takes. */
export async function askAside(
  module: string,
  question: string,
  parts: readonly Uint8Array[],
): Promise<Buffer[]> {
  const aside = startAside(module)
  try {
    return await aside.ask(question, parts)
  } finally {
    aside.end()
  }
}

/** Called in the child: answers until the server closes the line, and then exits. */
export function answerAside(answers: Readonly<Record<string, Answer>>): void {
  let before: Promise<void> = Promise.resolve()
  readFrames(process.stdin, ([question, ...parts]) => {
    before = before.then(async () => {
      const [outcome, answer] = await outcomeOf(answers[String(question)], parts)
      writeFrame(process.stdout, [Buffer.from(JSON.stringify(outcome)), ...answer])
    })
  })
  process.stdin.on('end', () => {
    process.exit(0)
  })
}

async function outcomeOf(
  answer: Answer | undefined,
  parts: Buffer[],
): Promise<[Outcome, readonly Uint8Array[]]> {
  try {
    if (!answer) throw new Error('nobody answers that')
    return [{ ok: true }, await answer(parts)]
  } catch (error) {
    if (!(error instanceof Refused)) return [{ ok: false, fault: String(error) }, []]
    const { reason, params, field } = error
    return [{ ok: false, reason, params, ...(field !== undefined && { field }) }, []]
  }
}

function requireDone(outcome: Outcome): void {
  if (outcome.ok) return
  const { reason, params, field, fault } = outcome
  if (reason) throw new Refused(reason, params, field)
  throw new Error(`the process aside failed: ${fault ?? ''}`)
}

/** Sources need the loader that the server itself was begun with; what was built or bundled needs none. */
function programOf(module: string): string[] {
  const file = fileURLToPath(module)
  if (path.extname(file) !== '.ts') return [file]
  const bundled = bundle?.(file)
  if (bundled !== undefined) return [bundled]
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, file]
}

/** A child that waits keeps nobody from ending. */
function unref(child: ChildProcess): void {
  child.unref()
  for (const stream of [child.stdin, child.stdout]) (stream as { unref?: () => void } | null)?.unref?.()
}

/** A frame is the number of its parts, and each part's length before it. */
function writeFrame(to: NodeJS.WritableStream, parts: readonly Uint8Array[]): void {
  to.write(numberOf(parts.length))
  for (const part of parts) {
    to.write(numberOf(part.length))
    to.write(part)
  }
}

function numberOf(count: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(count)
  return bytes
}

/** Overwrites what it has read: the parts are copies. */
function readFrames(from: Readable, onFrame: (parts: Buffer[]) => void): void {
  let held = Buffer.alloc(0)
  from.on('data', (chunk: Buffer) => {
    const longer = Buffer.concat([held, chunk])
    held.fill(0)
    chunk.fill(0)
    held = longer
    for (let frame = firstFrame(held); frame; frame = firstFrame(held)) {
      const rest = Buffer.from(held.subarray(frame.length))
      held.fill(0)
      held = rest
      onFrame(frame.parts)
    }
  })
}

function firstFrame(held: Buffer): { parts: Buffer[]; length: number } | undefined {
  if (held.length < 4) return undefined
  const count = held.readUInt32BE(0)
  const places: [number, number][] = []
  let at = 4
  for (let part = 0; part < count; part += 1) {
    if (held.length < at + 4) return undefined
    const end = at + 4 + held.readUInt32BE(at)
    if (held.length < end) return undefined
    places.push([at + 4, end])
    at = end
  }
  return { parts: places.map(([start, end]) => Buffer.from(held.subarray(start, end))), length: at }
}
