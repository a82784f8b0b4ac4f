import path from 'node:path'
import { Page } from '../rehearsal/kit/page.ts'
import { encode } from '../rehearsal/kit/sent_form.ts'
import { openDatabase } from '../models/core/db.ts'
import { startChild, type Child } from './child.ts'
import { compareLoad, type Target } from './load.ts'
import { row, type Row } from './row.ts'
import { EMAIL, PASSWORD, seed } from './seed.ts'
import { benchConfig } from './settings.ts'

const CONNECTIONS = [10, 50]
const MOST_MEMORY_MB = 200
const SEATS = 9

/** Our two busiest pages against bare ones of the same size, with the memory that the server holds meanwhile. */
export async function measurePages(folder: string): Promise<Row[]> {
  const filename = path.join(folder, 'pages.sqlite')
  const config = benchConfig(filename)
  const db = openDatabase(config.database)
  await seed(db, config.statutesFile, SEATS)
  await db.destroy()
  const app = await startChild('app_server', { filename })
  try {
    const front = { url: `${app.origin}/` }
    const office = { url: `${app.origin}/kontor`, cookie: await signIn(app.origin) }
    const rows: Row[] = []
    rows.push(
      ...(await comparePage({ name: 'public_roster', ours: front, barePath: '/', filename, target: 0.6 })),
      ...(await comparePage({
        name: 'office_page',
        ours: office,
        barePath: '/session',
        filename,
        target: 0.5,
      })),
    )
    rows.push(await memoryRow(app))
    return rows
  } finally {
    await app.stop()
  }
}

/** Against a bare page of the same size on the same database, a row for each number of connections. */
export async function comparePage({
  name,
  ours,
  barePath,
  filename,
  target,
}: {
  name: string
  ours: Target
  barePath: string
  filename: string
  target: number
}): Promise<Row[]> {
  const bytes = await sizeOf(ours)
  const bare = await startChild('baseline_server', { filename, bytes: String(bytes), rows: String(SEATS) })
  try {
    const cookie = barePath === '/session' ? await bareSession(bare.origin) : undefined
    const baseline = { url: `${bare.origin}${barePath}`, ...(cookie === undefined ? {} : { cookie }) }
    const bareBytes = await sizeOf(baseline)
    if (Math.abs(bareBytes - bytes) > bytes / 20) {
      throw new Error(`the bare page has ${bareBytes} bytes, ours ${bytes}: not a fair yardstick`)
    }
    const rows: Row[] = []
    for (const connections of CONNECTIONS) {
      const measured = await compareLoad(ours, baseline, connections)
      rows.push(row(`${name}_at_${connections}`, measured, target, 'higher'))
    }
    return rows
  } finally {
    await bare.stop()
  }
}

async function sizeOf({ url, cookie }: Target): Promise<number> {
  const answer = await fetch(url, { headers: cookie === undefined ? {} : { cookie }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return Buffer.byteLength(await answer.text())
}

/** In megabytes, after all the load above; the baseline is the most that is allowed. */
async function memoryRow(app: Child): Promise<Row> {
  const megabytes = (await app.memory()) / 1024 / 1024
  return row('server_memory_mb', { value: Math.round(megabytes), baseline: MOST_MEMORY_MB }, 1, 'lower')
}

export async function signIn(origin: string): Promise<string> {
  const url = `${origin}/log-ind`
  const before = await fetch(url)
  const page = new Page({ status: before.status, url, html: await before.text() })
  const { fields } = page.fill({ email: EMAIL, password: PASSWORD })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: cookieOf(before) }
  const after = await fetch(url, { method: 'POST', headers, body: encode(fields), redirect: 'manual' })
  return cookieOf(after)
}

async function bareSession(origin: string): Promise<string> {
  return cookieOf(await fetch(`${origin}/sign-in`))
}

function cookieOf(answer: Response): string {
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`no session from ${answer.url} (${answer.status})`)
  return cookie
}
