import type { AddressInfo } from 'node:net'
import express from 'express'
import { report, settings } from './child.ts'

/** The yardstick of open data: a bare Express that sends as many bytes of JSON, and answers 304 as Express does. */
const { bytes } = settings()
const body = { filler: 'x'.repeat(Math.max(0, Number(bytes) - '{"filler":""}'.length)) }

const app = express()
app.get('/', (_req, res) => {
  res.json(body)
})
const server = app.listen(0, '127.0.0.1', () => {
  report((server.address() as AddressInfo).port)
})
