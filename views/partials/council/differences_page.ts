import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { StatutesVersionId } from '../../../models/core/ids.ts'
import { SEAT_CHANGES, type SeatChange } from '../../../models/council/history/roster_difference.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import type { Office, OfficeKey } from '../../../models/statutes/offices.ts'
import { officeName } from '../statutes/office_words.ts'
import { differenceLines, type DifferenceLine } from '../statutes/rule_lines.ts'
import type { Reader, Translate } from '../../reader.ts'
import type { AreaKind } from '../../../models/rules/core/by_kind.ts'
import { AREA_KINDS } from '../../../models/rules/core/by_kind.ts'

type Words = Pick<Reader, 't' | 'lang'>

/** The name is as the door may show it. */
export interface NameShown {
  name: string
  href: string | null
}

export interface SeatShown {
  label: string
  href: string | null
  kind: AreaKind
  state: { is: 'held'; member: NameShown } | { is: 'vacant' } | { is: 'unknown' }
}

interface Pair<T> {
  before: T | undefined
  after: T | undefined
}

export interface ComparedDays {
  from: IsoDate
  until: IsoDate
}

export interface Differences extends ComparedDays {
  seats: readonly (Pair<SeatShown> & { change: SeatChange })[]
  came: readonly SeatShown[]
  left: readonly SeatShown[]
  moved: readonly { before: SeatShown; after: SeatShown }[]
  offices: readonly Pair<NameShown & { office: OfficeKey }>[]
  /** Every office that the council has had, for their names. */
  knownOffices: readonly Office[]
  names: readonly { before: string; after: string }[]
  statutes: Record<
    'before' | 'after',
    { id: StatutesVersionId; in_force_from: IsoDate; statutes: Statutes }
  > | null
  hrefs: { here: string; timeline: string; council: string }
}

export interface DifferencesPage {
  from: IsoDate
  until: IsoDate
  sentence: string
  groups: { kind: SeatShown['kind']; rows: SeatRow[] }[]
  people: { came: string[]; left: string[]; moved: string[] }
  offices: { office: string; before: NameShown; after: NameShown }[]
  names: { before: string; after: string }[]
  statutes: { before: VersionLink; after: VersionLink; lines: DifferenceLine[] } | null
  hrefs: Differences['hrefs'] & { from: string; until: string }
}

interface SeatRow {
  label: string
  href: string | null
  before: NameShown
  after: NameShown
  change: string
  changed: boolean
}

interface VersionLink {
  in_force_from: IsoDate
  href: string
}

/** What differs on the later of two days from the earlier. */
export function differencesPage({ t, lang }: Words, found: Differences): DifferencesPage {
  const { from, until, seats, statutes, hrefs } = found
  const nobody = { name: t('history.differences.no_officer'), href: null }
  return {
    ...{ from, until, names: [...found.names] },
    sentence: sentenceOf({ t, lang }, found),
    groups: AREA_KINDS.map((kind) => ({
      kind,
      rows: seats
        .filter(({ before, after }) => (after ?? before)?.kind === kind)
        .map((pair) => rowOf(t, pair)),
    })).filter(({ rows }) => rows.length > 0),
    people: {
      came: found.came.map((seat) => whoWhere(t, seat)),
      left: found.left.map((seat) => whoWhere(t, seat)),
      moved: found.moved.map(({ before, after }) =>
        t('history.differences.moved', { name: shownOn(t, after).name, from: before.label, to: after.label }),
      ),
    },
    offices: found.offices.flatMap(({ before, after }) => {
      const office = (after ?? before)?.office
      if (office === undefined) return []
      const name = officeName({ t, lang }, found.knownOffices, office)
      return [{ office: name, before: before ?? nobody, after: after ?? nobody }]
    }),
    statutes: statutes && {
      before: versionLink(statutes.before),
      after: versionLink(statutes.after),
      lines: differenceLines(t, statutes.before.statutes, statutes.after.statutes),
    },
    hrefs: { ...hrefs, from: `${hrefs.council}?dato=${from}`, until: `${hrefs.council}?dato=${until}` },
  }
}

/** "Fra 1. januar 2024 til 1. januar 2026 er 3 pladser skiftet, og 1 er blevet ledig." */
function sentenceOf({ t, lang }: Words, { from, until, seats }: Differences): string {
  const days = { from: formatDate(from, lang), to: formatDate(until, lang) }
  if (from === until) return t('history.differences.same_day', { date: days.from })
  const counted = SEAT_CHANGES.map((change) => ({
    change,
    count: seats.filter((seat) => seat.change === change).length,
  })).filter(({ count }) => count > 0)
  if (counted.length === 0) return t('history.differences.none', days)
  // Danish turns the first clause round: "er 3 pladser skiftet", and then "1 er blevet ledig".
  const clauses = counted.map(({ change, count }, index) =>
    index === 0
      ? t(`history.differences.first_clause.${change}`, { count })
      : t(`history.differences.then_clause.${change}`, { count }),
  )
  return t('history.differences.sentence', { ...days, what: new Intl.ListFormat(lang).format(clauses) })
}

function rowOf(t: Translate, { change, before, after }: Differences['seats'][number]): SeatRow {
  const seat = after ?? before
  const gone = { name: t('history.differences.no_seat'), href: null }
  return {
    ...{ label: seat?.label ?? '', href: seat?.href ?? null },
    before: before ? shownOn(t, before) : gone,
    after: after ? shownOn(t, after) : gone,
    change: t(`history.differences.change.${change}`),
    changed: SEAT_CHANGES.includes(change),
  }
}

function shownOn(t: Translate, { state }: SeatShown): NameShown {
  if (state.is === 'held') return state.member
  return { name: t(state.is === 'vacant' ? 'history.gap' : 'history.unknown'), href: null }
}

function whoWhere(t: Translate, seat: SeatShown): string {
  return t('history.differences.on_seat', { name: shownOn(t, seat).name, seat: seat.label })
}

function versionLink({ id, in_force_from }: { id: StatutesVersionId; in_force_from: IsoDate }): VersionLink {
  return { in_force_from, href: `/vedtaegter/${id}` }
}
