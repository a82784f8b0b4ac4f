import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import type { StatutesVersion } from '../../../models/statutes/versions.ts'
import {
  getRule,
  isRuleKey,
  ruleKeys,
  type Area,
  type RuleKey,
  type Statutes,
} from '../../../models/statutes/document.ts'
import { differences } from '../../../models/statutes/comparison.ts'
import { versionInForce } from '../../../models/rules/statutes/in_force.ts'
import { followsMunicipal } from '../../../models/rules/statutes/term.ts'
import type { AreaLine, DifferenceLine, RuleLine, StatutesPage, VersionLine } from '../../page_types.ts'
import { inLanguageOf, RULE_GROUPS, ruleGroup, sentenceIn, titleIn, type Translate } from './statutes_text.ts'
import { byKind } from '../../../models/rules/core/by_kind.ts'

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
    areas: statutes.areas.map((area) => areaLine(t, area)),
    terms: statutes.terms.map((term) => ({
      starts_on: term.startsOn,
      ends_on: term.endsOn,
      municipal_election_on: term.municipalElectionOn,
      followsMunicipal: followsMunicipal(statutes.rules.termLength?.value),
      areas: statutes.areas.filter(({ key }) => term.areas?.includes(key)).map(({ name }) => name),
    })),
    versions: versions.map((version) => versionLine(versions, version, shown, today)).reverse(),
    changes: changesOf(t, versions, shown),
  }
}

/** The rule as readable words, with its source and standing. */
export function ruleLine(
  t: Translate,
  statutes: Statutes,
  key: RuleKey,
  href: string | null = null,
): RuleLine {
  const { source, sourceEn, note, noteEn, confirmed } = getRule(statutes, key)
  return {
    key,
    title: titleIn(t, statutes, key),
    sentence: sentenceIn(t, statutes, key),
    source: inLanguageOf(t, source, sourceEn),
    note: note === undefined ? null : inLanguageOf(t, note, noteEn),
    confirmed,
    href,
  }
}

/** What differs between two versions, rule by rule, in the order of the later one. */
export function differenceLines(t: Translate, before: Statutes, after: Statutes): DifferenceLine[] {
  return differences(before, after).map(({ key, confirmedBefore, confirmedAfter }) => {
    const standing = confirmedAfter ? 'confirmed_now' : 'assumed_now'
    return {
      title: titleIn(t, isRuleKey(after, key) ? after : before, key),
      before: sentenceIn(t, before, key),
      after: isRuleKey(after, key) ? sentenceIn(t, after, key) : t('statutes_versions.rule_gone'),
      standing: confirmedBefore === confirmedAfter || confirmedAfter === undefined ? 'same' : standing,
    }
  })
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

function areaLine(t: Translate, area: Area): AreaLine {
  return {
    name: area.name,
    kind: area.kind,
    ...byKind<Area, Pick<AreaLine, 'wording' | 'method' | 'office'>>(area, {
      place: ({ wording, filling }) => ({ wording, method: filling.method ?? 'poll', office: null }),
      organisations: ({ filling }) => ({ wording: null, method: filling.by, office: filling.office ?? null }),
    }),
    seats: area.seats,
    bodies: area.bodies.map(({ name, activeUntil, successor }) => ({
      name,
      activeUntil: activeUntil ?? null,
      successor: successor?.name ?? null,
      note: successor?.note === undefined ? null : inLanguageOf(t, successor.note, successor.noteEn),
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
  const lines = differenceLines(t, previous.statutes, shown.statutes)
  return { previousFrom: previous.in_force_from, lines }
}
