import { officesOf } from './offices.ts'
import { seatsIn } from './seat_range.ts'
import { problem, type Problem } from './problems.ts'
import type { Area, Quota, Statutes } from './schema.ts'
import { isElectedSeat, isNominatedSeat, isPlace } from '../rules/core/by_kind.ts'

/** Shares of more than the whole, and rules that need another rule. */
export function ruleProblems(statutes: Statutes): Problem[] {
  return [
    ...quorumRange(statutes),
    ...marksRange(statutes),
    ...substituteToStepIn(statutes),
    ...meetingRange(statutes),
    ...changeShare(statutes),
    ...officeNames(statutes),
    ...officeGroups(statutes),
    ...quotaRanges(statutes),
  ]
}

function quorumRange({ rules }: Statutes): Problem[] {
  const { share, comparison } = rules.quorum.value
  const [part, whole] = share
  if (part > whole) {
    const message = 'The share is more than the whole council.'
    return [problem('rules.quorum.value.share', 'quorum_over_all', message)]
  }
  if (part < whole || comparison !== 'more_than') return []
  const message = 'More than the whole council can never be present.'
  return [problem('rules.quorum.value.comparison', 'quorum_never', message)]
}

function marksRange({ rules, areas }: Statutes): Problem[] {
  const { min, max, per } = rules.marks.value
  if (min > max) {
    const message = 'The least number of marks is above the highest.'
    return [problem('rules.marks.value.min', 'marks_backwards', message)]
  }
  const most = Math.max(1, ...areas.filter(isPlace).map(({ seats }) => seats))
  if (per !== 'seat' || max === most) return []
  const message = `As many marks as seats is at most ${most} here, not ${max}.`
  return [problem('rules.marks.value.max', 'marks_per_seat', message, { most, max })]
}

function substituteToStepIn({ rules }: Statutes): Problem[] {
  const { value } = rules.substitutes
  const kind = typeof value === 'object' ? value.kind : value
  if (rules.vacancy.value !== 'substitute' || kind !== 'none') return []
  const message = 'A substitute cannot step in where there are none.'
  return [problem('rules.vacancy.value', 'substitute_without', message)]
}

function meetingRange({ rules }: Statutes): Problem[] {
  const value = rules.meetingsPerYear?.value
  if (!value || value.min <= value.max) return []
  const message = 'The fewest meetings are more than the most.'
  return [problem('rules.meetingsPerYear.value.min', 'meetings_backwards', message)]
}

function changeShare({ rules }: Statutes): Problem[] {
  const value = rules.ruleChanges?.value
  if (!value) return []
  const [part, whole] = value.share
  if (part < whole || (part === whole && value.comparison === 'at_least')) return []
  const message = 'Nobody could ever change the rules with that majority.'
  return [problem('rules.ruleChanges.value.share', 'changes_over_all', message)]
}

/** One office written in two ways would have two titles. */
function officeNames({ rules }: Statutes): Problem[] {
  const written = rules.offices.value
  const keyOf = (office: (typeof written)[number]) => (typeof office === 'object' ? office.key : office)
  return written.flatMap((office, o) => {
    const before = written.slice(0, o).find((earlier) => keyOf(earlier) === keyOf(office))
    if (before === undefined || (typeof before !== 'object' && typeof office !== 'object')) return []
    const path = `rules.offices.value[${o}]`
    return [
      problem(path, 'key_twice', `The key "${keyOf(office)}" is used more than once.`, {
        key: keyOf(office),
      }),
    ]
  })
}

function officeGroups(statutes: Statutes): Problem[] {
  if (statutes.rules.officersChosen?.value !== 'one_from_each_group') return []
  const kinds = new Set(statutes.areas.map(({ kind }) => kind))
  const shared = officesOf(statutes).filter(({ chosenBy }) => chosenBy === 'one_from_each_group')
  const holders = shared.reduce((sum, { count }) => sum + count, 0)
  if (kinds.size === 2 && holders >= 2) return []
  const message = 'This needs two groups of seats and two offices to share.'
  return [problem('rules.officersChosen.value', 'groups_missing', message)]
}

function quotaRanges({ rules, areas }: Statutes): Problem[] {
  const known = areas.map(({ key }) => key)
  return (rules.quotas?.value ?? []).flatMap((quota, q) => {
    const path = `rules.quotas.value[${q}]`
    const named = typeof quota.of === 'object' ? quota.of.areas : []
    const unknown = named.flatMap((area, a) =>
      known.includes(area)
        ? []
        : [problem(`${path}.of.areas[${a}]`, 'unknown_area', `There is no area "${area}".`, { area })],
    )
    const { amount, limit } = quota
    if (typeof amount === 'object') {
      if (amount[0] <= amount[1]) return unknown
      return [...unknown, problem(`${path}.amount`, 'quota_part', 'The part is more than the whole.')]
    }
    if (unknown.length > 0 || limit === 'at_most') return unknown
    const seats = seatsIn(areas.filter((area) => countsFor(quota, area)))
    const least = limit === 'more_than' ? amount + 1 : amount
    if (least <= seats) return []
    const message = `At least ${least} are asked for, but there are ${seats} such seats.`
    return [problem(`${path}.amount`, 'quota_impossible', message, { least, seats })]
  })
}

export function countsFor({ of }: Quota, area: Pick<Area, 'key' | 'kind'>): boolean {
  if (of === 'elected') return isElectedSeat({ area_kind: area.kind })
  if (of === 'nominated') return isNominatedSeat({ area_kind: area.kind })
  return of.areas.includes(area.key)
}
