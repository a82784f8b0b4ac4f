import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { Conflict, Refused } from '../../../../models/core/errors.ts'
import {
  changeStatutesRule,
  previewStatutesRule,
  type RuleChangeForm,
} from '../../../../models/council/statutes/rule_change.ts'
import {
  getStatutesVersion,
  latestStatutes,
  listStatutesVersions,
  statutesOn,
} from '../../../../models/statutes/versions.ts'
import { assumedRules, getRule } from '../../../../models/statutes/document.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { NO_ID } from '../../../../models/core/ids.ts'
import { anId } from '../../../support/ids.ts'

const overFilledSeats = { share: [1, 2], comparison: 'at_least', base: 'filled_seats' }

describe('Versions of the statutes', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
  })

  function change(form: Partial<RuleChangeForm>) {
    const usual = {
      key: 'quorum',
      seenVersion: anId(1),
      source: 'UR010118, § 7',
      reason: 'Vedtægterne er fundet',
    }
    return changeStatutesRule(house.db, house.by, { ...usual, inForceFrom: isoDate('2026-03-02'), ...form })
  }

  async function refusalOf(act: Promise<unknown>): Promise<Refused> {
    const error: unknown = await act.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof Refused)) throw new Error('nothing was refused', { cause: error })
    return error
  }

  it('a confirmed rule is a new version; the old one is untouched and the mark is gone', async () => {
    const [before] = await house.db('statutes_versions')
    const { id } = await change({})
    expect(
      await house
        .db('statutes_versions')
        .where({ id: anId(1) })
        .first(),
    ).to.deep.equal(before)
    const { statutes, replaces_id, rule_key } = await getStatutesVersion(house.db, id)
    expect({ replaces_id, rule_key }).to.deep.equal({ replaces_id: 1, rule_key: 'quorum' })
    expect(statutes.rules.quorum).to.deep.equal({
      value: { share: [1, 2], comparison: 'at_least', base: 'all_seats' },
      source: 'UR010118, § 7',
      confirmed: true,
    })
    expect(assumedRules(statutes)).not.to.include('quorum')
    expect(assumedRules((await getStatutesVersion(house.db, anId(1))).statutes)).to.include('quorum')
  })

  it('a changed value holds from its day, and the old one until the day before', async () => {
    await change({ value: overFilledSeats, inForceFrom: isoDate('2026-08-01') })
    const baseOn = async (day: string) =>
      (await statutesOn(house.db, isoDate(day))).statutes.rules.quorum.value.base
    expect(await baseOn('2017-06-01')).to.equal('all_seats')
    expect(await baseOn('2026-07-31')).to.equal('all_seats')
    expect(await baseOn('2026-08-01')).to.equal('filled_seats')
  })

  it('writes one line in the log, with the values before and after', async () => {
    const count = async () => Number((await house.db('audit_events').count({ n: '*' }))[0]?.n)
    const before = await count()
    const { id } = await change({ value: overFilledSeats })
    expect(await count()).to.equal(before + 1)
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event).to.include({ action: 'statutes.rule_changed', subject: `statutes:${id}` })
    expect(JSON.parse(event?.details ?? '{}')).to.deep.equal({
      rule: 'quorum',
      from: '{"base":"all_seats","comparison":"at_least","share":[1,2]}',
      to: '{"base":"filled_seats","comparison":"at_least","share":[1,2]}',
      in_force_from: '2026-03-02',
    })
  })

  it('a value that is given as it was is a confirmation', async () => {
    await change({ key: 'complaintDays', value: 7 })
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event?.action).to.equal('statutes.rule_confirmed')
  })

  it('an assumed rule may be corrected from the first day of the version, never before', async () => {
    await change({ inForceFrom: isoDate('2018-01-01') })
    expect((await latestStatutes(house.db)).in_force_from).to.equal('2018-01-01')
    const early = change({ key: 'marks', seenVersion: anId(2), inForceFrom: isoDate('2017-12-31') })
    expect(await refusalOf(early)).to.deep.include({
      reason: 'version_before_latest',
      params: { from: '2018-01-01' },
      field: 'in_force_from',
    })
  })

  it('a confirmed rule bound people: it changes from today at the earliest', async () => {
    const yesterday = { key: 'substitutes', value: 'pool', inForceFrom: isoDate('2026-03-01') }
    expect(await refusalOf(change(yesterday))).to.deep.include({
      reason: 'version_in_past',
      params: { today: '2026-03-02' },
    })
    await change({ ...yesterday, inForceFrom: isoDate('2026-03-02') })
  })

  it('a version that is booked ahead cannot be overtaken', async () => {
    const { id } = await change({ inForceFrom: isoDate('2027-01-01') })
    const sooner = change({ key: 'marks', seenVersion: id, inForceFrom: isoDate('2026-06-01') })
    expect(await refusalOf(sooner)).to.include({ reason: 'version_before_latest' })
  })

  it('an open question is answered, not confirmed', async () => {
    expect(await refusalOf(change({ key: 'holdover' }))).to.include({ reason: 'rule_is_open' })
    expect(await refusalOf(change({ key: 'appointingBody' }))).to.include({ reason: 'rule_is_open' })
    await change({ key: 'holdover', value: 'yes' })
  })

  it('refuses a value that the rule cannot have, and stores nothing', async () => {
    const tooMany = change({ key: 'seats', value: 10 })
    expect(await refusalOf(tooMany)).to.include({ reason: 'seats_do_not_add_up' })
    const nonsense = change({ value: { share: [3, 2], comparison: 'at_least', base: 'all_seats' } })
    expect(await refusalOf(nonsense)).to.include({ reason: 'rule_value_not_allowed' })
    expect(await listStatutesVersions(house.db)).to.have.length(1)
  })

  it('two at once: one makes the version, the other is told', async () => {
    const both = await Promise.allSettled([change({}), change({ key: 'marks' })])
    expect(both.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    const told = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
    expect(told[0]).to.be.instanceOf(Conflict)
    expect(await listStatutesVersions(house.db)).to.have.length(2)
  })

  it('a preview is checked like the act and stores nothing', async () => {
    const form = { key: 'quorum', seenVersion: anId(1), source: 'x', reason: 'x', value: overFilledSeats }
    const today = isoDate('2026-03-02')
    const preview = await previewStatutesRule(house.db, today, { ...form, inForceFrom: today })
    expect(getRule(preview.before, 'quorum').value.base).to.equal('all_seats')
    expect(getRule(preview.after, 'quorum').value.base).to.equal('filled_seats')
    const early = previewStatutesRule(house.db, today, { ...form, inForceFrom: isoDate('2017-01-01') })
    expect(await refusalOf(early)).to.include({ reason: 'version_before_latest' })
    expect(await listStatutesVersions(house.db)).to.have.length(1)
  })

  it('an election and a meeting keep the version that they were made under', async () => {
    const { db } = house
    const day = isoDate('2026-04-01')
    await db('meetings').insert({
      held_on: day,
      starts_at: '17.00',
      place: 'Laksetorvet',
      title: 'Ordinært møde',
      statutes_version_id: anId(1),
    })
    await db('elections').insert({
      area_id: anId(1),
      term_id: anId(3),
      kind: 'by_election',
      status: 'planned',
      statutes_version_id: anId(1),
      seats: 1,
      place: 'Perron 4',
      candidates_by: day,
      polling_on: day,
      opens_at: '11.00',
      closes_at: '14.00',
      complaints_until: day,
    })
    // Backdated, so that it is in force on the day of both.
    await change({ value: overFilledSeats, inForceFrom: isoDate('2018-01-01') })
    for (const table of ['meetings', 'elections'] as const) {
      const pinned = await db(table).first()
      const { statutes } = await getStatutesVersion(db, pinned?.statutes_version_id ?? NO_ID)
      expect(statutes.rules.quorum.value.base, table).to.equal('all_seats')
      expect(statutes.rules.quorum.confirmed, table).to.equal(false)
    }
    expect((await statutesOn(db, day)).statutes.rules.quorum.value.base).to.equal('filled_seats')
  })
})
