import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { idOf, type PersonId } from '../../../../models/core/ids.ts'
import { recordFrom } from '../../../../models/core/records.ts'
import type { AuditEventRow } from '../../../../models/core/tables.ts'
import type { Due } from '../../../../models/privacy/due.ts'
import type { ErasurePreview } from '../../../../models/privacy/people.ts'
import { RETENTION_RULES } from '../../../../models/rules/privacy/retention.ts'
import { erasurePage } from '../../../../views/office/privacy/erasure.page.ts'
import { LINES, logPage } from '../../../../views/office/privacy/log.page.ts'
import { retentionPage, type Waiting } from '../../../../views/office/privacy/retention.page.ts'
import { subjectInWords } from '../../../../views/office/privacy/subject_words.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

const reader = aReader()
const kept = { rollDays: 0, applicationMonths: 6, contactMonths: 12, accountMonths: 1, draftDays: 30 }

describe('The page of how long things are kept', () => {
  const due = (id: number, from: string): Due => ({ id: anId(id), from: isoDate(from) })

  function pageOf(given: Partial<Waiting> = {}, as: Parameters<typeof aReader>[0] = {}) {
    const none = recordFrom(RETENTION_RULES, (): Due[] => [])
    return retentionPage(aReader(as), kept, { due: none, people: [], rounds: [], ...given })
  }

  it('says of each rule how long, what is due today, and when the next goes', () => {
    const nothing = recordFrom(RETENTION_RULES, (): Due[] => [])
    const people = [due(1, '2026-03-10'), due(2, '2026-03-11'), due(3, '2026-05-01')]
    const page = pageOf({ due: { ...nothing, people } })
    expect(page.rules.find(({ rule }) => rule === 'people')).to.deep.equal({
      ...{ rule: 'people', kept: '12 måneder efter sidste dag i rådet', due: 1, next: '2026-03-11' },
    })
    expect(page.rules[0]).to.include({ kept: 'Til valget er slut', due: 0, next: null })
    expect(page.anyDue).to.equal(true)
    expect(pageOf({ due: { ...nothing, people: people.slice(1) } }).anyDue).to.equal(false)
  })

  it('names who is erased within sixty days, by day and then by name, to those who may read the register', () => {
    const person = (id: number, name: string, from: string) =>
      ({ id: anId(id), name, scope: 'all', from: isoDate(from) }) as const
    const people = [
      person(1, 'Åse Vang', '2026-05-09'),
      person(2, 'Bo Alm', '2026-05-09'),
      person(3, 'Hans Terkildsen', '2026-03-01'),
      person(4, 'Ulla Sten', '2026-05-10'),
    ]
    const names = ['Hans Terkildsen', 'Bo Alm', 'Åse Vang']
    expect(pageOf({ people }).soon?.map(({ name }) => name)).to.deep.equal(names)
    expect(pageOf({ people }, { as: 'administrator' }).soon).to.equal(null)
  })

  it('says what a round erased', () => {
    const round = {
      id: anId(1),
      day: isoDate('2026-03-01'),
      daily: 1,
      started_at: '2026-03-01T02:00:00.000Z',
    } as const
    const rounds = [{ ...round, state: 'done', started_by: 'Rådsbogen', erased: { people: 2, rolls: 0 } }]
    const page = pageOf({ rounds: rounds as never })
    expect(page.runs.map(({ erased }) => erased)).to.deep.equal([['Oplysninger om 2 personer.']])
  })
})

describe('The page that erases a person', () => {
  const none = { contact: [], notes: 0, flags: 0, applications: 0, portraits: 0, accounts: 0 }

  function pageOf(given: Partial<ErasurePreview> = {}) {
    const person = { id: idOf<PersonId>(7), name: 'Maja Lund' } as ErasurePreview['person']
    const known = { person, held: none, anything: true, inTheWay: [], from: undefined, seen: 'a' }
    return erasurePage(reader, { scope: 'contact', ...known, ...given })
  }

  it('counts what goes; the name goes only of one who was never a member', () => {
    const held = { ...none, contact: ['email'], notes: 2 } as ErasurePreview['held']
    expect(pageOf({ held }).goes).to.deep.equal(['E-mail', '2 noter og private grunde'])
    expect(pageOf({ held, scope: 'all' }).goes[0]).to.equal('Navnet')
    expect(pageOf({ held, anything: false }).goes).to.deep.equal([])
    expect([pageOf().stays.length, pageOf({ scope: 'all' }).stays.length]).to.deep.equal([3, 2])
  })

  it('says what stands in the way, and until when', () => {
    const page = pageOf({ inTheWay: [{ hold: 'member', until: isoDate('2029-12-31') }] })
    expect(page.inTheWay[0]).to.include('har en plads i rådet til den 31. december 2029')
  })
})

describe('The page of the log', () => {
  const event = (sequence: number) =>
    ({ sequence, action: 'renewal.started', subject: 'renewal:1', details: '{}' }) as AuditEventRow
  const stretch = (upTo: number, newest: number) => {
    const count = Math.min(LINES, upTo)
    const events = Array.from({ length: count }, (_one, index) => event(upTo - index))
    return { upTo, newest, events, names: new Map<string, never>() }
  }

  it('leads back and forth by number, and to the newest without one', () => {
    const first = logPage(reader, null, stretch(120, 120))
    expect([first.newerHref, first.olderHref]).to.deep.equal([null, '/kontor/logbog?til=70'])
    const second = logPage(reader, null, stretch(70, 120))
    expect([second.newerHref, second.olderHref]).to.deep.equal(['/kontor/logbog', '/kontor/logbog?til=20'])
    const last = logPage(reader, null, stretch(20, 120))
    expect([last.newerHref, last.olderHref]).to.deep.equal(['/kontor/logbog?til=70', null])
  })

  it('names a rule by its title and its area, and has no words for what it does not know', () => {
    const rule = 'areas.sind.agreement' as const
    const day = isoDate('2026-03-01')
    const said = subjectInWords(reader, { kind: 'statutes', name: '', rule, area: 'Sind', day })
    expect(said).to.include('Sind').and.to.include('fra 1. marts 2026')
    expect(subjectInWords(reader, { kind: 'statutes', name: '', day })).to.equal('Fra 1. marts 2026')
    expect(subjectInWords(reader, undefined)).to.equal(null)
  })
})
