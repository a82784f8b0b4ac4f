import { formatTime, type IsoDate } from '../../../../models/core/dates.ts'
import type { PresenceId } from '../../../../models/core/ids.ts'
import type { Objection } from '../../../../models/elections/conduct/objections.ts'
import type { PresenceRow } from '../../../../models/elections/conduct/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { PHASES, type Phase } from '../../../../models/rules/elections/protocol/conduct.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, listOf, type ElectionHead } from '../head.ts'

export interface ConductPage {
  head: ElectionHead
  /** The page has its forms: the reader runs the election, and it is not over. */
  mayWrite: boolean
  phases: readonly Phase[]
  phase: Phase
  presences: PresenceRow[]
  /** Those who are still there, or whose times are to be put right. */
  spells: { value: PresenceId; text: string }[]
  presenceAction: string
  objections: ShownObjection[]
  objectionAction: string
  board: string
  today: IsoDate
  time: string
}

/** Who objected is for the secretary, the board and the auditor. */
interface ShownObjection extends Pick<Objection, 'number' | 'phase' | 'raised_on' | 'text' | 'decision'> {
  objector: string | null
  /** Null unless it is the next one to be decided: one form at a time keeps what was typed apart. */
  action: string | null
}

export interface ConductRows {
  presences: readonly PresenceRow[]
  objections: readonly Objection[]
  board: readonly { name: string }[]
  readsNames: boolean
  time: string
}

export function conductPage(reader: Reader, election: Election, rows: ConductRows): ConductPage {
  const { id, status } = election
  const next = rows.objections.find(({ decision }) => decision === null)
  return {
    head: headOf(reader, election),
    mayWrite: reader.can['elections.run'] && allows(status, 'recordConduct'),
    phases: PHASES,
    phase: facts(status).takesVotes ? 'polling' : 'counting',
    presences: [...rows.presences],
    spells: rows.presences.map((one) => ({ value: one.id, text: spellText(reader, one) })),
    presenceAction: paths.presences(id),
    objections: rows.objections.map(({ objector, ...one }) => ({
      ...{ number: one.number, phase: one.phase, raised_on: one.raised_on, text: one.text },
      decision: one.decision,
      objector: rows.readsNames ? objector : null,
      action: one.id === next?.id ? paths.objection(id, one.id) : null,
    })),
    objectionAction: paths.objections(id),
    board: listOf(
      reader,
      rows.board.map(({ name }) => name),
    ),
    today: reader.today,
    time: rows.time,
  }
}

function spellText({ t, lang }: Reader, { name, phase, from_at, until_at }: PresenceRow): string {
  const spell = { name, from: formatTime(from_at, lang), phase: t(`elections.conduct.phase.${phase}`) }
  return until_at === null
    ? t('elections.conduct.spell_still', spell)
    : t('elections.conduct.spell', { ...spell, until: formatTime(until_at, lang) })
}
