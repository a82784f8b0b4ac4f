import { Agent, request } from 'node:http'
import { median } from './row.ts'

const ROUNDS = 3

export interface Post {
  url: string
  body: string
  cookie?: string
}

/** Forms a second, in turns, each sent once over open connections; the middle of three. Throws unless 2xx or 3xx. */
export async function comparePosts(
  ours: (round: number) => Promise<Post[]>,
  baseline: (round: number) => Promise<Post[]>,
  connections: number,
): Promise<{ value: number; baseline: number }> {
  const values: number[] = []
  const baselines: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    baselines.push(await postsPerSecond(await baseline(round), connections))
    values.push(await postsPerSecond(await ours(round), connections))
  }
  return { value: median(values), baseline: median(baselines) }
}

async function postsPerSecond(posts: readonly Post[], connections: number): Promise<number> {
  const started = performance.now()
  await sendAll(posts, connections)
  return posts.length / ((performance.now() - started) / 1000)
}

/** Each once, over so many open connections. Throws unless each answers 2xx or 3xx. */
export async function sendAll(posts: readonly Post[], connections: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const waiting = [...posts]
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let post = waiting.pop(); post; post = waiting.pop()) await send(agent, post)
    }),
  )
  agent.destroy()
}

async function send(agent: Agent, { url, body, cookie }: Post): Promise<void> {
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      ...(cookie !== undefined && { cookie }),
    }
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') })
      })
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
  if (status < 200 || status >= 400) throw new Error(`${url} answers ${status}: ${text.slice(0, 400)}`)
}
