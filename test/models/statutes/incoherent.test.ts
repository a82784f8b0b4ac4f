import { expect } from 'chai'
import { parseStatutes, StatutesError } from '../../../models/statutes/document.ts'
import { LOCALES, translatorFor } from '../../../routes/web/i18n.ts'
import { randersFile } from '../../support/statutes/randers.ts'

/** What other councils' rules can get wrong, beside what statutes_refused.test.ts spoils in the file of Randers. */
describe('Rules that do not fit each other', () => {
  const rule = (value: unknown) => ({ value, source: 'x', confirmed: true })
  const rules = (more: object) => (file: Record<string, unknown>) => ({
    ...file,
    rules: { ...(file.rules as object), ...more },
  })
  const quota = { key: 'q', name: 'brugere', of: 'elected', limit: 'at_least', amount: 5, force: 'soft' }
  type Area = { key: string; bodies: object[]; filling: object; seats: number }
  const areas = (change: (area: Area) => object) => (file: Record<string, unknown>) => ({
    ...file,
    areas: (file.areas as Area[]).map(change),
  })
  const body = (key: string, successor?: string) => ({
    ...{ key, name: key },
    ...(successor !== undefined && { successor: { key: successor, name: successor } }),
  })
  const pair = (one: string, two: string) =>
    areas((area) => (area.key === 'psykiatri' ? { ...area, bodies: [body('a', one), body('b', two)] } : area))
  const joint = { by: 'applicants', agreement: rule('joint') }
  const table: [what: string, spoil: (file: Record<string, unknown>) => object, code: string][] = [
    ['8 to 8 seats where there are nine', rules({ seats: rule({ min: 7, max: 8 }) }), 'seat_range'],
    ['at most 12, at least 13', rules({ seats: rule({ min: 13, max: 12 }) }), 'seat_range_order'],
    [
      'two seats at a place where each has one',
      (file) =>
        rules({ seats: rule('one_per_place') })(
          areas((area) => (area.key === 'perron-4' ? { ...area, seats: 2 } : area))(file),
        ),
      'seat_per_place',
    ],
    ['an organisation that succeeds itself', pair('a', 'c'), 'successor_circle'],
    ['two that succeed each other', pair('b', 'a'), 'successor_circle'],
    ['a substitute where there are none', rules({ vacancy: rule('substitute') }), 'substitute_without'],
    ['five of four elected', rules({ quotas: rule([quota]) }), 'quota_impossible'],
    ['more than everybody', rules({ quotas: rule([{ ...quota, amount: [3, 2] }]) }), 'quota_part'],
    [
      'a quota of an area that is not there',
      rules({ quotas: rule([{ ...quota, of: { areas: ['x'] } }]) }),
      'unknown_area',
    ],
    ['6–4 meetings', rules({ meetingsPerYear: rule({ min: 6, max: 4 }) }), 'meetings_backwards'],
    [
      'more than all to change the rules',
      rules({ ruleChanges: rule({ share: [1, 1], comparison: 'more_than', of: 'members', meetings: 1 }) }),
      'changes_over_all',
    ],
    [
      'one office shared between two groups',
      rules({ officersChosen: rule('one_from_each_group'), offices: rule(['chair']) }),
      'groups_missing',
    ],
    [
      'as many marks as seats, but two',
      rules({ marks: rule({ min: 1, max: 2, per: 'seat' }) }),
      'marks_per_seat',
    ],
    [
      'several who choose among applicants',
      areas((area) => (area.key === 'psykiatri' ? { ...area, filling: joint } : area)),
      'one_decides',
    ],
    [
      'a seat that follows an office, but which?',
      areas((area) =>
        area.key === 'boligsocial'
          ? { ...area, filling: { by: 'ex_officio', agreement: rule('single') } }
          : area,
      ),
      'office_missing',
    ],
    ['notice of no days at all', rules({ noticeDays: rule({ about: true }) }), 'bad_form'],
    [
      'terms side by side of one area',
      (file) => ({
        ...file,
        terms: [
          {
            startsOn: '2026-01-01',
            endsOn: '2027-12-31',
            municipalElectionOn: '2025-11-18',
            areas: ['perron-4'],
          },
          {
            startsOn: '2027-01-01',
            endsOn: '2028-12-31',
            municipalElectionOn: '2026-11-17',
            areas: ['perron-4'],
          },
        ],
      }),
      'term_overlaps',
    ],
  ]
  for (const [what, spoil, code] of table) {
    it(`${what}: ${code}`, () => {
      const [problem] = problemsOf(spoil(randersFile()))
      expect(problem?.code).to.equal(code)
      for (const lang of LOCALES) {
        const said = translatorFor(lang)(`statutes_versions.problems.${code}`, problem?.params)
        expect(said)
          .to.match(/^\p{Lu}.+[.?]$/u)
          .and.not.to.match(/\{\{|statutes_versions/)
      }
    })
  }

  it('half the seats may be renewed at a time: terms run side by side, each for areas of its own', () => {
    const half = (area: string, startsOn: string, endsOn: string) => ({
      ...{ startsOn, endsOn, municipalElectionOn: '2025-11-18', areas: [area] },
    })
    const terms = [
      half('perron-4', '2026-01-01', '2026-12-31'),
      half('cafe-rusfri', '2026-01-01', '2027-12-31'),
    ]
    expect(problemsOf({ ...randersFile(), terms })).to.deep.equal([])
  })
})

function problemsOf(json: unknown) {
  try {
    parseStatutes(json)
    return []
  } catch (error) {
    if (error instanceof StatutesError) return error.problems
    throw error
  }
}
