import type { ReadLine } from './lines.ts'
import type { Identity } from './people.ts'
import type { PlannedMembership } from './pieces.ts'
import { firstEnd, overlaps, type Span } from '../../../rules/core/spans.ts'
import type { Office, OfficeKey } from '../../../statutes/offices.ts'
import type { PersonId, SeatId } from '../../../core/ids.ts'

export interface Held extends Span {
  seat_id: SeatId
  seat: string
  person_id: PersonId
  person: string
}

export interface HeldOffice extends Span {
  office: OfficeKey
  person: string
}

/** `line` is set when the stretch comes from the file. */
interface Stretch extends Span {
  line?: ReadLine
  what: string
}

/** Compares lines with each other and with the register. Both of two clashing lines get the problem. */
export function checkTogether(
  planned: readonly PlannedMembership[],
  known: { memberships: readonly Held[]; officeholdings: readonly HeldOffice[]; offices: readonly Office[] },
): void {
  const bySeat = new Shelves()
  const byPerson = new Shelves()
  const byOffice = new Shelves()
  for (const held of known.memberships) {
    bySeat.put(String(held.seat_id), { ...held, what: held.person })
    byPerson.put(`#${held.person_id}`, { ...held, what: held.seat })
  }
  for (const held of known.officeholdings) byOffice.put(held.office, { ...held, what: held.person })
  for (const { line, seat, who, starts_on, ends_on, offices } of planned) {
    bySeat.put(String(seat.id), { starts_on, ends_on, line, what: line.name })
    byPerson.put(keyOf(who), { starts_on, ends_on, line, what: seat.label })
    for (const { office, of, ...span } of offices) {
      if (!known.offices.some(({ key }) => key === office)) addError(of, 'office_not_in_statutes', {})
      byOffice.put(office, { starts_on: span.starts_on, ends_on: span.ends_on, line: of, what: of.name })
    }
  }
  bySeat.clashes('seat_taken')
  byPerson.clashes('person_elsewhere')
  byOffice.clashes('office_taken')
}

function keyOf(who: Identity): string {
  return 'personId' in who ? `#${who.personId}` : who.name
}

class Shelves {
  private readonly shelves = new Map<string, Stretch[]>()

  put(key: string, stretch: Stretch): void {
    const shelf = this.shelves.get(key)
    if (shelf) shelf.push(stretch)
    else this.shelves.set(key, [stretch])
  }

  /** Compares each stretch with the furthest-reaching one that begins before it. */
  clashes(code: string): void {
    for (const shelf of this.shelves.values()) {
      const inOrder = [...shelf].sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
      let reaching: Stretch | undefined
      for (const stretch of inOrder) {
        if (reaching && overlaps(reaching, stretch) && (reaching.line ?? stretch.line)) {
          addClash(code, reaching, stretch)
          addClash(code, stretch, reaching)
        }
        reaching = !reaching || firstEnd(reaching, stretch) === reaching.ends_on ? stretch : reaching
      }
    }
  }
}

function addClash(code: string, { line }: Stretch, other: Stretch): void {
  if (!line) return
  const { what, starts_on: from, ends_on: until } = other
  if (other.line && other.line !== line)
    addError(line, `${code}_line`, { line: other.line.line, what, from, until })
  else addError(line, code, { what, from, until })
}

function addError(line: ReadLine, code: string, params: Record<string, string | number>): void {
  if (line.problems.some((one) => one.code === code && one.params.line === params.line)) return
  line.problems.push({ level: 'error', code, params })
}
