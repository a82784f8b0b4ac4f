import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import ejs from 'ejs'
import express from 'express'
import { openDatabase } from '../models/core/db.ts'
import { sessions } from '../routes/web/sessions.ts'
import { report, settings } from './child.ts'
import { benchConfig } from './settings.ts'

/** The yardstick: a page as large as ours; /session adds the session store, /insert stores a form durably. */
const { filename = '', bytes, rows } = settings()
const config = benchConfig(filename)
const db = openDatabase(config.database)
const template = `<!doctype html><title>Baseline</title><table><% for (const row of it.rows) { %>
<tr><td><%= row.number %></td><td><%= row.slug %></td><td><%= row.name %></td></tr><% } %></table><p><%= it.filler %></p>`
const render = ejs.compile(template, { _with: false, localsName: 'it' }) as (locals: object) => string
const filler = 'x'.repeat(
  Math.max(0, Number(bytes) - render({ rows: [], filler: '' }).length - 60 * Number(rows)),
)

async function page(_req: express.Request, res: express.Response): Promise<void> {
  const found = await db('seats')
    .join('areas', 'areas.id', 'seats.area_id')
    .orderBy('seats.number')
    .limit(Number(rows))
    .select('seats.number', 'seats.slug', 'areas.name')
  res.type('html').send(render({ rows: found, filler }))
}

const app = express()
app.get('/', page)
app.get('/session', sessions(db, config), page)
app.get('/sign-in', sessions(db, config), (req, res) => {
  req.session.signedInAt = new Date().toISOString()
  res.end()
})
app.post('/insert', express.urlencoded({ extended: false }), async (req, res) => {
  await db('bare_posts').insert({ id: randomBytes(16).toString('hex'), body: JSON.stringify(req.body) })
  res.type('html').send('<p>Tak</p>')
})
const server = app.listen(0, '127.0.0.1', () => {
  report((server.address() as AddressInfo).port)
})
