import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../../config.ts'
import { isoDate } from '../../../models/core/dates.ts'
import type { CandidacyRow } from '../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { Sitting } from '../../../models/elections/planning/sittings.ts'
import { parseStatutes, type Statutes } from '../../../models/statutes/document.ts'
import { anId } from '../ids.ts'

/* Rows for pages that are tried without a database: a by-election on Perron 4 on the day on which readers read. */

const randers: unknown = JSON.parse(
  readFileSync(path.join(projectRoot, 'statutes/randers-2018.json'), 'utf8'),
)

export function someStatutes(change: (rules: Statutes['rules']) => void = () => undefined): Statutes {
  const statutes = structuredClone(parseStatutes(randers))
  change(statutes.rules)
  return statutes
}

const STATUTES = someStatutes()

export function anElection(given: Partial<Election> = {}): Election {
  return {
    id: anId(7),
    area_id: anId(1),
    area_slug: 'perron-4',
    area_name: 'Perron 4',
    wording: 'på',
    term_id: anId(3),
    term: {
      id: anId(3),
      starts_on: isoDate('2026-01-01'),
      ends_on: isoDate('2029-12-31'),
      municipal_election_on: isoDate('2025-11-18'),
    },
    kind: 'by_election',
    status: 'listed',
    statutes_version_id: anId(1),
    statutes: STATUTES,
    seats: 1,
    place: 'Perron 4',
    candidates_by: isoDate('2026-03-02'),
    polling_on: isoDate('2026-03-10'),
    opens_at: '11.00',
    closes_at: '14.00',
    complaints_until: isoDate('2026-03-17'),
    list_version: 1,
    roll_kind: 'named',
    means: 'paper',
    uncontested_body: null,
    uncontested_on: null,
    ...given,
  }
}

export function aSitting(given: Partial<Sitting> = {}): Sitting {
  const { polling_on: held_on, opens_at, closes_at, place } = anElection()
  return { number: 1, held_on, opens_at, closes_at, place, ...given }
}

export function aCandidacy(id: number, name: string, given: Partial<CandidacyRow> = {}): CandidacyRow {
  return {
    id: anId(id),
    election_id: anId(7),
    person_id: null,
    name,
    contact: null,
    consented_on: isoDate('2026-02-20'),
    eligible_as: 'resident',
    eligibility_checked_by: 'Signe Holm',
    eligibility_checked_on: isoDate('2026-02-20'),
    symbol: null,
    statement: null,
    ballot_position: id,
    withdrawn_on: null,
    withdrawn_because: null,
    erased_on: null,
    ...given,
  }
}

export function theCandidates(): CandidacyRow[] {
  return ['Anker Bro', 'Jens Ærø', 'Åse Wang'].map((name, index) => aCandidacy(index + 1, name))
}
