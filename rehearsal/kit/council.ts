import { verifyChain } from '../../models/core/chain.ts'
import { checkRows, type RowFinding } from '../../models/core/ledger/check.ts'
import { formatShortDate, type IsoDate } from '../../models/core/dates.ts'
import type { Term } from '../../models/statutes/document.ts'
import { paths } from '../../views/paths.ts'
import { openAccounts } from '../scenarios/renewal/first_council/accounts.ts'
import { seatsOf } from '../scenarios/renewal/first_council/appointments.ts'
import { step, t, type Plot } from '../scenarios/renewal/first_council/plot.ts'
import type { House } from './house.ts'
import type { Journal } from './journal.ts'
import { inventedNames } from './names.ts'
import type { Page } from './page.ts'
import { isOfOrganisations, isPlace } from '../../models/rules/core/by_kind.ts'

/** Staff get accounts only at the places that the play is about. */
export async function openOffice(
  house: House,
  journal: Journal,
  { term, places = 0 }: { term: Term; places?: number },
): Promise<Plot> {
  const { statutes } = house
  const elected = statutes.areas.filter(isPlace)
  const before = {
    house,
    journal,
    names: inventedNames(),
    term,
    places: elected.slice(0, places),
    organisations: statutes.areas.filter(isOfOrganisations),
    seated: new Map<string, string[]>(),
  }
  journal.heading(`${house.clock.today()}  ${statutes.council.name}: konti`)
  return { ...before, cast: await openAccounts(before) }
}

/** Writes a member on a seat by hand, from the first day of a term. Returns the name. */
export async function seatByHand(plot: Plot, seat: string, from: IsoDate): Promise<string> {
  const { secretary } = plot.cast
  const name = plot.names.next().value
  await step(plot, secretary, `skriver ${name} ind på pladsen ${seat}`, async () => {
    const person = await secretary.open(paths.newPerson)
    await secretary.send(person, { name, contact_by: 'phone', phone: '86 40 00 00', publish_name: 'ja' })
    const form = await secretary.open(paths.newMembership(seat))
    const known = form.texts('select[name=person_id] option').find((line) => line.startsWith(name)) ?? name
    await secretary.send(form, {
      person_id: form.choice('person_id', known),
      starts_on: formatShortDate(from),
    })
  })
  return name
}

export async function seatEverybody(plot: Plot, from: IsoDate): Promise<Map<string, string>> {
  const seats = new Map<string, string>()
  for (const area of plot.house.statutes.areas)
    for (const seat of seatsOf(area)) seats.set(seat, await seatByHand(plot, seat, from))
  return seats
}

/** `day` is the member's last day. */
export async function leaveSeat(
  plot: Plot,
  { seat, name, on }: { seat: string; name: string; on: IsoDate },
  fields: Record<string, string> = {},
): Promise<Page> {
  const { secretary } = plot.cast
  let shown: Page | undefined
  await step(plot, secretary, `afslutter medlemskabet for ${name}, der stopper`, async () => {
    const page = await secretary.open(paths.seat(seat))
    const leaving = await secretary.follow(page, `${t('register.leaving.link')} ${name}`)
    shown = await secretary.open(`${leaving.url}?dato=${on}`)
    await secretary.send(shown, { end_reason: 'resigned', ...fields })
  })
  if (!shown) throw new Error('siden om at stoppe kom aldrig')
  return shown
}

export async function reconcileLog({ house, journal }: Plot): Promise<void> {
  const chain = await verifyChain(house.db)
  journal.reconcile(
    'Logbogens kæde',
    'hel',
    chain.whole ? 'hel' : `brudt ved linje ${chain.sequence} (${chain.fault})`,
  )
  const rows = await checkRows(house.db)
  journal.reconcile('Rækker, der ikke er, som en handling efterlod dem', 'ingen', tablesOf(rows) || 'ingen')
}

function tablesOf(rows: readonly RowFinding[]): string {
  return [...new Set(rows.map((row) => ('table' in row ? row.table : `linje ${row.sequence}`)))].join(', ')
}
