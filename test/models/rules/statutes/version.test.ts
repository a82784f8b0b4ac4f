import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { parseStatutes, type Statutes } from '../../../../models/statutes/document.ts'
import {
  consequencesOf,
  isWithoutConsequences,
  type Consequences,
} from '../../../../models/rules/council/statutes_consequences.ts'
import type { RegisterNow } from '../../../../models/rules/council/register_now.ts'
import { bindingChanges, checkVersion } from '../../../../models/rules/statutes/version.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

const today = isoDate('2025-06-02')
const before = randers()

function from(day: string, change: (document: Statutes) => Partial<Statutes> = () => ({})): Statutes {
  const document = { ...before, inForceFrom: isoDate(day) }
  return parseStatutes({ ...document, ...change(document) })
}

function seats(area: string, count: number) {
  return ({ areas, rules }: Statutes) => {
    const changed = areas.flatMap((one) => {
      if (one.key !== area) return [one]
      return count === 0 ? [] : [{ ...one, seats: count }]
    })
    const sum = changed.reduce((total, one) => total + one.seats, 0)
    return { areas: changed, rules: { ...rules, seats: { ...rules.seats, value: sum } } }
  }
}

const SEATS = [
  'perron-4',
  'cafe-rusfri',
  'slotsgaarden',
  'psykiatriens-hus',
  'psykiatri',
  'psykiatri',
  'boligsocial',
  'kontanthjaelp-foertidspension',
  'forsorg-hjemloese',
]

const TERMS = before.terms.map((term, index) => ({
  id: anId(index + 1),
  starts_on: term.startsOn,
  ends_on: term.endsOn,
  municipal_election_on: term.municipalElectionOn,
  areas: [],
}))

/** Nine members for 2022–2025, M1 to M9 on the seats 1 to 9, less the vacant ones. */
function register(vacant: number[] = []): RegisterNow {
  return {
    seats: SEATS.map((area_key, index) => ({
      ...{ id: anId(index + 1), number: index + 1, label: area_key, slug: `${area_key}-${index}`, area_key },
      ...{ starts_on: isoDate('2018-01-01'), ends_on: null },
    })),
    members: SEATS.flatMap((_area, index) =>
      vacant.includes(index + 1)
        ? []
        : [
            {
              ...{ id: anId(index + 1), seat_id: anId(index + 1), term_id: anId(2), person: `M${index + 1}` },
              ...{ starts_on: isoDate('2022-01-01'), ends_on: isoDate('2025-12-31') },
            },
          ],
    ),
    officers: [
      {
        ...{ id: anId(1), office: 'vice_chair', number: 1, person: 'M2' },
        ...{ starts_on: isoDate('2022-02-01'), ends_on: isoDate('2025-12-31') },
      },
    ],
    terms: TERMS,
  }
}

function consequences(after: Statutes, now: RegisterNow = register()): Consequences {
  const found = consequencesOf(before, after, now)
  if ('ok' in found) throw new Error(found.reason)
  return found
}

describe('A new version of the statutes', () => {
  const table: [what: string, after: Statutes, expected: string][] = [
    ['from today', from('2025-06-02', seats('boligsocial', 2)), 'ok'],
    ['from a day to come', from('2025-08-01', seats('boligsocial', 2)), 'ok'],
    ['with more seats since yesterday', from('2025-06-01', seats('boligsocial', 2)), 'version_in_past'],
    ['before the latest one', from('2017-12-31', seats('boligsocial', 2)), 'version_before_latest'],
    ['that says the same', from('2025-08-01'), 'version_without_change'],
    [
      'with another day for an assumed rule, years back',
      from('2018-01-01', ({ rules }) => ({
        rules: { ...rules, noticeDays: { ...rules.noticeDays, value: 14 } },
      })),
      'ok',
    ],
    [
      'with another confirmed rule, yesterday',
      from('2025-06-01', ({ rules }) => ({
        rules: { ...rules, substitutes: { ...rules.substitutes, value: 'pool' as const } },
      })),
      'version_in_past',
    ],
    [
      'that only mends the title of old papers',
      from('2018-01-01', () => ({ title: 'Vedtægter UR010118' })),
      'ok',
    ],
    [
      'of another council',
      from('2025-08-01', ({ council }) => ({ council: { ...council, key: 'viborg' } })),
      'other_council',
    ],
    [
      'that lets organisations name where people voted',
      from('2025-08-01', ({ areas }) => ({
        areas: areas.map((area) =>
          area.key === 'perron-4'
            ? ({ ...areas[5], key: 'perron-4', bodies: [{ key: 'x', name: 'X', aliases: [] }] } as never)
            : area,
        ),
      })),
      'area_kind_changed',
    ],
  ]
  for (const [what, after, expected] of table) {
    it(`${what}: ${expected}`, () => {
      const verdict = checkVersion(before, after, today)
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(expected)
    })
  }
})

describe('A new version that is refused', () => {
  const more = (day: string) => from(day, seats('boligsocial', 2))
  const swapped = from('2025-08-01', ({ areas }) => ({
    areas: areas.map((area) =>
      area.key === 'perron-4'
        ? ({ ...areas[5], key: 'perron-4', bodies: [{ key: 'x', name: 'X', aliases: [] }] } as never)
        : area,
    ),
  }))
  const named = from('2025-08-01', ({ council }) => ({
    council: { ...council, key: 'viborg', name: 'Viborg' },
  }))
  const table: [after: Statutes, refusal: object][] = [
    [named, { reason: 'other_council', params: { council: before.council.name }, field: 'document' }],
    [
      more('2017-12-31'),
      { reason: 'version_before_latest', params: { from: '2018-01-01' }, field: 'in_force_from' },
    ],
    [
      from('2025-08-01', () => ({ $schema: 'schema.json' })),
      { reason: 'version_without_change', field: 'document' },
    ],
    [
      swapped,
      { reason: 'area_kind_changed', params: { area: 'Boligsocial', key: 'perron-4' }, field: 'document' },
    ],
    [more('2025-06-01'), { reason: 'version_in_past', params: { today }, field: 'in_force_from' }],
  ]
  for (const [after, refusal] of table) {
    it(`says why: ${JSON.stringify(refusal)}`, () => {
      expect(checkVersion(before, after, today)).to.deep.equal({ ok: false, ...refusal })
    })
  }
})

describe('What bound people', () => {
  const area = (key: string, change: object) => ({
    ...before,
    areas: before.areas.map((one) => (one.key === key ? { ...one, ...change } : one)),
  })
  const [plan] = before.areas.find(({ key }) => key === 'boligsocial')?.bodies ?? []
  const nomination = before.areas.find(({ key }) => key === 'boligsocial')?.filling
  const body = (change: object) => area('boligsocial', { bodies: [{ ...plan, ...change }] })
  const successor = (change: object) => body({ successor: { ...plan?.successor, ...change } })
  const filling = (change: object) => area('boligsocial', { filling: { ...nomination, ...change } })
  const [first, ...terms] = before.terms
  const { quorum, substitutes } = before.rules
  const rules = (change: object) => ({ ...before, rules: { ...before.rules, ...change } })

  const binding: [what: string, after: Statutes][] = [
    ['a term', { ...before, terms: [{ ...first, endsOn: isoDate('2021-12-30') } as never, ...terms] }],
    ['the seats of an area', area('psykiatri', { seats: 1 })],
    ['the key of an area', area('perron-4', { key: 'perron-5' })],
    ['an area that is no more', { ...before, areas: before.areas.slice(1) }],
    ['how people vote', area('perron-4', { filling: { by: 'election', method: 'meeting' } })],
    ['who names', filling({ by: 'applicants' })],
    ['who holds the seat', filling({ heldBy: 'organisation' })],
    ['the office that the seat follows', filling({ office: 'forperson' })],
    ['an organisation', body({ key: 'husly' })],
    ['one organisation fewer', area('psykiatri', { bodies: [{ key: 'sind', name: 'Sind', aliases: [] }] })],
    ['its first day', body({ activeFrom: isoDate('2018-01-01') })],
    ['its last day', body({ activeUntil: isoDate('2025-07-30') })],
    ['its successor', successor({ key: 'husly' })],
    ['the first day of its successor', successor({ activeFrom: isoDate('2025-08-02') })],
    ['that it has a successor', body({ successor: undefined })],
    ['a confirmed rule', rules({ substitutes: { ...substitutes, value: 'pool' } })],
  ]
  for (const [what, after] of binding) {
    it(`is changed with ${what}`, () => {
      expect(bindingChanges(before, after)).to.equal(true)
    })
  }

  const said: [what: string, after: Statutes][] = [
    ['nothing', before],
    ['the name of an area', area('perron-4', { name: 'Perron Fire', aliases: ['P4'] })],
    ['the name of an organisation', body({ name: 'Planen' })],
    ['the note on a successor', successor({ note: 'x' })],
    ['an assumed rule', rules({ quorum: { ...quorum, value: { ...quorum.value, base: 'filled_seats' } } })],
    ['the source of a confirmed rule', rules({ substitutes: { ...substitutes, source: 'x' } })],
    ['doubt about a confirmed rule', rules({ substitutes: { ...substitutes, confirmed: false } })],
    [
      'a rule of which nothing was said',
      rules({ consultation: { value: 'none', source: 'x', confirmed: true } }),
    ],
  ]
  for (const [what, after] of said) {
    it(`is not changed with ${what}`, () => {
      expect(bindingChanges(before, after)).to.equal(false)
    })
  }
})

describe('What a new version does to seats and memberships', () => {
  it('nothing, where only a rule on meetings is changed before anything ends', () => {
    const meetings = from('2025-06-02', ({ rules }) => ({
      rules: { ...rules, meetingsOpen: { ...rules.meetingsOpen, value: true } },
    }))
    const found = consequences(meetings)
    // Helhedsplanen ends on 31 July inside the term, and that is shown, since it happens under this version.
    expect(isWithoutConsequences({ ...found, bodies: [] })).to.equal(true)
    expect(found.bodies.map(({ body, on }) => [body, on])).to.deep.equal([
      ['Helhedsplanen for Nordbyen', '2025-08-01'],
    ])
  })

  it('from 1 August 2025 seat 7 loses its nominating organisation, and its member stays', () => {
    const after = from('2025-08-01', ({ rules }) => ({
      rules: { ...rules, meetingsOpen: { ...rules.meetingsOpen, value: true } },
    }))
    expect(consequences(after).bodies).to.deep.equal([
      {
        change: 'lost',
        area: 'Boligsocial',
        body: 'Helhedsplanen for Nordbyen',
        on: '2025-08-01',
        seats: ['7 (boligsocial)'],
        nobodyLeft: true,
        successor: 'Den boligsociale helhedsplan Randers 2025-29',
        members: [{ person: 'M7', until: '2025-12-31' }],
      },
    ])
  })

  it('a successor that the council lets nominate comes as the old one goes', () => {
    const plan = { key: 'den-nye-plan', name: 'Den nye plan', aliases: [] }
    const after = from('2025-08-01', ({ areas }) => ({
      areas: areas.map((area) => (area.key === 'boligsocial' ? { ...area, bodies: [plan] } : area)),
    }))
    const changes = consequences(after).bodies.map(({ change, body, nobodyLeft }) => [
      change,
      body,
      nobodyLeft,
    ])
    expect(changes).to.deep.equal([
      ['lost', 'Helhedsplanen for Nordbyen', false],
      ['added', 'Den nye plan', false],
    ])
  })

  it('a seat more is vacant; one fewer takes the vacant one', () => {
    const more = consequences(from('2025-08-01', seats('perron-4', 3)))
    expect(more.seatsAdded.map(({ area, count, isNew }) => [area.key, count, isNew])).to.deep.equal([
      ['perron-4', 2, false],
    ])
    const fewer = consequences(from('2025-08-01', seats('psykiatri', 1)), register([5]))
    expect(fewer.seatsEnded.map(({ number }) => number)).to.deep.equal([5])
    expect(fewer.membersEnded).to.deep.equal([])
  })

  it('nobody but people say who of two must leave', () => {
    expect(consequencesOf(before, from('2025-08-01', seats('psykiatri', 1)), register())).to.deep.include({
      reason: 'seats_all_held',
      params: { area: 'Psykiatri', seats: 1, people: 'M5, M6' },
    })
  })

  it('with a whole area its member leaves, by name', () => {
    const found = consequences(from('2025-08-01', seats('boligsocial', 0)))
    expect(found.seatsEnded.map(({ number }) => number)).to.deep.equal([7])
    expect(found.membersEnded.map(({ person }) => person)).to.deep.equal(['M7'])
  })

  it('a seat that has ended on its own is not brought back', () => {
    const now = register([7])
    const ended = {
      ...now,
      seats: now.seats.map((seat) => (seat.id === 7 ? { ...seat, ends_on: today } : seat)),
    }
    const after = from('2025-08-01', ({ rules }) => ({
      rules: { ...rules, meetingsOpen: { ...rules.meetingsOpen, value: true } },
    }))
    expect(consequences(after, ended).seatsAdded).to.deep.equal([])
  })

  it('a shorter term ends memberships with it; a longer one prolongs none', () => {
    const until = (endsOn: string) =>
      from('2025-08-01', ({ terms }) => ({
        terms: terms.flatMap((term) =>
          term.startsOn === '2022-01-01'
            ? [{ ...term, endsOn: isoDate(endsOn) }]
            : term.startsOn < '2026'
              ? [term]
              : [],
        ),
      }))
    const [shorter] = consequences(until('2025-10-31')).terms
    expect(shorter?.change === 'moved' && shorter.shortened).to.have.length(9)
    const [longer] = consequences(until('2026-03-31')).terms
    expect(longer?.change === 'moved' && [longer.shortened.length, longer.notExtended.length]).to.deep.equal([
      0, 9,
    ])
  })

  it('an office that is no more takes its holder out of it', () => {
    const after = from('2025-08-01', ({ rules }) => ({
      rules: { ...rules, offices: { ...rules.offices, value: ['chair' as const] } },
    }))
    expect(consequences(after).officersEnded.map(({ person }) => person)).to.deep.equal(['M2'])
  })

  it('quotas that are not kept are told, and how many members are lacking', () => {
    const quota = {
      key: 'q',
      name: 'valgt',
      of: 'elected',
      limit: 'more_than',
      amount: [1, 2],
      force: 'soft',
    }
    const stated = { source: 'x', confirmed: true }
    const after = from('2025-08-01', ({ rules }) => ({
      rules: {
        ...rules,
        seats: { ...stated, value: { min: 9, max: 12 } },
        quotas: { ...stated, value: [quota] } as never,
      },
    }))
    const found = consequences(after, register([9]))
    // 4 of 8 are elected: 4 × 2 = 8 is not more than 1 × 8.
    expect(found.quotasBroken.map(({ have, members }) => [have, members])).to.deep.equal([[4, 8]])
    expect(found.membersLacking).to.equal(1)
  })
})
