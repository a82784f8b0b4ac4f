import type { CandidacyRow } from '../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../models/elections/elections.ts'
import { deriveResult, type Result } from '../../../models/elections/result/result.ts'
import { isoDate } from '../../../models/core/dates.ts'
import '../missing_texts.ts'
import { translatorFor } from '../../../routes/web/i18n.ts'
import type { DocumentSource } from '../../../views/paper/elections/document_source.ts'
import { aRecordPage } from '../builders/documents.ts'
import { anElection, aSitting, theCandidates } from './elections.ts'

/** What the documents of an election are made of, with a roll of two names by default. */
export function aDocumentSource(
  given: Partial<Election> = {},
  load: Partial<DocumentSource['load']> = {},
): DocumentSource {
  const election = anElection(given)
  const standing = theCandidates()
  return {
    election,
    council: 'Udsatterådet i Randers Kommune',
    contact: { email: null, phone: '12 34 56 78' },
    link: null,
    words: translatorFor,
    load: {
      sittings: () => Promise.resolve([aSitting()]),
      standing: () => Promise.resolve(standing),
      photos: () => Promise.resolve(new Map()),
      roll: () =>
        Promise.resolve(['Karl Ravn', 'Åse Bang'].map((name) => ({ name, note: null, marked: 0 as const }))),
      rollCount: () => Promise.resolve({ entries: 2, marked: 0 }),
      readiness: () => Promise.resolve({ lines: [], ticks: [], seenOn: isoDate('2026-03-09') }),
      reopened: () => Promise.resolve(null),
      moved: () => Promise.resolve(null),
      callOff: () => Promise.resolve(undefined),
      result: () => Promise.resolve(aResult(election, standing)),
      correction: () => Promise.resolve(undefined),
      packages: () => Promise.resolve([]),
      record: () => Promise.resolve(undefined),
      codes: () => Promise.resolve([]),
      incidents: () => Promise.resolve([]),
      destroyedBox: () => Promise.resolve(undefined),
      ...load,
    },
  }
}

/** The result of an election without a vote: every candidate is elected. */
export function aResult(election: Election, standing: readonly CandidacyRow[]): Result {
  const { id, area_slug, term, kind, seats, polling_on, statutes_version_id, list_version } = election
  return deriveResult({
    election: {
      ...{ id, kind, seats, polling_on, statutes_version_id, list_version },
      area: area_slug,
      term: [term.starts_on, term.ends_on],
    },
    candidates: standing.map((one) => ({ id: one.id, name: one.name })),
    count: null,
    uncontested: { body: 'Socialudvalget', decided_on: isoDate('2026-03-03') },
  })
}

export function aMadeRecord(): ReturnType<DocumentSource['load']['record']> {
  return Promise.resolve(aRecordPage())
}
