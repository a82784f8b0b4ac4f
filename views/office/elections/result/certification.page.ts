import { later, type IsoDate } from '../../../../models/core/dates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Result } from '../../../../models/elections/result/result.ts'
import type { CertificationRow } from '../../../../models/elections/result/tables.ts'
import type { LotCall } from '../../../../models/elections/result/lot_calls.ts'
import { type Actor, samePerson } from '../../../../models/rules/elections/certification.ts'
import { unconfirmed } from '../../../../models/rules/elections/board/lot_by_telephone.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Verdict } from '../../../../models/rules/core/verdict.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'
import { shownCertifications, shownResult, type Certified, type ShownResult } from './shown.ts'

export interface CertificationPage extends Asking {
  head: ElectionHead
  action: string
  result: ShownResult | null
  mayCertify: boolean
  /** Why the reader cannot certify; empty when they can, or when there is nothing to certify. */
  refusal: string
  /** Those who have not confirmed that they were on the telephone at the lot; empty when all have. */
  lotAwaits: string
  /** The reader was on the telephone, and confirms it by certifying. */
  confirmsLot: boolean
  certified: Certified[]
  board: string
  /** The days of the elected on their seats; null when no seat is free. */
  seat: { from: IsoDate; until: IsoDate } | null
  /** Where the papers are sealed in packages; null when they are, or when there are none. */
  sealHref: string | null
  resultHref: string
  assumedRules: string[]
}

export interface CertificationRows {
  result: Result | undefined
  certifications: readonly CertificationRow[]
  board: readonly { name: string }[]
  /** Whether the reader may certify, by all but their role; undefined without a result. */
  verdict: Verdict<string> | undefined
  openSeat: { from: IsoDate } | undefined
  /** Those who were on the telephone at the lot. */
  calls?: readonly LotCall[]
  user?: Actor
  /** Papers still lie open. */
  unsealed?: boolean
}

export function certificationPage(
  reader: Reader,
  election: Election,
  rows: CertificationRows,
): CertificationPage {
  const { result, certifications, board, verdict, openSeat, unsealed = false, calls = [], user } = rows
  const { id, status, term, statutes } = election
  const open = allows(status, 'certify')
  const refusal = open && verdict ? refusalOf(reader, verdict) : undefined
  return {
    head: headOf(reader, election),
    action: paths.certification(id),
    result: result && result.outcome !== 'lot_required' ? shownResult(reader, result) : null,
    mayCertify: refusal === '',
    ...lotPart(reader, open ? calls : [], user),
    asks: refusal ? 'certify' : open && othersOf(calls, user).length > 0 ? 'confirm_lot' : null,
    refusal: refusal ?? '',
    certified: shownCertifications(certifications),
    board: listOf(
      reader,
      board.map(({ name }) => name),
    ),
    seat: open && openSeat ? { from: later(openSeat.from, term.starts_on), until: term.ends_on } : null,
    sealHref: open && unsealed ? paths.packages(id) : null,
    resultHref: paths.result(id),
    assumedRules: assumedAmong(reader, statutes, ['complaintDays']),
  }
}

function lotPart(reader: Reader, calls: readonly LotCall[], user: Actor | undefined) {
  const waiting = unconfirmed(calls)
  const names = othersOf(calls, user).map(({ account }) => account.name)
  return { lotAwaits: listOf(reader, names), confirmsLot: waiting.length > names.length }
}

/** Those who have to confirm it by themselves, while the reader does so by certifying. */
function othersOf(calls: readonly LotCall[], user: Actor | undefined): LotCall[] {
  return unconfirmed(calls).filter(({ account }) => !user || !samePerson(account, user))
}

/** A role that certifies nothing is told that it is not on the board. */
function refusalOf({ t, can }: Reader, verdict: Verdict<string>): string {
  if (!verdict.ok) return t(`refusals.${verdict.reason}`)
  return can['elections.certify'] ? '' : t('refusals.not_on_board')
}
