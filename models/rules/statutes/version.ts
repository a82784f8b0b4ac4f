/** @article ruleChanges, inForceFrom */

import type { IsoDate } from '../../core/dates.ts'
import { getRule, isRuleKey, type RuleKey, type Statutes } from '../../statutes/document.ts'
import { canonical, differences } from '../../statutes/comparison.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../core/verdict.ts'

export type VersionRefusal =
  | 'version_before_latest'
  | 'version_in_past'
  | 'version_without_change'
  | 'other_council'
  | 'area_kind_changed'

/**
 * Whether a new version may take the place of the latest one from its day.
 *
 * A day in the past has one purpose: to describe better what held then. Assumed rules did not bind and may be corrected
 * from the latest version's own day on; so may sources, notes and titles. What bound people (a confirmed rule, seats,
 * organisations, terms) is changed from today on, never behind their backs.
 */
export function checkVersion(before: Statutes, after: Statutes, today: IsoDate): Verdict<VersionRefusal> {
  const from = after.inForceFrom
  return firstRefusal(
    after.council.key === before.council.key
      ? allowed
      : refused('other_council', { council: before.council.name }, 'document'),
    from < before.inForceFrom
      ? refused('version_before_latest', { from: before.inForceFrom }, 'in_force_from')
      : allowed,
    saysTheSame(before, after) ? refused('version_without_change', undefined, 'document') : allowed,
    kindsKept(before, after),
    from < today && bindingChanges(before, after)
      ? refused('version_in_past', { today }, 'in_force_from')
      : allowed,
  )
}

function saysTheSame(before: Statutes, after: Statutes): boolean {
  const content = (statutes: Statutes) =>
    canonical({ ...statutes, inForceFrom: undefined, $schema: undefined })
  return content(before) === content(after)
}

/** An area that goes from votes to nominations is another area: it needs a key of its own, and the old one ends. */
function kindsKept(before: Statutes, after: Statutes): Verdict<'area_kind_changed'> {
  const changed = after.areas.find(({ key, kind }) =>
    before.areas.some((area) => area.key === key && area.kind !== kind),
  )
  return changed
    ? refused('area_kind_changed', { area: changed.name, key: changed.key }, 'document')
    : allowed
}

/** Whether anything that bound people differs: a confirmed rule's value, or what the council consists of. */
export function bindingChanges(before: Statutes, after: Statutes): boolean {
  return (
    canonical(structureOf(before)) !== canonical(structureOf(after)) ||
    differences(before, after).some(({ key }) => wasBinding(before, key) && valueChanged(before, after, key))
  )
}

function wasBinding(before: Statutes, key: RuleKey): boolean {
  return isRuleKey(before, key) && getRule(before, key).confirmed
}

function valueChanged(before: Statutes, after: Statutes, key: RuleKey): boolean {
  const value = (statutes: Statutes) =>
    isRuleKey(statutes, key) ? canonical(getRule(statutes, key).value) : undefined
  return value(before) !== value(after)
}

/** The terms, areas and bodies without their descriptions. */
function structureOf({ terms, areas }: Statutes) {
  const named = ({
    key,
    activeFrom,
    activeUntil,
  }: {
    key: string
    activeFrom?: unknown
    activeUntil?: unknown
  }) => ({
    ...{ key, activeFrom, activeUntil },
  })
  return {
    terms,
    areas: areas.map(({ key, kind, seats, filling, bodies }) => ({
      ...{ key, kind, seats },
      by: filling.by,
      method: 'method' in filling ? filling.method : undefined,
      held: 'heldBy' in filling ? filling.heldBy : undefined,
      office: 'office' in filling ? filling.office : undefined,
      bodies: bodies.map((body) => ({
        ...named(body),
        successor: body.successor && named(body.successor),
      })),
    })),
  }
}
