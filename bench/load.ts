import autocannon from 'autocannon'
import { median } from './row.ts'

const ROUNDS = 3
const WARM_UP_SECONDS = 1
const SECONDS = 4

export interface Target {
  url: string
  cookie?: string
  /** Asks only whether the data is still this one: any answer but 304 is an error. */
  etag?: string
}

/** Requests a second, in turns so that other load hits both; the middle of three. Throws for a wrong answer. */
export async function compareLoad(
  ours: Target,
  baseline: Target,
  connections: number,
): Promise<{ value: number; baseline: number }> {
  const values: number[] = []
  const baselines: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    baselines.push(await requestsPerSecond(baseline, connections))
    values.push(await requestsPerSecond(ours, connections))
  }
  return { value: median(values), baseline: median(baselines) }
}

async function requestsPerSecond({ url, cookie, etag }: Target, connections: number): Promise<number> {
  const headers = {
    ...(cookie !== undefined && { cookie }),
    ...(etag !== undefined && { 'if-none-match': etag }),
  }
  await autocannon({ url, connections, duration: WARM_UP_SECONDS, headers })
  const result = await autocannon({ url, connections, duration: SECONDS, headers })
  const unwanted = etag === undefined ? result.non2xx : result['2xx'] + result['4xx'] + result['5xx']
  const failed = result.errors + unwanted + result.timeouts
  if (failed > 0) throw new Error(`${failed} of the requests to ${url} failed`)
  return result.requests.average
}
