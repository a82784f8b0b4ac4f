import type { Reason } from '../../../../models/core/errors.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Incident } from '../../../../models/elections/incidents/incidents.ts'
import type { Verdict } from '../../../../models/rules/core/verdict.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, listOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'
import { type ShownIncident, shownIncident } from './shown.ts'

export interface IncidentPage extends Asking {
  head: ElectionHead
  incident: ShownIncident
  listHref: string
  waits: boolean
  /** Null when nobody can sign. */
  signers: string | null
  boardHref: string
  action: string
  refuseAction: string
  maySign: boolean
  mayWithdraw: boolean
  /** A sentence, for a reader who can neither sign nor withdraw it. */
  why: string | null
}

export interface IncidentRows {
  incident: Incident
  name: string
  /** The names of those who can sign. */
  signers: readonly string[]
  /** Null when it does not wait. */
  maySign: Verdict<Reason> | null
  mayWithdraw: boolean
}

export function incidentPage(reader: Reader, election: Election, rows: IncidentRows): IncidentPage {
  const { id } = election
  const incident = shownIncident(election, rows.incident, rows.name)
  const waits = incident.state === 'waits'
  const may = waits && reader.can['elections.certify']
  const maySign = may && rows.maySign?.ok === true
  const mayWithdraw = may && rows.mayWithdraw
  return {
    head: headOf(reader, election),
    incident,
    listHref: paths.incidents(id),
    waits,
    signers: rows.signers.length > 0 ? listOf(reader, [...rows.signers]) : null,
    boardHref: reader.can['elections.plan'] ? paths.electionBoard(id) : paths.election(id),
    action: paths.incident(id, incident.id),
    refuseAction: paths.incidentRefused(id, incident.id),
    maySign,
    mayWithdraw,
    asks: waits && !maySign ? 'sign_incident' : null,
    why: whyNot(reader, mayWithdraw ? null : rows.maySign),
  }
}

function whyNot({ t }: Reader, may: Verdict<Reason> | null): string | null {
  return may === null || may.ok ? null : t(`refusals.${may.reason}`)
}
