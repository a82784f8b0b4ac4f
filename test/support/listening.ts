import { once } from 'node:events'
import { Agent, createServer, type Server } from 'node:http'
import type { Express } from 'express'
import { around } from './around.ts'
import { isForOneTest } from './databases/reuse.ts'

/** Keeps its connections, as browsers do. */
export const browsers = new Agent({ keepAlive: true })

const ofTest = new Set<Server>()
const opened = new Set<Server>()

/** A server that takes requests until the test ends: one for each request would take longer than the request. */
export async function listening(app: Express): Promise<Server> {
  const server = createServer(app)
  // The server would close a connection just when the next request is under way.
  server.keepAliveTimeout = 0
  ;(isForOneTest() ? ofTest : opened).add(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

around({
  afterEach: async () => close(ofTest),
  afterAll: async () => close(opened),
})

async function close(servers: Set<Server>): Promise<void> {
  const done = [...servers]
  servers.clear()
  for (const server of done) {
    server.close()
    server.closeAllConnections()
  }
  return Promise.resolve()
}
