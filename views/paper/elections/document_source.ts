import type { IsoDate, Locale } from '../../../models/core/dates.ts'
import type { CandidacyId } from '../../../models/core/ids.ts'
import type { DestroyedBox } from '../../../models/elections/box/closed_box.ts'
import type { CandidacyRow } from '../../../models/elections/candidates/tables.ts'
import type { ToldReopening } from '../../../models/elections/candidates/reopening.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { ToldIncident } from '../../../models/elections/incidents/incidents.ts'
import type { Sitting } from '../../../models/elections/planning/sittings.ts'
import type { CallOffRow } from '../../../models/elections/planning/tables.ts'
import type { Readiness } from '../../../models/elections/readiness/readiness.ts'
import type { RecordedCorrection } from '../../../models/elections/record/corrections.ts'
import type { Result } from '../../../models/elections/result/result.ts'
import type { RollCount } from '../../../models/elections/roll/roll.ts'
import type { RollEntryRow } from '../../../models/elections/roll/tables.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import type { RecordPage } from './election_record.ts'
import type { NoticePage } from './posters/notices.ts'
import type { PackageLabel } from './package_labels.ts'

/** Rows are loaded when a document asks for them. */
export interface DocumentSource {
  election: Election
  council: string
  contact: NoticePage['contact']
  /** The election's public page; null on a machine that others cannot reach. */
  link: string | null
  words: (lang: Locale) => Translate
  load: {
    sittings: () => Promise<Sitting[]>
    /** In ballot order. */
    standing: () => Promise<CandidacyRow[]>
    photos: () => Promise<ReadonlyMap<CandidacyId, Buffer>>
    roll: () => Promise<Pick<RollEntryRow, 'name' | 'note' | 'marked'>[]>
    rollCount: () => Promise<RollCount>
    /** As it is now, and which day that is. */
    readiness: () => Promise<Readiness & { seenOn: IsoDate }>
    /** Null when the approved list was never opened again. */
    reopened: () => Promise<ToldReopening | null>
    /** What happened to candidates after the first vote, and is in force. */
    incidents: () => Promise<ToldIncident[]>
    /** Null when the announced day was never moved. */
    moved: () => Promise<{ was: IsoDate; moved_on: IsoDate } | null>
    /** Returns undefined when the election was not called off. */
    callOff: () => Promise<Pick<CallOffRow, 'decided_by' | 'decided_on'> | undefined>
    result: () => Promise<Result>
    /** The result that was certified before this one, held against it; undefined when none was. */
    correction: () => Promise<RecordedCorrection | undefined>
    /** The packages whose seals are whole. */
    packages: () => Promise<Omit<PackageLabel, 'name'>[]>
    record: () => Promise<Omit<RecordPage, 'wording'> | undefined>
    /** Of all sealed ballots, sorted; empty before polling closes. */
    codes: () => Promise<string[]>
    /** Returns undefined unless the box was never opened and its ballots are destroyed. */
    destroyedBox: () => Promise<DestroyedBox | undefined>
  }
}
