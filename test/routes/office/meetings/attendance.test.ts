import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { checkRows } from '../../../../models/core/ledger/check.ts'
import type { MeetingId } from '../../../../models/core/ids.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { changeStatutesRule } from '../../../../models/council/statutes/rule_change.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aMeeting, marked } from '../../../support/builders/meetings.ts'
import { aCouncil, aMember, type Council, type Member } from '../../../support/builders/register.ts'
import { anId } from '../../../support/ids.ts'

const REST = 'Alle, der ikke er skrevet op, er her'

describe('attendance and quorum', () => {
  let app: TestApp
  let vera: Visitor
  let council: Council
  let members: Member[]

  beforeEach(async () => {
    app = await anApp({ on: '2026-01-15' })
    vera = await app.as('vera')
    council = await aCouncil(app)
    members = Object.values(council)
  })

  const pathOf = (id: MeetingId) => `/kontor/moeder/${id}/fremmoede`
  const line = (page: Page) => page.texts('.quorum-line')[0]

  async function tap(page: Page, member: Member, status: string, by = vera): Promise<Page> {
    const row = page.$(`input[name=membership_id][value=${member.membershipId}]`).closest('form')
    const fields = Object.fromEntries(row.serializeArray().map(({ name, value }) => [name, value]))
    expect(row.find(`button[name=status][value=${status}]`)).to.have.length(1)
    return by.send({ action: row.attr('action')!, fields: { ...fields, status } })
  }

  async function present(id: MeetingId, count: number): Promise<Page> {
    await marked(app, id, 'present', members.slice(0, count))
    return vera.get(pathOf(id))
  }

  async function changeQuorum(base: 'all_seats' | 'filled_seats', inForceFrom: string): Promise<void> {
    const { id } = (await app.db('statutes_versions').orderBy('id', 'desc').first('id'))!
    const value = { share: [1, 2], comparison: 'at_least', base }
    await changeStatutesRule(app.db, app.by, {
      key: 'quorum',
      seenVersion: id,
      value,
      source: 'Rådets beslutning',
      reason: 'Afklaret',
      inForceFrom: isoDate(inForceFrom),
    })
  }

  it('shows nine rows with name, office and seat, and a tap shows at once what it does', async () => {
    const id = await aMeeting(app)
    const page = await vera.get(pathOf(id))
    expect(page.texts('#fremmoede legend')).to.deep.equal([
      'Maja Lund Formand Perron 4',
      'Finn Overgaard Café Rusfri',
      'Gerda Elmose Slotsgården',
      'Omar Yildiz Psykiatriens Hus',
      'Tove Brink Psykiatri 1',
      'Åse Ravn Psykiatri 2',
      'Niels Højgaard Boligsocial',
      'Karla Due Næstformand Kontanthjælp/førtidspension',
      'Preben Skytte Forsorg/Hjemløse',
    ])
    expect(page.texts('#plads-perron-4 button')).to.deep.equal(['Til stede', 'Forfald', 'Gået', 'Udeblevet'])
    const after = await tap(page, council['perron-4'], 'present')
    expect(after.url).to.equal(`${pathOf(id)}#medlem-${council['perron-4'].membershipId}`)
    expect(line(after)).to.equal('Ikke beslutningsdygtig · 1 af 9 · der mangler 4')
    expect(after.texts('#plads-perron-4 [aria-pressed=true]')).to.deep.equal(['Til stede'])
  })

  describe('"mindst halvdelen" of nine seats', () => {
    it('4 of 9 are not enough: one is missing, and the page says what may be done', async () => {
      const page = await present(await aMeeting(app), 4)
      expect(line(page)).to.equal('Ikke beslutningsdygtig · 4 af 9 · der mangler 1')
      expect(page.texts('.quorum-next')).to.deep.equal([
        'Lige nu må I orientere hinanden, udsætte punkter og lukke mødet. I kan ikke tage beslutninger.',
      ])
    })

    it('5 of 9 are enough, and nothing more is told', async () => {
      const page = await present(await aMeeting(app), 5)
      expect(line(page)).to.equal('Beslutningsdygtig · 5 af 9 · kravet er 5')
      expect(page.$('.quorum-next')).to.have.length(0)
    })

    it('somebody goes, and it shows at once', async () => {
      const page = await present(await aMeeting(app), 5)
      const after = await tap(page, members[0]!, 'left')
      expect(line(after)).to.equal('Ikke beslutningsdygtig · 4 af 9 · der mangler 1')
      expect(line(await tap(after, members[0]!, 'present'))).to.equal(
        'Beslutningsdygtig · 5 af 9 · kravet er 5',
      )
    })
  })

  describe('one seat vacant: 8 filled and 4 present', () => {
    beforeEach(async () => {
      const end = { ends_on: isoDate('2026-01-13'), end_reason: 'resigned' as const }
      await endMembership(app.db, app.by, council['forsorg-hjemloese'].membershipId, end)
    })

    it('is not quorate where all nine seats count', async () => {
      const page = await present(await aMeeting(app), 4)
      expect(line(page)).to.equal('Ikke beslutningsdygtig · 4 af 9 · der mangler 1')
      expect(page.texts('#plads-forsorg-hjemloese')).to.deep.equal(['Ledig Forsorg/Hjemløse'])
      expect(page.text).to.include('Alle pladser tæller med, også de ledige.')
    })

    it('is quorate where only the filled ones count', async () => {
      await changeQuorum('filled_seats', '2026-01-01')
      const page = await present(await aMeeting(app), 4)
      expect(line(page)).to.equal('Beslutningsdygtig · 4 af 8 · kravet er 4')
      expect(page.text).to.include('Ledige pladser tæller ikke med.')
    })
  })

  describe('the rule', () => {
    it('is shown as assumed, with a link for those who may confirm it and another for those who may not', async () => {
      const id = await aMeeting(app)
      const hers = await vera.get(pathOf(id))
      expect(hers.texts('.assumed')).to.deep.equal([
        'Antaget – ikke bekræftet: Hvornår kan rådet tage beslutninger? Læs, hvad der gælder',
      ])
      expect(hers.link('Læs, hvad der gælder')).to.equal('/vedtaegter#quorum')
      const page = await (await app.as('signe')).get(pathOf(id))
      expect(page.link('Læs, hvad der gælder')).to.equal('/kontor/vedtaegter/quorum')
    })

    it('once confirmed, is no longer assumed for new meetings; a planned one keeps the version it had', async () => {
      const before = await aMeeting(app, { starts_at: '15.00' })
      const signe = await app.as('signe')
      const form = await signe.get('/kontor/vedtaegter/quorum')
      const preview = await signe.submit(form, {
        decision: 'confirm',
        source: 'Vedtægternes punkt 5',
        reason: 'Vi har fundet papiret',
        in_force_from: '15-01-2026',
        step: 'preview',
      })
      await signe.submit(preview, { step: 'save' }, 'Gem som ny udgave')
      const after = await aMeeting(app, { starts_at: '17.00' })
      expect((await vera.get(pathOf(after))).$('.assumed')).to.have.length(0)
      expect((await vera.get(pathOf(before))).$('.assumed')).to.have.length(1)
      expect(await app.db('meetings').orderBy('id').pluck('statutes_version_id')).to.deep.equal([1, 2])
    })
  })

  describe('before the day', () => {
    it('only apologies can be written', async () => {
      const id = await aMeeting(app, { held_on: '2026-01-30' })
      const page = await vera.get(pathOf(id))
      expect(line(page)).to.equal('Mødet er ikke begyndt · ingen har meldt forfald')
      expect(page.texts('#plads-perron-4 button')).to.deep.equal(['Forfald'])
      const after = await tap(page, members[0]!, 'excused')
      expect(line(after)).to.equal('Mødet er ikke begyndt · 1 har meldt forfald')
      const row = after.$('#plads-cafe-rusfri form')
      const fields = Object.fromEntries(row.serializeArray().map(({ name, value }) => [name, value]))
      const refused = await vera.send({ action: pathOf(id), fields: { ...fields, status: 'present' } })
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([
        'Mødet er først den 30. januar 2026. Indtil da kan du kun skrive forfald.',
      ])
    })

    it('apologies alone do not tell who is there on the day', async () => {
      const id = await aMeeting(app)
      await marked(app, id, 'excused', members.slice(0, 2))
      expect(line(await vera.get(pathOf(id)))).to.equal('Fremmøde er ikke oplyst; kan ikke beregnes')
    })
  })

  it('what was written by mistake can be taken back', async () => {
    const page = await present(await aMeeting(app), 1)
    const after = await tap(page, members[0]!, 'unknown')
    expect(line(after)).to.equal('Fremmøde er ikke oplyst; kan ikke beregnes')
    expect(await app.db('attendances')).to.have.length(0)
  })

  it('the same tap twice is one line in the log', async () => {
    const id = await aMeeting(app)
    const page = await vera.get(pathOf(id))
    await tap(page, members[0]!, 'present')
    await tap(page, members[0]!, 'present')
    await tap(await vera.get(pathOf(id)), members[0]!, 'present')
    const events = await app.db('audit_events').where({ action: 'meeting.attendance' })
    expect(events.map(({ details }) => JSON.parse(details) as unknown)).to.deep.equal([
      { membership: members[0]!.membershipId, status: 'present' },
    ])
  })

  it('on two phones the last tap wins, and each page that comes back shows how it is', async () => {
    const id = await aMeeting(app)
    const signe = await app.as('signe')
    const [hers, his] = [await vera.get(pathOf(id)), await signe.get(pathOf(id))]
    await tap(hers, members[0]!, 'present')
    await tap(hers, members[1]!, 'present')
    const page = await tap(his, members[0]!, 'left', signe)
    expect(page.texts('#plads-perron-4 [aria-pressed=true]')).to.deep.equal(['Gået'])
    expect(page.texts('#plads-cafe-rusfri [aria-pressed=true]')).to.deep.equal(['Til stede'])
    expect(line(page)).to.equal('Ikke beslutningsdygtig · 1 af 9 · der mangler 4')
  })

  it('a tap on a page that was left open counts like any other', async () => {
    const id = await aMeeting(app)
    const page = await vera.get(pathOf(id))
    await tap(page, members[0]!, 'present')
    await tap(page, members[0]!, 'left')
    const after = await tap(page, members[0]!, 'present')
    expect(after.texts('#plads-perron-4 [aria-pressed=true]')).to.deep.equal(['Til stede'])
  })

  it('many taps at once all count', async () => {
    const id = await aMeeting(app)
    const page = await vera.get(pathOf(id))
    await Promise.all(members.map((member) => tap(page, member, 'present')))
    expect(line(await vera.get(pathOf(id)))).to.equal('Beslutningsdygtig · 9 af 9 · kravet er 5')
  })

  describe('is refused', () => {
    async function send(id: MeetingId, fields: Record<string, string>): Promise<Page> {
      const form = (await vera.get(pathOf(id))).$('#fremmoede form').first()
      const sent = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
      const before = await app.db('audit_heads').first()
      const page = await vera.send({ action: pathOf(id), fields: { ...sent, ...fields } })
      expect(await app.db('attendances')).to.have.length(0)
      expect(await app.db('audit_heads').first()).to.deep.equal(before)
      return page
    }

    it('for somebody who is not a member that day', async () => {
      const former = await aMember(app.db, app.by, {
        seat: 'perron-4',
        name: 'Ellen Vang',
        startsOn: '2022-01-01',
      })
      const page = await send(await aMeeting(app), {
        membership_id: String(former.membershipId),
        status: 'present',
      })
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal([
        'Personen er ikke medlem af rådet den 15. januar 2026 og kan ikke tælles med.',
      ])
      expect(page.texts('#fremmoede legend')).to.have.length(9)
    })

    it('for nobody, and for a status that is none', async () => {
      const id = await aMeeting(app)
      expect((await send(id, { membership_id: '999', status: 'present' })).status).to.equal(422)
      expect((await send(id, { membership_id: '-1', status: 'present' })).status).to.equal(422)
      expect((await send(id, { status: 'til stede' })).errors).to.deep.equal(['Vælg en af mulighederne.'])
    })

    it('for a meeting that does not exist', async () => {
      expect((await vera.get(pathOf(anId(99)))).status).to.equal(404)
    })

    it('by members, the auditor, staff and administrators, who see no buttons', async () => {
      const id = await aMeeting(app)
      for (const name of ['tage', 'ruth', 'bo', 'ib'] as const)
        expect((await (await app.as(name)).get(pathOf(id))).status, name).to.equal(403)
      const page = await (await app.as('tage')).get(`/kontor/moeder/${id}`)
      expect(page.$('main form, main a.button')).to.have.length(0)
    })
  })

  it('a membership that is struck out afterwards no longer counts', async () => {
    const id = await aMeeting(app)
    await present(id, 5)
    await app
      .db('memberships')
      .where({ id: council.slotsgaarden.membershipId })
      .update({ voided_on: isoDate('2026-01-15') })
    expect(line(await vera.get(pathOf(id)))).to.equal('Ikke beslutningsdygtig · 4 af 9 · der mangler 1')
  })

  it('the meeting says the same to those who only read', async () => {
    const id = await aMeeting(app)
    await present(id, 5)
    const page = await (await app.as('tage')).get(`/kontor/moeder/${id}`)
    expect(line(page)).to.equal('Beslutningsdygtig · 5 af 9 · kravet er 5')
    expect(page.texts('.people li').slice(0, 6)).to.deep.equal([
      'Maja Lund Formand Perron 4 Til stede',
      'Finn Overgaard Café Rusfri Til stede',
      'Gerda Elmose Slotsgården Til stede',
      'Omar Yildiz Psykiatriens Hus Til stede',
      'Tove Brink Psykiatri 1 Til stede',
      'Åse Ravn Psykiatri 2 Ikke oplyst',
    ])
    expect(page.text).to.include('Gæster og sekretæren tæller ikke med.')
  })

  it('is there in English, and not known until somebody is marked', async () => {
    const page = await vera.get(`${pathOf(await aMeeting(app))}?sprog=en`)
    expect(line(page)).to.equal('Attendance is not recorded; cannot be worked out')
    expect(page.texts('#plads-perron-4 button')).to.deep.equal(['Present', 'Apologies', 'Left', 'Absent'])
  })

  it('marks everybody else as present in one press, and leaves what is written', async () => {
    const id = await aMeeting(app)
    await marked(app, id, 'excused', members.slice(0, 2))
    const done = await vera.submit(await vera.get(pathOf(id)), {}, REST)
    expect(line(done)).to.include('7 af 9')
    const rows = await app.db('attendances').where({ meeting_id: id })
    expect(rows.filter(({ status }) => status === 'present')).to.have.length(7)
    expect(rows.filter(({ status }) => status === 'excused')).to.have.length(2)
    expect(done.texts('main button')).not.to.include(REST)
    // One event names them all.
    const log = await app.db('audit_events').where({ action: 'meeting.attendance', subject: `meeting:${id}` })
    const all = log.filter(({ details }) => details.includes('"membership":['))
    expect(all).to.have.length(1)
    expect(await checkRows(app.db)).to.deep.equal([])
    // Each reads it among what is held about them.
    const [, , third] = members
    const insight = await (await app.as('signe')).get(`/kontor/personer/${third?.personId ?? 0}/indsigt`)
    expect(insight.text).to.include('Skrev fremmøde ind.')
  })

  it('offers it neither before the day nor to those who may not, and two at once mark each once', async () => {
    const id = await aMeeting(app)
    const page = await vera.get(pathOf(id))
    const form = page.fill({}, REST)
    const again = { ...form, fields: { ...form.fields, _once: 'b' } }
    await Promise.all([vera.send(form), vera.send(again)])
    expect(await app.db('attendances').where({ meeting_id: id })).to.have.length(9)
    app.clock.set('2026-01-14')
    const early = await aMeeting(app, { held_on: '2026-01-20' })
    expect((await (await app.as('vera')).get(pathOf(early))).texts('main button')).not.to.include(REST)
  })
})
