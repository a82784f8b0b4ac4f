import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import type { Due } from '../../../models/privacy/due.ts'
import type { DuePerson } from '../../../models/privacy/due_people.ts'
import type { Round } from '../../../models/privacy/housekeeping.ts'
import {
  RETENTION_RULES,
  type Retention,
  type RetentionRule,
} from '../../../models/rules/privacy/retention.ts'
import { keptFor } from '../../partials/privacy/kept_for.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

/** People who will be erased are named this far ahead. */
const SOON_DAYS = 60

export interface RetentionPage {
  rules: RuleLine[]
  /** null for a reader who may not read the register. */
  soon: { name: string; href: string; scope: DuePerson['scope']; from: IsoDate }[] | null
  runs: { day: IsoDate; by: string; state: Round['state']; erased: string[] }[]
  today: IsoDate
  anyDue: boolean
  action: string
}

interface RuleLine {
  rule: RetentionRule
  kept: string
  due: number
  /** The first day after today on which data goes; null when none waits. */
  next: IsoDate | null
}

export interface Waiting {
  due: Record<RetentionRule, readonly Due[]>
  people: readonly DuePerson[]
  rounds: readonly Round[]
}

export function retentionPage(
  reader: Reader,
  retention: Retention,
  { due, people, rounds }: Waiting,
): RetentionPage {
  const { can, today } = reader
  const rules = RETENTION_RULES.map((rule) => ruleLine(reader, retention, rule, due[rule]))
  return {
    rules,
    soon: can['register.read'] ? soonAmong(people, addDays(today, SOON_DAYS)) : null,
    runs: rounds.map(({ day, started_by: by, state, erased }) => ({
      ...{ day, by, state },
      erased: RETENTION_RULES.flatMap((rule) => {
        const count = erased[rule] ?? 0
        return count > 0 ? [reader.t(`retention.erased.${rule}`, { count })] : []
      }),
    })),
    today,
    anyDue: rules.some((line) => line.due > 0),
    action: paths.housekeeping,
  }
}

function ruleLine(
  reader: Reader,
  retention: Retention,
  rule: RetentionRule,
  waiting: readonly Due[],
): RuleLine {
  const later = waiting.filter(({ from }) => from > reader.today)
  return {
    rule,
    kept: keptFor(reader, retention, rule),
    due: waiting.length - later.length,
    next: later[0]?.from ?? null,
  }
}

function soonAmong(people: readonly DuePerson[], until: IsoDate): NonNullable<RetentionPage['soon']> {
  const { compare } = new Intl.Collator('da')
  return people
    .filter(({ from }) => from <= until)
    .sort((a, b) => (a.from === b.from ? compare(a.name, b.name) || a.id - b.id : a.from < b.from ? -1 : 1))
    .map(({ id, name, scope, from }) => ({ name, scope, from, href: paths.person(id) }))
}
