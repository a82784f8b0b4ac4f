import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { countsOf } from '../../../../models/exchange/import/plan/counts.ts'
import { NO_ANSWERS, type ImportPlan } from '../../../../models/exchange/import/plan/plan.ts'
import { answersIn } from '../../../../views/office/exchange/answers.ts'
import {
  importPage,
  storingPage,
  type ImportPage,
  type ImportShown,
} from '../../../../views/office/exchange/import.page.ts'
import { undoPage } from '../../../../views/office/exchange/undo.page.ts'
import { aPlan, anImportRow, KNOWN } from '../../../support/plain/exchange.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

const reader = aReader()
const auditor = aReader({ as: 'auditor' })
const SEATS = [{ slug: 'perron-4', label: 'Perron 4' }]
const READY = ['Perron 4;Asta Lyng;;2018-01-01;2021-12-31;;']

function page(given: Partial<ImportShown>, by = reader): ImportPage {
  const none = { job: undefined, counts: undefined, tried: undefined, draft: undefined, holdsUp: false }
  return importPage(by, { row: anImportRow(), ...none, ...given })
}

function draftOf(plan: ImportPlan, answers = NO_ANSWERS) {
  const { draft } = page({ draft: { plan, answers, ignored: [], seats: SEATS }, counts: countsOf(plan) })
  if (!draft) throw new Error('no draft')
  return draft
}

describe('The page of a draft', () => {
  it('that is ready asks nothing, and says what it would become', () => {
    const draft = draftOf(aPlan(READY))
    expect([draft.open, draft.wrong, draft.dates, draft.seats, draft.pairs]).to.deep.equal([0, 0, [], [], []])
    expect(draft.counts).to.include({ lines: 1, memberships: 1, people: 1, terms: 0 })
    expect([draft.known, draft.failure, draft.tried]).to.deep.equal([null, null, null])
  })

  it('asks how days are read, which seat is meant and who is the same, and reads the answers back', () => {
    const lines = [
      'Perron 4;Karen Sørensen;;03/04/2018;2019-12-31;;',
      'Perron 4;Karen Sörensen;;2020-01-01;2021-12-31;;',
      'Værestedet;Poul Vang;;2018-01-01;2021-12-31;;',
      'Psykiatri 1;Ellen Vang;;2018-01-01;2021-12-31;;',
    ]
    const known = { ...KNOWN, people: [{ id: anId(9), name: 'Ellen Vang' }] }
    const plan = aPlan(lines, { known })
    const draft = draftOf(plan)
    const readings = draft.dates.flatMap(({ options }) => options.map(({ text }) => text))
    expect(readings).to.include.members(['Dag først: 3. april 2018', 'Måned først: 4. marts 2018'])
    expect(draft.seats[0]).to.include({ text: 'Værestedet', lines: 1, value: '' })
    expect(draft.seatOptions.at(-1)?.text).to.equal('Ingen af dem. Spring linjerne over')
    expect(draft.pairs[0]?.names).to.deep.equal(['Karen Sørensen', 'Karen Sörensen'])
    expect(draft.known).to.deep.equal({ value: '', names: 'Ellen Vang', count: 1 })
    const sent = {
      ...Object.fromEntries(draft.dates.map(({ field, options }) => [field, options[0]?.value])),
      [draft.seats[0]?.field ?? '']: 'skip',
      [draft.pairs[0]?.field ?? '']: 'same',
      known: 'different',
    }
    const answers = answersIn(plan, sent)
    expect(Object.values(answers.seats)).to.deep.equal(['skip'])
    expect([Object.values(answers.pairs), answers.known]).to.deep.equal([['same'], 'different'])
    const again = draftOf(aPlan(lines, { known, answers }), answers)
    expect(again.open).to.equal(0)
    expect([again.seats[0]?.value, again.pairs[0]?.value, again.known?.value]).to.deep.equal([
      'skip',
      'same',
      'different',
    ])
  })

  it('takes no answer that the file does not ask for, nor one that is none', () => {
    const plan = aPlan(['Perron 4;Karen Sørensen;;2018-01-01;2021-12-31;;'])
    expect(answersIn(plan, { known: 'maybe', seat_123: 'perron-4', other: ['a', 'b'] })).to.deep.equal(
      NO_ANSWERS,
    )
  })

  it('lists lines that are wrong before those to look at, and no more than two hundred', () => {
    const plan = aPlan([
      'Perron 4;Asta Lyng;;2018-01-01;2019-12-31;var træt;',
      'Perron 4;Poul Vang;;2020-05-01;2020-01-01;;',
    ])
    const draft = draftOf(plan)
    expect(draft.problems.map(({ line, texts }) => [line, texts[0]?.error])).to.deep.equal([
      [3, true],
      [2, false],
    ])
    expect([draft.wrong, draft.warnings, draft.moreProblems]).to.deep.equal([1, 1, 0])
    const many = Array.from({ length: 203 }, (_, at) => `Perron 4;Medlem ${at};;i går;;;`)
    const long = draftOf(aPlan(many))
    expect([long.problems.length, long.moreProblems]).to.deep.equal([200, 3])
  })

  it('tells why storing failed, or that it stopped', () => {
    const failure = (state: 'failed' | 'lost') => {
      const draft = { plan: aPlan(READY), answers: NO_ANSWERS, ignored: [], seats: SEATS }
      const reason = { reason: 'import_refused_by_book', params: {} } as const
      const job = { state, done: 0, total: 1, failure: state === 'failed' ? reason : null }
      return page({ draft, job }).draft?.failure
    }
    expect(failure('failed')).to.match(/^Rådets bog sagde nej: to linjer overlapper/)
    expect(failure('lost')).to.match(/^Indlæsningen gik i stå. Intet er gemt. Prøv igen/)
  })

  it('says what a try has written and taken back', () => {
    const plan = aPlan(READY)
    const draft = { plan, answers: NO_ANSWERS, ignored: [], seats: SEATS }
    expect(page({ draft, tried: countsOf(plan) }).draft?.tried).to.equal(1)
  })
})

describe('The page of a file that is being stored', () => {
  it('asks its own address how far it is; without the database that of the process', () => {
    const job = { state: 'running', done: 400, total: 1500, failure: null } as const
    expect(page({ job }).running).to.deep.equal({
      done: 400,
      total: 1500,
      progressHref: '/kontor/ind-og-ud/indlaesning/3/fremdrift',
      holdsUp: false,
    })
    expect(storingPage({ id: anId(3), name: 'medlemmer.csv', total: 1500, key: 'abc' })).to.deep.include({
      running: { done: 0, total: 1500, progressHref: '/fremdrift/abc', holdsUp: true },
      href: '/kontor/ind-og-ud/indlaesning/3',
      draft: null,
      ended: null,
    })
  })
})

describe('The page of a file that has been stored', () => {
  const counts = countsOf(aPlan(READY))
  const row = anImportRow({ state: 'stored', stored_by: 'Signe Holm', stored_on: isoDate('2026-03-10') })

  it('says who stored it and when, and leads the secretary to the council of then and to undoing', () => {
    const { ended } = page({ row, counts })
    expect([ended?.variant, ended?.text]).to.deep.equal(['success', 'Gemt af Signe Holm den 10. marts 2026.'])
    expect(ended?.links).to.deep.equal({
      seeHref: '/kontor/raadet?dato=01-01-2018',
      undoHref: '/kontor/ind-og-ud/indlaesning/3/fortryd',
    })
    expect(page({ row, counts }, auditor).ended?.links).to.equal(null)
  })

  it('says who undid it, and leads no further', () => {
    const undone = {
      ...row,
      state: 'undone' as const,
      undone_by: 'Signe Holm',
      undone_on: isoDate('2026-03-11'),
    }
    const { ended } = page({ row: undone, counts })
    expect([ended?.variant, ended?.links]).to.deep.equal(['info', null])
    expect(ended?.text).to.match(/^Fortrudt af Signe Holm den 11. marts 2026\./)
  })

  it('asks before undoing, or says on whom the register has been built', () => {
    expect(undoPage(reader, row, counts, undefined)).to.deep.include({
      inTheWay: null,
      what: '1 medlemskaber bliver streget, og navnene på de 1 personer, der kom med filen, bliver slettet.',
    })
    const names = ['Asta Lyng', 'Poul Vang']
    const { inTheWay } = undoPage(reader, row, counts, { reason: 'import_built_on_people', names })
    expect(inTheWay).to.include('Asta Lyng, Poul Vang')
  })
})
