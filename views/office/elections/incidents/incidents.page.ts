import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Reason } from '../../../../models/core/errors.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { type Incident, INCIDENT_KINDS } from '../../../../models/elections/incidents/incidents.ts'
import { dutyOf } from '../../../../models/elections/who_may.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import {
  type AfterFirstVote,
  afterFirstVote,
  type IncidentKind,
} from '../../../../models/rules/elections/incidents/after_first_vote.ts'
import type { Verdict } from '../../../../models/rules/core/verdict.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, listOf, nameFinder, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'
import { type ShownIncident, shownIncident } from './shown.ts'

export interface IncidentsPage extends Asking {
  head: ElectionHead
  action: string
  /** The newest first: what waits is on top. */
  incidents: (ShownIncident & { href: string; link: 'sign_link' | 'withdraw_link' | 'read_link' | null })[]
  /** Those who can sign beside the reader; null when nobody can. */
  signers: string | null
  boardHref: string
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

export interface IncidentsRows {
  /** All who ever stood, for their names. */
  candidates: readonly CandidacyRow[]
  standing: readonly CandidacyRow[]
  /** `answers`: what the reader can say to it while it waits. */
  incidents: readonly (Incident & { answers: 'sign' | 'withdraw' | null })[]
  may: Verdict<Reason>
  /** The names of those of the board who can sign what the reader writes. */
  signers: readonly string[]
}

export function incidentsPage(
  reader: Reader,
  election: Election,
  { candidates, standing, incidents, may, signers }: IncidentsRows,
): IncidentsPage {
  const { t, can } = reader
  const { id, status, statutes } = election
  const inTime = allows(status, 'recordIncident')
  const nameOf = nameFinder(candidates)
  const isEarly = !may.ok && may.reason === 'incident_list_can_be_reopened'
  return {
    head: headOf(reader, election),
    action: paths.incidents(id),
    incidents: incidents.toReversed().map((one) => {
      const shown = shownIncident(election, one, nameOf(one.candidacy_id))
      const link = one.answers === null ? 'read_link' : (`${one.answers}_link` as const)
      return { ...shown, href: paths.incident(id, one.id), link: shown.state === 'waits' ? link : null }
    }),
    signers: signers.length > 0 ? listOf(reader, [...signers]) : null,
    boardHref: reader.can['elections.plan'] ? paths.electionBoard(id) : paths.election(id),
    asks: inTime && !may.ok ? dutyOf(may.reason) : null,
    mayRecord: inTime && may.ok && can['elections.certify'],
    why: inTime
      ? t(`refusals.${may.ok ? 'incident_by_board' : may.reason}`)
      : t('elections.incidents.not_now'),
    reopeningHref: inTime && isEarly ? paths.listReopening(id) : null,
    candidates: standing.map((one) => ({ value: String(one.id), text: one.name })),
    closingHref: paths.pollingClosing(id),
    kinds: INCIDENT_KINDS,
    known: incidents.length,
    today: reader.today,
    rule: afterFirstVote(statutes),
    isUnsaid: statutes.rules.afterFirstVote === undefined,
    assumedRules: assumedAmong(reader, statutes, ['afterFirstVote']),
  }
}
