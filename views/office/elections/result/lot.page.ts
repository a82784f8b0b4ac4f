import type { Election } from '../../../../models/elections/elections.ts'
import { LOT_METHODS, type Result } from '../../../../models/elections/result/result.ts'
import type { LotRow } from '../../../../models/elections/result/tables.ts'
import type { BoardMember } from '../../../../models/elections/board.ts'
import type { LotCall } from '../../../../models/elections/result/lot_calls.ts'
import type { Actor } from '../../../../models/rules/elections/certification.ts'
import { mayConfirmLot, unconfirmed } from '../../../../models/rules/elections/board/lot_by_telephone.ts'
import type { RuleName } from '../../../../models/statutes/document.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { ShownLot } from '../../../partials/elections/result.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'
import { shownResult } from './shown.ts'
import type { AccountId, CandidacyId } from '../../../../models/core/ids.ts'

export interface LotPage extends Asking {
  head: ElectionHead
  action: string
  /** `telephone`: the reader may write a lot down with somebody of the board on the telephone. */
  state: 'form' | 'telephone' | 'not_on_board' | 'drawn' | 'no_lot'
  /** Those of the board who can be on the telephone. */
  callable: { value: AccountId; text: string }[]
  /** Those who have not confirmed that they were; empty when all have, or when the board was in the room. */
  awaits: string
  /** The reader is one of them. */
  mayConfirm: boolean
  confirmAction: string
  investigationHref: string
  among: { id: CandidacyId; name: string }[]
  votes: number | null
  seatsLeft: number
  /** Candidates who are elected, or safe before lots are drawn. */
  elected: string
  methods: readonly LotRow['method'][]
  lot: ShownLot | null
  lotWitnesses: string | null
  drawHref: string
  resultHref: string
  assumedRules: string[]
}

export interface LotRows {
  result: Result | undefined
  /** The reader may record the lot. */
  isOnBoard: boolean
  /** Those of the board whom another reader may have on the telephone. */
  callable: readonly BoardMember[]
  /** Those who were on the telephone. */
  calls: readonly LotCall[]
  user: Actor
}

export function lotPage(reader: Reader, election: Election, rows: LotRows): LotPage {
  const { result, callable, calls, user } = rows
  const { id, statutes } = election
  const shown = result && shownResult(reader, result)
  const state = stateOf(election, rows, shown?.lot ?? null)
  const waiting = allows(election.status, 'certify') ? unconfirmed(calls) : []
  const mayConfirm = waiting.length > 0 && mayConfirmLot(calls, user).ok
  return {
    head: headOf(reader, election),
    asks: asksFor(state, waiting.length > 0 && !mayConfirm),
    action: paths.lot(id),
    state,
    callable: callable.map(({ id: value, name: text }) => ({ value, text })),
    awaits: listOf(
      reader,
      waiting.map(({ account }) => account.name),
    ),
    mayConfirm,
    confirmAction: paths.lotConfirmation(id),
    investigationHref: paths.investigation(id),
    among: (result?.candidates ?? []).filter((one) => result?.among.includes(one.id)),
    votes: result?.steps.find(({ rule }) => rule === 'tie_at_border')?.votes ?? null,
    seatsLeft: result?.seatsLeft ?? 0,
    elected: shown?.elected ?? '',
    methods: LOT_METHODS,
    lot: shown?.lot ?? null,
    lotWitnesses: shown?.lotWitnesses ?? null,
    drawHref: paths.draw(id),
    resultHref: paths.result(id),
    assumedRules: assumedAmong(reader, statutes, rulesOf(state)),
  }
}

function asksFor(state: LotPage['state'], waits: boolean): LotPage['asks'] {
  if (state === 'not_on_board' || state === 'telephone') return 'draw_lot'
  return waits ? 'confirm_lot' : null
}

function stateOf({ status }: Election, rows: LotRows, lot: ShownLot | null): LotPage['state'] {
  const { result, isOnBoard, callable } = rows
  if (result?.outcome === 'lot_required' && allows(status, 'drawLot')) {
    if (isOnBoard) return 'form'
    return callable.length > 0 ? 'telephone' : 'not_on_board'
  }
  return lot ? 'drawn' : 'no_lot'
}

function rulesOf(state: LotPage['state']): RuleName[] {
  return state === 'telephone' ? ['electionTie', 'lotByTelephone'] : ['electionTie']
}
