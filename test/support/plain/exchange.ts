import { isoDate } from '../../../models/core/dates.ts'
import type { ImportListed } from '../../../models/exchange/import/imports.ts'
import {
  NO_ANSWERS,
  planImport,
  type ImportPlan,
  type Known,
} from '../../../models/exchange/import/plan/plan.ts'
import { readTable } from '../../../models/exchange/import/plan/table.ts'
import { officesOf } from '../../../models/statutes/offices.ts'
import { randers } from '../statutes/randers.ts'
import { anId } from '../ids.ts'

export const TERMS = [2018, 2022, 2026].map((year) => ({
  startsOn: isoDate(`${year}-01-01`),
  endsOn: isoDate(`${year + 3}-12-31`),
  municipalElectionOn: isoDate(`${year - 1}-11-16`),
}))

const seat = (id: number, slug: string, label: string) => ({
  id: anId(id),
  slug,
  area: label.replace(/ \d$/, '').toLowerCase().replace(' ', '-'),
  label,
  starts_on: isoDate('2018-01-01'),
  ends_on: null,
})

export const KNOWN: Known = {
  areas: [
    { names: ['Perron 4'], seats: [seat(1, 'perron-4', 'Perron 4')] },
    {
      names: ['Psykiatri', 'Sind'],
      seats: [seat(2, 'psykiatri-1', 'Psykiatri 1'), seat(3, 'psykiatri-2', 'Psykiatri 2')],
    },
  ],
  organisations: new Map([['sind', anId(5)]]),
  terms: TERMS,
  termLength: undefined,
  reelection: 'unlimited',
  people: [],
  memberships: [],
  officeholdings: [],
  offices: officesOf(randers()),
  reasonNames: [['moved', 'Er flyttet']],
  today: isoDate('2026-03-10'),
}

/** The plan for these lines of a roster, without answers and in the register `KNOWN` by default. */
export function aPlan(lines: readonly string[], { known = KNOWN, answers = NO_ANSWERS } = {}): ImportPlan {
  const rows = ['plads;navn;organisation;fra;til;grund;hverv;hverv fra;hverv til', ...lines].map((line) =>
    line.split(';'),
  )
  return planImport(readTable(rows).lines, known, answers)
}

export function anImportRow(given: Partial<ImportListed> = {}): ImportListed {
  return {
    id: anId(3),
    file_name: 'medlemmer.csv',
    sha256: 'a'.repeat(64),
    state: 'draft',
    made_by: 'Signe Holm',
    made_on: isoDate('2026-03-10'),
    counts: null,
    stored_by: null,
    stored_on: null,
    undone_by: null,
    undone_on: null,
    ...given,
  }
}
