import { addDays, type IsoDate } from '../models/dates.ts'
import type { StatutesVersion } from '../models/register/statutes.ts'
import {
  findArea,
  getRule,
  ruleKeys,
  type Area,
  type RuleKey,
  type Statutes,
} from '../models/rules/statutes.ts'
import { differences } from '../models/rules/statutes_change.ts'
import { versionInForce } from '../models/rules/statutes_in_force.ts'
import type { AreaLine, DifferenceLine, RuleLine, StatutesPage, VersionLine } from './page_types.ts'
import { RULE_GROUPS, ruleGroup, ruleSentence, ruleTitle, type Translate } from './statutes_text.ts'

/** One version as the statutes page shows it, seen on the day `today`. `versions` are all there are, oldest first. */
export function statutesPage(
  t: Translate,
  versions: readonly StatutesVersion[],
  shown: StatutesVersion,
  today: IsoDate,
): StatutesPage {
  const { statutes } = shown
  return {
    title: statutes.title,
    reference: statutes.reference,
    in_force_from: shown.in_force_from,
    in_force_until: lastDayOf(versions, shown),
    standing: standingOf(versions, shown, today),
    groups: RULE_GROUPS.map((group) => ({
      group,
      rules: ruleKeys(statutes)
        .filter((key) => ruleGroup(key) === group)
        .map((key) => ruleLine(t, statutes, key)),
    })),
    areas: statutes.areas.map(areaLine),
    terms: statutes.terms.map((term) => ({
      starts_on: term.startsOn,
      ends_on: term.endsOn,
      municipal_election_on: term.municipalElectionOn,
    })),
    versions: versions.map((version) => versionLine(versions, version, shown, today)).reverse(),
    changes: changesOf(t, versions, shown),
  }
}

/** The rule's title; an agreement's names its area. */
export function titleOfRule(t: Translate, statutes: Statutes, key: RuleKey): string {
  const areaKey = /^areas\.(.+)\.agreement$/.exec(key)?.[1]
  return ruleTitle(t, key, areaKey === undefined ? undefined : findArea(statutes, areaKey)?.name)
}

/** The rule as readable words, with its source and standing. */
export function ruleLine(
  t: Translate,
  statutes: Statutes,
  key: RuleKey,
  href: string | null = null,
): RuleLine {
  const { value, source, note, confirmed } = getRule(statutes, key)
  const sentence = ruleSentence(t, key, value)
  return { key, title: titleOfRule(t, statutes, key), sentence, source, note: note ?? null, confirmed, href }
}

/** The last day on which the version holds; null where no later one has been made, or one of the same day replaced it. */
function lastDayOf(versions: readonly StatutesVersion[], shown: StatutesVersion): IsoDate | null {
  if (isReplaced(versions, shown)) return null
  const next = versions.find((version) => version.in_force_from > shown.in_force_from)
  return next ? addDays(next.in_force_from, -1) : null
}

/** Of several versions from the same day only the last made ever holds. */
function isReplaced(versions: readonly StatutesVersion[], version: StatutesVersion): boolean {
  return versions.some((other) => other.in_force_from === version.in_force_from && other.id > version.id)
}

function standingOf(
  versions: readonly StatutesVersion[],
  version: StatutesVersion,
  today: IsoDate,
): StatutesPage['standing'] {
  if (isReplaced(versions, version)) return 'replaced'
  if (versionInForce(versions, today)?.id === version.id) return 'in_force'
  return version.in_force_from > today ? 'coming' : 'past'
}

function versionLine(
  versions: readonly StatutesVersion[],
  version: StatutesVersion,
  shown: StatutesVersion,
  today: IsoDate,
): VersionLine {
  const { id, in_force_from, reason, made_by, made_on } = version
  const standing = standingOf(versions, version, today)
  return {
    href: `/vedtaegter/${id}`,
    in_force_from,
    reason,
    made_by,
    made_on,
    shown: id === shown.id,
    standing,
  }
}

function areaLine(area: Area): AreaLine {
  return {
    name: area.name,
    kind: area.kind,
    wording: area.kind === 'place' ? area.wording : null,
    seats: area.seats,
    bodies: area.bodies.map((body) => ({
      name: body.name,
      activeUntil: body.activeUntil ?? null,
      successor: body.successor?.name ?? null,
      note: body.successor?.note ?? null,
    })),
  }
}

function changesOf(
  t: Translate,
  versions: readonly StatutesVersion[],
  shown: StatutesVersion,
): StatutesPage['changes'] {
  const previous = versions.find((version) => version.id === shown.replaces_id)
  if (!previous) return null
  const lines = differences(previous.statutes, shown.statutes).map((difference): DifferenceLine => {
    const { key, before, after, confirmedBefore, confirmedAfter } = difference
    const standing = confirmedAfter ? 'confirmed_now' : 'assumed_now'
    return {
      title: titleOfRule(t, shown.statutes, key),
      before: ruleSentence(t, key, before),
      after: ruleSentence(t, key, after),
      standing: confirmedBefore === confirmedAfter ? 'same' : standing,
    }
  })
  return { previousFrom: previous.in_force_from, lines }
}
