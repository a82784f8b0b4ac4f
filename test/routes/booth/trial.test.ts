import { expect } from 'chai'
import type { ElectionId } from '../../../models/core/ids.ts'
import { listTablets, type BoothReport, noteAnswer } from '../../../models/elections/booth/reports.ts'
import { makePairingCode } from '../../../models/elections/booth/pairing.ts'
import { openPolling } from '../../../models/elections/polling/opening.ts'
import { paths } from '../../../views/paths.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { aBooth, aLockedElection, type Tablet } from '../../support/builders/booth.ts'
import { DAYS, official, storesNothing } from '../../support/builders/elections.ts'

const DAY_BEFORE = '2026-03-09T12:00:00Z'

describe('The voting tablet before polling', () => {
  let house: TestApp
  let id: ElectionId
  let tablet: Tablet

  beforeEach(async () => {
    house = await anApp()
    ;({ id } = await aLockedElection(house))
    house.clock.set(DAY_BEFORE)
    tablet = await aBooth(house, id)
  })

  const told = async () => (await listTablets(house.db, id, house.clock))[0]!
  const report = (fields: Record<string, string>) => tablet.raw('post', paths.boothReport, fields)
  const ballots = async () => (await house.db('envelopes').select('id')).length

  async function opens(): Promise<void> {
    house.clock.set(`${DAYS.polling}T10:00:00Z`)
    const form = { opened_at: '11.00', first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
    await openPolling(house.db, await official(house, 'signe'), id, form)
  }

  it('is walked through without a vote: chosen, changed, confirmed, and said to work', async () => {
    const waiting = await tablet.get(paths.boothDoor)
    expect(waiting.attributes('main a', 'href')).to.deep.equal([paths.boothTrial])
    const ballot = await tablet.get(paths.boothTrial)
    expect(ballot.text).to.include('Dette er en prøve. Ingen stemme bliver afgivet.')
    expect(ballot.text).not.to.match(/Anker Bro|Jens Ærø|Åse Wang/)
    const large = await tablet.press(ballot, 'set', 'lang:en')
    expect(large.text).to.include('This is a trial. No vote is cast.')
    const confirm = await tablet.choose(ballot, 'Prøvenavn 2')
    expect(confirm.heading).to.equal('Du har valgt Prøvenavn 2')
    const again = await tablet.press(confirm, 'go', 'again')
    const blank = await tablet.choose(again)
    const end = await tablet.submit(blank, {}, 'Ja, læg min stemme i kassen')
    expect(end.heading).to.equal('Prøven er slut')
    expect(end.text).to.include('Der er ikke afgivet nogen stemme.')
    expect((await told()).tried).to.equal(false)
    await tablet.submit(end, {}, 'Ja, skærmen virker')
    expect((await told()).tried).to.equal(true)
    expect([await ballots(), (await tablet.row()).releases]).to.deep.equal([0, 0])
  })

  it('is as the ballot is: where several crosses may be set, boxes, with one name more than crosses', async () => {
    house = await anApp()
    const { id: several } = await aLockedElection(house, { marksMax: 4 })
    const other = await aBooth(house, several)
    const ballot = await other.get(paths.boothTrial)
    expect(ballot.attributes('input[type=checkbox][name=marks]', 'value')).to.have.lengthOf(5)
    const wrong = await other.send({
      action: paths.boothTrial,
      fields: { ...ballot.fill().fields, marks: ['1', '2', '3', '4', '5'], go: 'confirm' },
    })
    expect(wrong.status).to.equal(422)
    const confirm = await other.choose(ballot, 'Prøvenavn 1', 'Prøvenavn 5')
    expect(confirm.texts('.chosen li')).to.deep.equal(['Prøvenavn 1', 'Prøvenavn 5'])
  })

  it('is over once polls open: no page of it is answered with a trial, and none takes a vote', async () => {
    const ballot = await tablet.get(paths.boothTrial)
    const confirm = await tablet.choose(ballot, 'Prøvenavn 1')
    await opens()
    expect((await tablet.get(paths.boothTrial)).heading).to.equal('Vent på, at personalet åbner')
    const presses = [
      () => tablet.choose(ballot, 'Prøvenavn 2'),
      () => tablet.submit(confirm, {}, 'Ja, læg min stemme i kassen'),
      () => tablet.press(confirm, 'go', 'again'),
    ]
    for (const press of presses) {
      const after = await storesNothing(house, press)
      expect(after.heading).to.equal('Vent på, at personalet åbner')
    }
    await tablet.send({ action: paths.boothTried, fields: {} })
    expect([(await told()).tried, await ballots()]).to.deep.equal([false, 0])
  })

  it('tells when it answered, also without a script, but then neither clock nor battery', async () => {
    expect((await told()).hoursSilent).to.equal(null)
    await tablet.get(paths.boothDoor)
    expect(await told()).to.deep.include({ hoursSilent: 0, clockOff: null, battery: null })
    house.clock.set('2026-03-09T15:00:00Z')
    expect((await told()).hoursSilent).to.equal(3)
    await tablet.get(paths.boothDoor)
    expect((await told()).hoursSilent).to.equal(0)
  })

  const now = Date.parse(DAY_BEFORE)
  const reports: [what: string, fields: Record<string, string>, told: object][] = [
    [
      'both',
      { clock: `${now + 90_000}`, battery: '83', charging: '1' },
      { clockOff: 90, battery: 83, charging: true },
    ],
    ['a slow clock', { clock: `${now - 7_200_000}` }, { clockOff: -7200, battery: null, charging: false }],
    ['a battery out of range', { clock: `${now}`, battery: '101' }, { clockOff: 0, battery: null }],
    ['nonsense', { clock: 'soon', battery: '-1' }, { clockOff: null, battery: null }],
    ['a clock at the end of time', { clock: '9'.repeat(15) }, { clockOff: 315_360_000 }],
  ]
  for (const [what, fields, wanted] of reports)
    it(`is told by its script, and believed as far as it can be read: ${what}`, async () => {
      expect((await report(fields)).status).to.equal(204)
      expect(await told()).to.deep.include(wanted)
    })

  it('stays with what it told when it next only answers', async () => {
    await report({ clock: `${now}`, battery: '40', charging: '0' })
    house.clock.set('2026-03-09T12:05:00Z')
    await tablet.get(paths.boothDoor)
    expect(await told()).to.deep.include({ hoursSilent: 0, clockOff: 0, battery: 40 })
  })

  it('is not written down about while people vote, whatever it sends', async () => {
    await report({ clock: `${now}`, battery: '90' })
    await opens()
    const before = await house.db('booth_reports')
    await report({ clock: `${now}`, battery: '10' })
    await tablet.get(paths.boothDoor)
    await tablet.vote('Anker Bro')
    const late: BoothReport = { clock: now }
    await noteAnswer(house.db, await tablet.row(), house.clock, late)
    expect(await house.db('booth_reports')).to.deep.equal(before)
  })

  it('asks for a paired tablet', async () => {
    const stranger = house.visitor()
    expect((await stranger.get(paths.boothTrial)).status).to.equal(401)
    for (const action of [paths.boothTrial, paths.boothTrialEnd, paths.boothTried, paths.boothReport])
      expect((await stranger.send({ action, fields: {} })).status, action).to.equal(401)
  })

  it('is still paired the day after it was paired', async () => {
    const cookie = (await pairedAnew()).headers['set-cookie']
    const age = /Max-Age=(\d+)/.exec([cookie ?? []].flat().join())?.[1]
    expect(Number(age)).to.be.greaterThan(7 * 86_400)
  })

  async function pairedAnew() {
    const code = await makePairingCode(house.db, await official(house, 'signe'), id)
    return house.visitor().raw('post', paths.boothPairing, { code })
  }
})
