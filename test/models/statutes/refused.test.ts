import { expect } from 'chai'
import { parseStatutes, StatutesError, type Problem } from '../../../models/statutes/document.ts'
import { problemsOf as problemsIn } from '../../../models/statutes/problems.ts'
import { z } from 'zod'
import { randersFile } from '../../support/statutes/randers.ts'

describe('A statutes file that cannot be used', () => {
  const cases: {
    wrong: string
    at: string
    put: unknown
    problem: Omit<Problem, 'params'> & Partial<Problem>
  }[] = [
    {
      wrong: 'a name that is no text',
      at: 'areas.4.bodies.0.name',
      put: 7,
      problem: {
        path: 'areas[4].bodies[0].name',
        message: 'This must be text.',
        code: 'wrong_type',
        params: { type: 'string' },
      },
    },
    {
      wrong: 'a name that is empty',
      at: 'areas.4.bodies.0.name',
      put: '  ',
      problem: { path: 'areas[4].bodies[0].name', message: 'This must not be empty.', code: 'empty' },
    },
    {
      wrong: 'a rule without a source',
      at: 'rules.quorum.source',
      put: undefined,
      problem: { path: 'rules.quorum.source', message: 'This is missing.', code: 'missing' },
    },
    {
      wrong: 'a rule that is missing',
      at: 'rules.holdover',
      put: undefined,
      problem: { path: 'rules.holdover', message: 'This is missing.', code: 'missing' },
    },
    {
      wrong: 'a misspelt rule',
      at: 'rules.quorm',
      put: {},
      problem: {
        path: 'rules.quorm',
        message: 'This name is not known here. Check its spelling, or remove it.',
        code: 'unknown_name',
      },
    },
    {
      wrong: '30 February',
      at: 'terms.0.startsOn',
      put: '2018-02-30',
      problem: {
        path: 'terms[0].startsOn',
        message: 'There is no such day in the calendar.',
        code: 'bad_form',
      },
    },
    {
      wrong: 'a day in another form',
      at: 'inForceFrom',
      put: '01-01-2018',
      problem: {
        path: 'inForceFrom',
        message: 'This must be a day, written as 2018-01-01.',
        code: 'bad_form',
      },
    },
    {
      wrong: 'a value that the rule cannot have',
      at: 'rules.councilTie.value',
      put: 'nobody',
      problem: {
        path: 'rules.councilTie.value',
        message: 'This must be "motion_falls" or "chair_decides" or "chair_or_vice_decides" or "consensus".',
        code: 'not_among',
        params: { values: '"motion_falls", "chair_decides", "chair_or_vice_decides", "consensus"' },
      },
    },
    {
      wrong: 'a kind of area that is not known',
      at: 'areas.0.kind',
      put: 'committee',
      problem: {
        path: 'areas[0].kind',
        message: 'This must be "place" or "organisations".',
        code: 'not_among',
        params: { values: '"place", "organisations"' },
      },
    },
    {
      wrong: 'half a seat',
      at: 'areas.1.seats',
      put: 0.5,
      problem: {
        path: 'areas[1].seats',
        message: 'This must be a whole number.',
        code: 'wrong_type',
        params: { type: 'int' },
      },
    },
    {
      wrong: 'an area without a seat',
      at: 'areas.1.seats',
      put: 0,
      problem: {
        path: 'areas[1].seats',
        message: 'This must be at least 1.',
        code: 'too_small',
        params: { count: 1 },
      },
    },
    {
      wrong: 'no terms at all',
      at: 'terms',
      put: [],
      problem: {
        path: 'terms',
        message: 'This list must have at least 1.',
        code: 'too_few',
        params: { count: 1 },
      },
    },
    {
      wrong: 'a place that two bodies share',
      at: 'areas.0.bodies.1',
      put: { key: 'x', name: 'X' },
      problem: {
        path: 'areas[0].bodies',
        message: 'This list must have at most 1.',
        code: 'too_many',
        params: { count: 1 },
      },
    },
    {
      wrong: 'a key that cannot stand in a URL',
      at: 'areas.2.key',
      put: 'Slotsgården 2018',
      problem: {
        path: 'areas[2].key',
        message: 'This must be lower-case letters a-z and digits, with single hyphens between.',
        code: 'bad_form',
      },
    },
    {
      wrong: 'a complaint period of years',
      at: 'rules.complaintDays.value',
      put: 4000,
      problem: {
        path: 'rules.complaintDays.value',
        message: 'This must be at most 366.',
        code: 'too_big',
        params: { count: 366 },
      },
    },
    {
      wrong: 'a rule on absence in a form that is not known',
      at: 'rules.absenceLoss.value',
      put: 'three months',
      problem: {
        path: 'rules.absenceLoss.value',
        message: 'This is not one of the forms that are allowed here.',
        code: 'bad_form',
      },
    },
    {
      wrong: 'a number of seats that is not the sum of the areas',
      at: 'rules.seats.value',
      put: 10,
      problem: {
        path: 'rules.seats.value',
        message: 'The statutes say 10 seats, but the areas have 9 together.',
        code: 'seat_sum',
        params: { seats: 10, sum: 9 },
      },
    },
    {
      wrong: 'terms that overlap by a day',
      at: 'terms.1.startsOn',
      put: '2021-12-31',
      problem: {
        path: 'terms[1].startsOn',
        message: 'This term overlaps the one before it.',
        code: 'term_overlaps',
      },
    },
    {
      wrong: 'terms out of order',
      at: 'terms.1',
      put: { startsOn: '2014-01-01', endsOn: '2017-12-31', municipalElectionOn: '2013-11-19' },
      problem: {
        path: 'terms[1].startsOn',
        message: 'The terms are not in order of date.',
        code: 'term_order',
      },
    },
    {
      wrong: 'a term that ends before it starts',
      at: 'terms.2.endsOn',
      put: '2025-12-31',
      problem: {
        path: 'terms[2].endsOn',
        message: 'The term ends before it starts.',
        code: 'term_backwards',
      },
    },
    {
      wrong: 'two areas with one key',
      at: 'areas.1.key',
      put: 'perron-4',
      problem: {
        path: 'areas[1].key',
        message: 'The key "perron-4" is used more than once.',
        code: 'key_twice',
        params: { key: 'perron-4' },
      },
    },
    {
      wrong: 'one organisation in two areas',
      at: 'areas.7.bodies.1.key',
      put: 'sand',
      problem: {
        path: 'areas[7].bodies[1].key',
        message: 'The key "sand" is used more than once.',
        code: 'key_twice',
        params: { key: 'sand' },
      },
    },
    {
      wrong: 'a successor that begins too early',
      at: 'areas.5.bodies.0.successor.activeFrom',
      put: '2025-07-31',
      problem: {
        path: 'areas[5].bodies[0].successor.activeFrom',
        message: 'The successor begins before the body it succeeds has ended.',
        code: 'successor_early',
      },
    },
    {
      wrong: 'a body that ends before it begins',
      at: 'areas.5.bodies.0.activeFrom',
      put: '2026-01-01',
      problem: {
        path: 'areas[5].bodies[0].activeUntil',
        message: 'The body ends before it begins.',
        code: 'body_backwards',
      },
    },
    {
      wrong: 'a single nominating organisation that is two',
      at: 'areas.4.filling.agreement.value',
      put: 'single',
      problem: {
        path: 'areas[4].filling.agreement.value',
        message: 'A single organisation nominates here, but there are 2.',
        code: 'single_is_several',
        params: { bodies: 2 },
      },
    },
    {
      wrong: 'one seat for each of too few organisations',
      at: 'areas.4.bodies',
      put: [{ key: 'sind', name: 'Sind' }],
      problem: {
        path: 'areas[4].filling.agreement.value',
        message: 'Each organisation nominates one, but there are 1 for 2 seats.',
        code: 'too_few_for_each',
        params: { bodies: 1, seats: 2 },
      },
    },
    {
      wrong: 'a quorum of more than everybody',
      at: 'rules.quorum.value.share',
      put: [3, 2],
      problem: {
        path: 'rules.quorum.value.share',
        message: 'The share is more than the whole council.',
        code: 'quorum_over_all',
      },
    },
    {
      wrong: 'a quorum that can never be reached',
      at: 'rules.quorum.value',
      put: { share: [2, 2], comparison: 'more_than', base: 'all_seats' },
      problem: {
        path: 'rules.quorum.value.comparison',
        message: 'More than the whole council can never be present.',
        code: 'quorum_never',
      },
    },
    {
      wrong: 'fewer marks at most than at least',
      at: 'rules.marks.value',
      put: { min: 2, max: 1 },
      problem: {
        path: 'rules.marks.value.min',
        message: 'The least number of marks is above the highest.',
        code: 'marks_backwards',
      },
    },
  ]
  for (const { wrong, at, put, problem } of cases) {
    it(`is refused with the path: ${wrong}`, () => {
      const found = problemsOf(spoilt(randersFile(), at, put))
      expect(found).to.deep.equal([{ params: {}, ...problem }])
    })
  }

  it('is told everything that is wrong at once, also in the message', () => {
    const file = spoilt(spoilt(randersFile(), 'title', ''), 'areas.0.seats', -1)
    expect(problemsOf(file)).to.have.length(2)
    expect(() => parseStatutes(file)).to.throw(
      StatutesError,
      /title: This must not be empty\.\n {2}areas\[0\]\.seats/,
    )
  })

  it('may be odd and still be right: a term and a body of one day, and a quorum of everybody', () => {
    const oneDay = [{ startsOn: '2018-01-01', endsOn: '2018-01-01', municipalElectionOn: '2017-11-21' }]
    const everybody = { share: [9, 9], comparison: 'at_least', base: 'all_seats' }
    expect(problemsOf(spoilt(randersFile(), 'terms', oneDay))).to.deep.equal([])
    expect(problemsOf(spoilt(randersFile(), 'areas.5.bodies.0.activeFrom', '2025-07-31'))).to.deep.equal([])
    expect(problemsOf(spoilt(randersFile(), 'rules.quorum.value', everybody))).to.deep.equal([])
  })

  it('says a path that begins with a place in a list, and a form that has no words of its own', () => {
    const even = z.array(z.object({ seats: z.number().multipleOf(2) }))
    const found = even.safeParse([{ seats: 3 }], { reportInput: true })
    expect(found.error?.issues.flatMap(problemsIn)).to.deep.equal([
      {
        path: '[0].seats',
        code: 'bad_form',
        message: 'This is not one of the forms that are allowed here.',
        params: {},
      },
    ])
  })

  for (const nothing of [undefined, null, [], 'Randers', 1]) {
    it(`is refused where it is no document at all: ${JSON.stringify(nothing)}`, () => {
      expect(problemsOf(nothing).map(({ path }) => path)).to.deep.equal(['(the whole document)'])
    })
  }
})

function problemsOf(json: unknown): Problem[] {
  try {
    parseStatutes(json)
    return []
  } catch (error) {
    if (error instanceof StatutesError) return error.problems
    throw error
  }
}

/** The document with one value replaced, or removed when it is undefined, at a path such as `areas.4.key`. */
function spoilt(document: object, at: string, put: unknown): object {
  const steps = at.split('.')
  const last = steps.pop() ?? ''
  const parent = steps.reduce<object>((part, step) => Reflect.get(part, step) as object, document)
  if (put === undefined) Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, put)
  return document
}
