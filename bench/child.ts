import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface Child {
  origin: string
  /** Resident, in bytes. */
  memory(): Promise<number>
  ask<T>(question: string): Promise<T>
  stop(): Promise<void>
}

/** As `npm start` has it: a smaller nursery for short-lived objects, and garbage taken out sooner, save some 90 MB under load. */
const SERVER_FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=60']

const ENDING = path.extname(import.meta.filename)

/** The child is a process of its own, which tells its port when it listens. */
export async function startChild(name: string, settings: Record<string, string>): Promise<Child> {
  const module = path.join(import.meta.dirname, `${name}${ENDING}`)
  const child = fork(module, [JSON.stringify(settings)], { execArgv: SERVER_FLAGS })
  const port = await answer<number>(child)
  return {
    origin: `http://127.0.0.1:${port}`,
    memory: () => {
      child.send('memory')
      return answer<number>(child)
    },
    ask: <T>(question: string) => {
      child.send(question)
      return answer<T>(child)
    },
    stop: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the measured server ended with ${String(code)}`)
  })
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T]
  return message
}

/** Called in the child: tells the port and, when asked, the memory that the process holds, or has held at the most. */
export function report(port: number): void {
  process.on('message', (message) => {
    if (message === 'memory') process.send?.(process.memoryUsage.rss())
    if (message === 'peak') process.send?.(process.resourceUsage().maxRSS * 1024)
  })
  process.send?.(port)
}

/** Called in a child without a port. */
export function answerWith(questions: Record<string, () => Promise<object>>): void {
  process.on('message', (question) => {
    const work = questions[String(question)]
    void work?.().then(
      (found) => process.send?.(found),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.send?.(0)
}

/** Called in the child: the settings its parent gave it. */
export function settings(): Record<string, string> {
  return JSON.parse(process.argv[2] ?? '{}') as Record<string, string>
}
