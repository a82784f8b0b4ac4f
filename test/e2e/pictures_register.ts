import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { fillCouncil } from '../../bin/demo/council.ts'
import type { Plot } from '../../bin/demo/seats.ts'
import { projectRoot } from '../../config.ts'
import { addDays, type IsoDate } from '../../models/core/dates.ts'
import { rosterOn } from '../../models/council/roster.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import { paths } from '../../views/paths.ts'
import { anAlbum, type Album } from './support/album.ts'
import { aStage, type Stage } from './support/stage.ts'

const BEGINNING = '2025-08-01'
const TODAY = '2026-03-10' as IsoDate
const t = translatorFor('da')

/* The pictures of the chapters on the register in docs/vejledning.md, made by `npm run pictures`. */

describe('the pictures of the register over time', () => {
  let stage: Stage
  let album: Album
  let plot: Plot
  let secretary: { who: string }

  before(async () => {
    stage = await aStage(BEGINNING)
    album = anAlbum(stage)
    plot = await fillCouncil(stage.house, TODAY)
    secretary = { who: plot.staff.secretary.name }
  })
  after(() => stage.close())

  it('a member who leaves, with what follows from it', async () => {
    const line = (await rosterOn(stage.house.db, TODAY)).find(({ seat }) => seat.slug === 'psykiatri-1')
    const leaving = `${paths.leaving(line!.member!.id)}?dato=${addDays(TODAY, 21)}`
    await album.keep(await album.visit(secretary, leaving), 'udtraeden', { width: 760, height: 985 })
  })

  it('a new version of the statutes, with what it does', async () => {
    const page = await album.visit(secretary, paths.statutesUpload)
    await page.locator('[name=reason]').fill('Vedtaget af Udsatterådet den 2. marts 2026, punkt 6')
    await page.locator('[name=in_force_from]').fill('01-08-2026')
    const file = { name: 'vedtaegter-2026.json', mimeType: 'application/json', buffer: newVersion() }
    await page.locator('[name=file]').setInputFiles(file)
    await Promise.all([
      page.waitForLoadState(),
      page.getByRole('button', { name: t('statutes_form.to_preview') }).click(),
    ])
    await album.keep(page, 'ny-udgave', { width: 760, height: 1100 })
  })

  it('files out, and a file in with lines to look at', async () => {
    await album.keep(await album.visit(secretary, paths.inAndOut), 'ind-og-ud', { width: 860, height: 1025 })
    await sendRoster(await album.visit(secretary, paths.inAndOut))
  })

  async function sendRoster(page: Page): Promise<void> {
    const lines = [
      'plads;navn;fra;til;hverv',
      'Perron 4;Asta Lyng;01-01-2014;31-12-2017;formand',
      'Cafe Rusfri;Poul Bjerg;01-01-2014;30-06-2016;',
      'Slotsgården;Jytte Kvist;01-01-2014;31-12-2017;',
      'Perron fire;Villy Ravn;01-07-2016;31-12-2017;',
      'Sind;Grethe Holk;01-01-2014;32-12-2017;',
    ]
    const buffer = Buffer.from(lines.join('\r\n'))
    await page
      .locator('main input[type=file]')
      .setInputFiles({ name: 'medlemmer-2014-2017.csv', mimeType: 'text/csv', buffer })
    await Promise.all([
      page.waitForURL('**/indlaesning/**'),
      page.getByRole('button', { name: t('exchange.upload.button') }).click(),
    ])
    await album.keep(page, 'indlaesning', { width: 860, height: 1250 })
  }
})

interface File {
  title: string
  areas: { key: string; bodies?: { key: string; activeUntil?: string }[] }[]
  rules: Record<string, { value: unknown; source: string; sourceEn?: string; confirmed: boolean }>
}

function newVersion(): Buffer {
  const file = JSON.parse(readFileSync(path.join(projectRoot, 'statutes/randers-2018.json'), 'utf8')) as File
  const source = { source: 'Vedtægter 2026, § 9', sourceEn: 'Statutes of 2026, § 9', confirmed: true }
  file.rules.noticeDays = { value: 10, ...source }
  file.rules.holdover = { value: 'yes', ...source }
  const area = file.areas.find(({ key }) => key === 'kontanthjaelp-foertidspension')
  const body = area?.bodies?.[0]
  if (body) body.activeUntil = '2027-07-31'
  return Buffer.from(JSON.stringify(file))
}
