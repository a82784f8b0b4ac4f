import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Reason } from '../../../../models/core/errors.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { INCIDENT_KINDS } from '../../../../models/elections/incidents/incidents.ts'
import type { IncidentRow } from '../../../../models/elections/incidents/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import {
  type AfterFirstVote,
  afterFirstVote,
  type IncidentKind,
} from '../../../../models/rules/elections/incidents/after_first_vote.ts'
import type { Verdict } from '../../../../models/rules/core/verdict.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, nameFinder, type ElectionHead } from '../head.ts'

export interface IncidentsPage {
  head: ElectionHead
  action: string
  incidents: ShownIncident[]
  mayRecord: boolean
  /** A sentence, for a reader who may not record what happened now. */
  why: string
  /** The list can still be opened again, and that is what the board does then. */
  reopeningHref: string | null
  candidates: { value: string; text: string }[]
  closingHref: string
  kinds: readonly IncidentKind[]
  known: number
  today: IsoDate
  rule: AfterFirstVote
  /** The statutes say nothing of it. */
  isUnsaid: boolean
  assumedRules: string[]
}

export interface ShownIncident extends Pick<
  IncidentRow,
  'number' | 'because' | 'effect' | 'reason' | 'learnt_on' | 'recorded_by' | 'recorded_on'
> {
  name: string
}

export interface IncidentsRows {
  candidates: readonly CandidacyRow[]
  incidents: readonly IncidentRow[]
  may: Verdict<Reason>
}

export function incidentsPage(
  reader: Reader,
  election: Election,
  { candidates, incidents, may }: IncidentsRows,
): IncidentsPage {
  const { t, can } = reader
  const { id, status, statutes } = election
  const inTime = allows(status, 'recordIncident')
  const nameOf = nameFinder(candidates)
  const isEarly = !may.ok && may.reason === 'incident_list_can_be_reopened'
  return {
    head: headOf(reader, election),
    action: paths.incidents(id),
    incidents: incidents.map((one) => ({ ...shown(one), name: nameOf(one.candidacy_id) })),
    mayRecord: inTime && may.ok && can['elections.certify'],
    why: inTime && !may.ok ? t(`refusals.${may.reason}`) : t('elections.incidents.not_now'),
    reopeningHref: inTime && isEarly ? paths.listReopening(id) : null,
    candidates: candidates.map((one) => ({ value: String(one.id), text: one.name })),
    closingHref: paths.pollingClosing(id),
    kinds: INCIDENT_KINDS,
    known: incidents.length,
    today: reader.today,
    rule: afterFirstVote(statutes),
    isUnsaid: statutes.rules.afterFirstVote === undefined,
    assumedRules: assumedAmong(reader, statutes, ['afterFirstVote']),
  }
}

function shown(incident: IncidentRow): Omit<ShownIncident, 'name'> {
  const { number, because, effect, reason, learnt_on, recorded_by, recorded_on } = incident
  return { number, because, effect, reason, learnt_on, recorded_by, recorded_on }
}
