import { addDays, formatDate, formatShortDate } from '../../../../models/core/dates.ts'
import { latestStatutes } from '../../../../models/statutes/versions.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { paths } from '../../../../views/paths.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import type { Page } from '../../../kit/page.ts'
import type { Change } from './change.ts'
import { isPlace } from '../../../../models/rules/core/by_kind.ts'

const REASON = 'Vedtaget på rådets møde'
const PREVIEW = () => t('statutes_form.to_preview')

/** The latest statutes with one seat more where the organisation ends, and another notice of meetings. */
async function newDocument({ plot, area }: Change): Promise<Statutes> {
  const { statutes } = await latestStatutes(plot.house.db)
  const stated = { source: 'De nye vedtægter', sourceEn: 'The new statutes', confirmed: true }
  const first = statutes.areas.find(isPlace)
  const areas = statutes.areas.map((one) =>
    one.key === first?.key && one.key !== area.key ? { ...one, seats: one.seats + 1 } : one,
  )
  const seats = areas.reduce((sum, one) => sum + one.seats, 0)
  const rules = {
    ...statutes.rules,
    seats: { ...stated, value: seats },
    noticeDays: { ...stated, value: 14 },
  }
  return { ...statutes, areas, rules }
}

async function send(change: Change, document: object, from: string): Promise<Page> {
  const { secretary } = change.plot.cast
  const form = await secretary.open(paths.statutesUpload)
  const file = { field: 'file', name: 'vedtaegter.json', content: JSON.stringify(document) }
  return secretary.upload(form, file, { reason: REASON, in_force_from: from }, PREVIEW())
}

/** Rules that have bound people cannot be changed afterwards: the page says from when a change can hold. */
export async function refusePast(change: Change): Promise<void> {
  const { plot } = change
  const { secretary } = plot.cast
  const today = plot.house.clock.today()
  await step(plot, secretary, 'lægger de nye vedtægter op fra i går og får nej', async () => {
    const document = await newDocument(change)
    const said = await send(change, document, formatShortDate(addDays(today, -1))).then(
      () => '',
      (error: unknown) => (error as Error).message,
    )
    if (!said.includes(formatDate(today, 'da'))) throw new Error(`siden sagde: ${said}`)
    return 'tidligst i dag'
  })
  await step(
    plot,
    secretary,
    'lægger en fil op, hvor pladserne ikke passer sammen, og får stedet at vide',
    async () => {
      const document = { ...(await newDocument(change)), areas: plot.house.statutes.areas }
      const form = await secretary.open(paths.statutesUpload)
      const file = { field: 'file', name: 'forkert.json', content: JSON.stringify(document) }
      const said = await secretary.upload(form, file, { reason: REASON }, PREVIEW()).then(
        () => '',
        (error: unknown) => (error as Error).message,
      )
      if (!said.includes('422')) throw new Error(`siden sagde: ${said}`)
    },
  )
}

/** From the day after the organisation's last. The page says which seat loses it, and who keeps sitting. */
export async function uploadVersion(change: Change): Promise<void> {
  const { plot, area, body, from, members } = change
  const { secretary } = plot.cast
  const preview = await step(plot, secretary, 'ser, hvad de nye vedtægter betyder for rådet', async () => {
    const page = await send(change, await newDocument(change), formatShortDate(from))
    const [line = ''] = page.texts('.consequence-grave strong')
    const number = [...members.keys()].indexOf(area.key) + 1
    const expected = `Fra ${formatDate(from, 'da')} mister plads ${number} (${area.name}) sin indstillende organisation: ${body}.`
    if (line !== expected) throw new Error(`siden siger: ${line}`)
    expectText(page, t('statutes_form.pinned'))
    expectText(page, members.get(area.key) ?? '')
    return page
  })
  await step(plot, secretary, 'siger ja, og det hele sker på én gang', async () => {
    const page = await secretary.send(preview, {}, t('statutes_form.save'))
    if (page.notice !== t('statutes_versions.saved')) throw new Error(page.text)
  })
}

/** On the day the seat's page says so; the council then lets the successor nominate, by a further version. */
export async function letSuccessorIn(change: Change): Promise<void> {
  const { plot, area, body, successor } = change
  const { secretary } = plot.cast
  await step(plot, secretary, 'ser på pladsen, at organisationen er stoppet', async () => {
    const page = await secretary.open(paths.seat(area.key))
    expectText(page, body)
    expectText(page, successor)
  })
  const preview = await step(plot, secretary, `lader ${successor} indstille fra i dag`, async () => {
    const { statutes } = await latestStatutes(plot.house.db)
    const areas = statutes.areas.map((one) => {
      const next = one.bodies[0]?.successor
      if (one.key !== area.key || !next) return one
      const { note: _note, noteEn: _noteEn, ...joined } = next
      return { ...one, bodies: [joined] }
    })
    const page = await send(change, { ...statutes, areas }, formatShortDate(plot.house.clock.today()))
    expectText(
      page,
      t('statutes_versions.consequence.body_added', {
        date: formatDate(change.from, 'da'),
        body: successor,
        area: area.name,
      }),
    )
    return page
  })
  await step(plot, secretary, 'siger ja til det også', async () => {
    await secretary.send(preview, {}, t('statutes_form.save'))
  })
}
