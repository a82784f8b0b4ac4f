import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import { byKind } from '../../../models/rules/core/by_kind.ts'
import { versionInForce } from '../../../models/rules/statutes/in_force.ts'
import { followsMunicipal } from '../../../models/rules/statutes/term.ts'
import { ruleKeys, type Area, type Statutes, type Term } from '../../../models/statutes/document.ts'
import type { StatutesVersion } from '../../../models/statutes/versions.ts'
import {
  differenceLines,
  ruleLine,
  type DifferenceLine,
  type OwnText,
  type RuleLine,
} from '../../partials/statutes/rule_lines.ts'
import {
  inLanguageOf,
  RULE_GROUPS,
  ruleGroup,
  type RuleGroup,
} from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

/** `replaced`: a later version from the same day took its place, so it never held. */
export type Standing = 'in_force' | 'coming' | 'past' | 'replaced'

export interface StatutesPage {
  title: string
  reference: string
  in_force_from: IsoDate
  /** null while no later version has been made. */
  in_force_until: IsoDate | null
  standing: Standing
  /** How many rules are not confirmed yet. */
  assumed: number
  groups: { group: RuleGroup; rules: RuleLine[] }[]
  areas: AreaLine[]
  terms: TermLine[]
  /** Newest first. */
  versions: VersionLine[]
  /** null for the first version. */
  changes: { lines: DifferenceLine[] } | null
}

export interface AreaLine {
  name: string
  seats: number
  filled: string
  bodies: { name: string; activeUntil: IsoDate | null; successor: string | null; note: OwnText | null }[]
}

interface TermLine {
  starts_on: IsoDate
  ends_on: IsoDate
  /** The day that the renewal is counted from; the municipal election when the terms follow it. */
  municipal_election_on: IsoDate
  followsMunicipal: boolean
  /** The areas that the term is for, in one list; null when it is for all. */
  areas: string | null
}

interface VersionLine {
  href: string
  in_force_from: IsoDate
  reason: string
  made_by: string
  made_on: IsoDate
  shown: boolean
  standing: Standing
}

type Words = Pick<Reader, 't' | 'lang' | 'today'>

/** `versions` are all there are, oldest first. */
export function statutesPage(
  reader: Words,
  versions: readonly StatutesVersion[],
  shown: StatutesVersion,
): StatutesPage {
  const { t, today } = reader
  const { statutes } = shown
  const lines = ruleKeys(statutes).map((key) => ruleLine(t, statutes, key))
  return {
    title: statutes.title,
    reference: statutes.reference,
    in_force_from: shown.in_force_from,
    in_force_until: lastDayOf(versions, shown),
    standing: standingOf(versions, shown, today),
    assumed: lines.filter(({ confirmed }) => !confirmed).length,
    groups: RULE_GROUPS.map((group) => ({
      group,
      rules: lines.filter(({ key }) => ruleGroup(key) === group),
    })),
    areas: statutes.areas.map((area) => areaLine(reader, area)),
    terms: statutes.terms.map((term) => termLine(reader, statutes, term)),
    versions: versions.map((version) => versionLine(versions, version, shown, today)).reverse(),
    changes: changesOf(reader, versions, shown),
  }
}

/** null when no later version has been made, or one of the same day replaced it. */
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
): Standing {
  if (isReplaced(versions, version)) return 'replaced'
  if (versionInForce(versions, today)?.id === version.id) return 'in_force'
  return version.in_force_from > today ? 'coming' : 'past'
}

function areaLine({ t, lang }: Words, area: Area): AreaLine {
  return {
    name: area.name,
    seats: area.seats,
    filled: howFilled({ t, lang }, area),
    bodies: area.bodies.map(({ name, activeUntil, successor }) => ({
      name,
      activeUntil: activeUntil ?? null,
      successor: successor?.name ?? null,
      note: successor?.note === undefined ? null : inLanguageOf(t, successor.note, successor.noteEn),
    })),
  }
}

function howFilled({ t, lang }: Pick<Words, 't' | 'lang'>, area: Area): string {
  return byKind<Area, string>(area, {
    place: ({ name, wording, filling: { method = 'poll' } }) => {
      const at = t(`public_election.at.${wording}`, { area: name })
      return method === 'poll'
        ? t('statutes.area_place', { at })
        : t(`statutes.area_method.${method}`, { at })
    },
    organisations: ({ bodies, filling: { by, office } }) => {
      const names = new Intl.ListFormat(lang).format(bodies.map(({ name }) => name))
      return by === 'nomination'
        ? t('statutes.area_organisations', { names })
        : t(`statutes.area_method.${by}`, { names, office })
    },
  })
}

function termLine({ lang }: Words, statutes: Statutes, term: Term): TermLine {
  const areas = statutes.areas.filter(({ key }) => term.areas?.includes(key)).map(({ name }) => name)
  return {
    starts_on: term.startsOn,
    ends_on: term.endsOn,
    municipal_election_on: term.municipalElectionOn,
    followsMunicipal: followsMunicipal(statutes.rules.termLength?.value),
    areas: areas.length > 0 ? new Intl.ListFormat(lang).format(areas) : null,
  }
}

function versionLine(
  versions: readonly StatutesVersion[],
  version: StatutesVersion,
  shown: StatutesVersion,
  today: IsoDate,
): VersionLine {
  const { id, in_force_from, reason, made_by, made_on } = version
  return {
    ...{ in_force_from, reason, made_by, made_on },
    href: paths.statutesVersion(id),
    shown: id === shown.id,
    standing: standingOf(versions, version, today),
  }
}

function changesOf(
  { t }: Words,
  versions: readonly StatutesVersion[],
  shown: StatutesVersion,
): StatutesPage['changes'] {
  const previous = versions.find((version) => version.id === shown.replaces_id)
  return previous ? { lines: differenceLines(t, previous.statutes, shown.statutes) } : null
}
