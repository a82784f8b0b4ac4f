import request from 'supertest'
import { Page, type SentForm } from '../../../rehearsal/kit/page.ts'
import { encode } from '../../../rehearsal/kit/sent_form.ts'
import { type BoothId, type ElectionId, NO_ID } from '../../../models/core/ids.ts'
import { settled } from '../../../models/core/jobs.ts'
import { findHere, keyHere, slipHere, unlockHere } from '../../../models/elections/box/hands.ts'
import { type NamedHolder, nameHolders } from '../../../models/elections/box/custody/naming.ts'
import { copySlip, takeSlip } from '../../../models/elections/box/custody/taking.ts'
import { trySlip } from '../../../models/elections/box/custody/trial.ts'
import type { AtOpening } from '../../../models/elections/box/opening.ts'
import type { Opener } from '../../../models/elections/box/opener.ts'
import { runOpening } from '../../../models/elections/box/opening_job.ts'
import { findLockingKey } from '../../../models/elections/box/keys.ts'
import { getElection } from '../../../models/elections/elections.ts'
import { makePairingCode } from '../../../models/elections/booth/pairing.ts'
import { releaseBooth } from '../../../models/elections/booth/booths.ts'
import { openPolling } from '../../../models/elections/polling/opening.ts'
import { closePolling } from '../../../models/elections/polling/polling.ts'
import type { Db } from '../../../models/core/db.ts'
import type { Official } from '../../../models/elections/reach.ts'
import type { ElectionRow } from '../../../models/elections/tables.ts'
import type { BoothRow } from '../../../models/elections/booth/tables.ts'
import type { RuleValue } from '../../../models/statutes/document.ts'
import { paths } from '../../../views/paths.ts'
import { Visitor, type TestApp } from '../app.ts'
import { aListedElection, ruledBy, DAYS, official, PAPERS, type Given } from './elections.ts'
import { remembered } from '../databases/remembered.ts'

export interface BoothGiven extends Given {
  means?: ElectionRow['means']
  marksMax?: number
  marks?: RuleValue<'marks'>
  /** The seats of each place. */
  places?: number
}

/** Slips as they are typed: the words with spaces between. */
export type Slips = string[]

/** A listed election in which people vote on a tablet, its box locked and the slips tried. */
export const aLockedElection = remembered(async function aLockedElection(
  house: TestApp,
  given: BoothGiven = {},
): Promise<{ id: ElectionId; slips: Slips }> {
  const id = await aListedElection(house, given)
  const {
    means = 'booth',
    marksMax,
    marks = marksMax === undefined ? undefined : { min: 1, max: marksMax },
  } = given
  await house.db('elections').where({ id }).update({ means })
  if (marks) await ruledBy(house, id, { marks }, given.places)
  const slips = await aBoxKey(house, id)
  return { id, slips }
})

/** Who holds slips 1, 2 and 3 at Perron 4; the chair names them, and the two others try theirs. */
const HOLDERS = ['bo', 'signe', 'vera'] as const
/** Elsewhere the last slip is printed for somebody without an account. */
const ELSEWHERE = ['signe', 'vera', 'tage'] as const

/** Locks the box with slips that have been fetched and tried; returns the words on them. */
export const aBoxKey = remembered(async function aBoxKey(house: TestApp, id: ElectionId): Promise<Slips> {
  const maker = await official(house, 'vera')
  const { area_slug } = await getElection(house.db, maker.user, id)
  const takers: Taker[] = []
  for (const name of area_slug === 'perron-4' ? HOLDERS : ELSEWHERE) {
    const by = await official(house, name)
    takers.push({ by, holder: name === 'tage' ? { name: 'Ole Sky' } : { account: by.user.id } })
  }
  return lockedWith(house.db, id, maker, takers)
})

interface Taker {
  by: Official
  holder: NamedHolder
}

/** Each fetches a slip and writes it down; all but the one who named the holders try theirs. */
export async function lockedWith(
  db: Db,
  id: ElectionId,
  maker: Official,
  takers: readonly Taker[],
): Promise<Slips> {
  await nameHolders(db, maker, id, { holders: takers.map(({ holder }) => holder) })
  const slips: Slips = []
  for (const [index, { by }] of takers.entries()) {
    const number = index + 1
    const { words, key } = await takeSlip(db, by, id, number, slipHere)
    await copySlip(db, by, id, { number, key }, keyHere)
    slips.push(words)
    if (by.user.id !== maker.user.id)
      await trySlip(db, by, id, { number, slip: Buffer.from(words) }, findHere)
  }
  return slips
}

/** A locked election with open polls; the clock stands at noon on the polling day. */
export const anOpenBoothElection = remembered(async function anOpenBoothElection(
  house: TestApp,
  given: BoothGiven = {},
): Promise<{ id: ElectionId; slips: Slips }> {
  const locked = await aLockedElection(house, given)
  house.clock.set(`${DAYS.polling}T11:00:00Z`)
  const form = { opened_at: '11.00', first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
  await openPolling(house.db, await official(house, 'signe'), locked.id, form)
  return locked
})

/** Closes the polls; the clock stands in the afternoon of the polling day. */
export const closed = remembered(async function closed(house: TestApp, id: ElectionId): Promise<void> {
  house.clock.set(DAYS.evening)
  const { means } = (await house.db('elections').where({ id }).first('means'))!
  const papers = means === 'booth' ? {} : PAPERS
  await closePolling(house.db, await official(house, 'signe'), id, {
    ...{ closed_at: '14.00', small_box: means === 'both', ...papers },
  })
})

/** Two people open the box with two slips; done when it is cleared up. */
export async function openedBox(house: TestApp, id: ElectionId, slips: Slips): Promise<void> {
  const opener = await anOpener(house, id, slips.slice(1))
  await runOpening(house.db, await official(house, 'bo'), id, { opener, people: PEOPLE })
  await settled(house.db)
}

export const PEOPLE: AtOpening[] = ['Bo Krag', 'Lis Winther'].map((typed_by, index) => {
  return { typed_by, number: index + 2, holder: index === 0 ? 'Signe Holm' : 'Vera Stub', became: 'counted' }
})

/** The box's key in this process, put together from two slips. */
export async function anOpener(house: TestApp, id: ElectionId, slips: Slips): Promise<Opener> {
  const key = await findLockingKey(house.db, id)
  if (!key) throw new Error('the box has no key')
  return unlockHere(key, asTyped(slips).slice(0, key.threshold))
}

/** Slips as they come from a form. */
export function asTyped(slips: Slips): Buffer[] {
  return slips.map((words) => Buffer.from(words))
}

export async function aBooth(house: TestApp, id: ElectionId): Promise<Tablet> {
  const code = await makePairingCode(house.db, await official(house, 'signe'), id)
  const tablet = new Tablet(house)
  const answer = await tablet.raw('post', paths.boothPairing, { code })
  tablet.cookie = [answer.headers['set-cookie'] ?? []].flat().join().split(';')[0] ?? ''
  const paired = await house.db('booths').where({ election_id: id }).orderBy('number', 'desc').first()
  tablet.id = paired?.id ?? NO_ID
  tablet.electionId = id
  return tablet
}

/** A tablet in the private corner. Every step is a form of the page before, sent as without JavaScript. */
export class Tablet extends Visitor {
  id: BoothId = NO_ID
  electionId: ElectionId = NO_ID
  /** For sending the tablet's cookie from somewhere else. */
  cookie = ''
  private readonly house: TestApp

  constructor(house: TestApp) {
    super(house)
    this.house = house
  }

  async row(): Promise<BoothRow> {
    return (await this.house.db('booths').where({ id: this.id }).first())!
  }

  async release(): Promise<void> {
    const by = await official(this.house, 'signe')
    await releaseBooth(this.house.db, by, this.electionId, this.id, await this.row())
  }

  async ballot(): Promise<Page> {
    await this.release()
    return this.get(paths.boothDoor)
  }

  async vote(...names: string[]): Promise<Page> {
    return this.cast(await this.choose(await this.ballot(), ...names))
  }

  /** Presses a card, or ticks several; no name votes blank. Returns the page that asks for the confirmation. */
  async choose(ballot: Page, ...names: string[]): Promise<Page> {
    const boxes = ballot.$('input[type=checkbox][name=marks]')
    if (names.length === 0) return this.press(ballot, 'choose', 'blank')
    const ids = names.map((name) => idOf(ballot, name))
    if (boxes.length === 0) return this.press(ballot, 'choose', ids[0] ?? '')
    const { action, fields } = ballot.fill()
    return this.send({ action, fields: { ...fields, marks: ids, go: 'confirm' } })
  }

  async press(page: Page, name: string, value: string): Promise<Page> {
    const button = page.$(`button[name="${name}"][value="${value}"]`)
    if (button.length !== 1) throw new Error(`${button.length} buttons ${name}=${value} on ${page.url}`)
    const form = button.closest('form')
    const fields: SentForm['fields'] = {}
    for (const one of form.serializeArray()) {
      const before = fields[one.name]
      fields[one.name] = before === undefined ? one.value : [...[before].flat(), one.value]
    }
    return this.send({ action: form.attr('action') ?? '', fields: { ...fields, [name]: value } })
  }

  async cast(confirm: Page): Promise<Page> {
    return this.send(castOf(confirm))
  }
}

export function castOf(confirm: Page): SentForm {
  return confirm.fill({}, confirm.$('form[data-cast] button').text().trim())
}

export function idOf(ballot: Page, name: string): string {
  const cards = ballot.$('.vote-card').filter((_index, card) => ballot.$(card).text().trim() === name)
  const id = cards.attr('value') ?? cards.find('input').attr('value')
  if (id === undefined) throw new Error(`no "${name}" on ${ballot.url}:\n${ballot.text}`)
  return id
}

/** Sends the same cookie to another app: a restarted server, or a second one. */
export async function sendTo(
  app: TestApp['app'],
  cookie: string,
  { action, fields }: SentForm,
): Promise<Page> {
  const answer = await request(app).post(action).set('Cookie', cookie).type('form').send(encode(fields))
  return new Page({ status: answer.status, url: action, html: answer.text })
}
