import type { AddressInfo } from 'node:net'
import { createApp } from '../app.ts'
import { systemClock } from '../models/core/dates.ts'
import { openDatabase } from '../models/core/db.ts'
import { latestStatutes } from '../models/statutes/versions.ts'
import { report, settings } from './child.ts'
import { benchConfig } from './settings.ts'

const { filename = '' } = settings()
const config = benchConfig(filename)
const db = openDatabase(config.database)
const { council } = (await latestStatutes(db)).statutes
const app = createApp({ db, config, clock: systemClock, council })
const server = app.listen(0, '127.0.0.1', () => {
  report((server.address() as AddressInfo).port)
})
