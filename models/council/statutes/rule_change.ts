import { act, type By } from '../../core/audit.ts'
import { canonicalJson, type Json } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { StatutesVersionId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../../core/errors.ts'
import { officeSlots } from '../../rules/council/officeholding.ts'
import {
  changeRule,
  checkRuleChange,
  checkRuleValue,
  confirmRule,
  isOpenQuestion,
} from '../../statutes/comparison.ts'
import { getRule, isRuleKey, type Statutes } from '../../statutes/document.ts'
import { officesOf, type OfficeKey } from '../../statutes/offices.ts'
import { insertVersion, latestStatutes, type StatutesVersion } from '../../statutes/versions.ts'
import { notOver } from '../in_office.ts'

export interface RuleChangeForm {
  key: string
  /** The version that the page was made from. A newer one means that another secretary was first. */
  seenVersion: StatutesVersionId
  /** Left out: the value is confirmed as it is. */
  value?: unknown
  source: string
  /** The source as the English page gives it. */
  sourceEn?: string | undefined
  reason: string
  inForceFrom: IsoDate
}

/** Checks the change as the act does, and stores nothing. */
export async function previewStatutesRule(
  db: Db,
  today: IsoDate,
  form: RuleChangeForm,
): Promise<{ before: Statutes; after: Statutes }> {
  const before = seenLatest(await latestStatutes(db), form).statutes
  return { before, after: newDocument(before, form, today) }
}

/** Makes a new version with its own date in force; no version is overwritten. */
export async function changeStatutesRule(
  db: Db,
  by: By,
  form: RuleChangeForm,
): Promise<{ id: StatutesVersionId }> {
  return act(db, by, async (trx) => {
    const latest = seenLatest(await latestStatutes(trx), form)
    const { key } = form
    const changed = newDocument(latest.statutes, form, by.clock.today())
    await requireOfficesFree(trx, changed)
    const [from, to] = [latest.statutes, changed].map((one) => canonicalJson(valueOf(one, key)))
    const id = await insertVersion(trx, by, changed, {
      reason: form.reason,
      rule_key: isRuleKey(changed, key) ? key : null,
      replaces_id: latest.id,
    })
    return {
      action: from === to ? 'statutes.rule_confirmed' : 'statutes.rule_changed',
      subject: `statutes:${id}`,
      details: { rule: key, from, to, in_force_from: form.inForceFrom },
      result: { id },
    }
  })
}

/** Changing one rule takes no member's office away; a whole new version first shows whose office would end. */
async function requireOfficesFree(trx: Trx, statutes: Statutes): Promise<void> {
  const slots = officeSlots(officesOf(statutes))
  const held = await trx('officeholdings')
    .join('memberships', 'memberships.id', 'officeholdings.membership_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where(notOver(statutes.inForceFrom, 'officeholdings'))
    .select<{ office: OfficeKey; number: number; name: string }[]>(
      'officeholdings.office',
      'officeholdings.number',
      'people.name',
    )
  const left = held.find(
    ({ office, number }) => !slots.some((slot) => slot.office === office && slot.number === number),
  )
  if (left) throw new Refused('office_is_held', { person: left.name }, 'value')
}

function seenLatest(latest: StatutesVersion, form: RuleChangeForm): StatutesVersion {
  if (latest.id !== form.seenVersion) throw new Conflict('statutes_changed')
  return latest
}

function valueOf(statutes: Statutes, key: string): Json {
  return isRuleKey(statutes, key) ? (getRule(statutes, key).value as Json) : null
}

function newDocument(statutes: Statutes, form: RuleChangeForm, today: IsoDate): Statutes {
  const { key, inForceFrom, value, source, sourceEn } = form
  if (!isRuleKey(statutes, key)) throw new NotFound(`rule ${key}`)
  const latestInForceFrom = statutes.inForceFrom
  const wasConfirmed = getRule(statutes, key).confirmed
  require(checkRuleChange({ latestInForceFrom, today, inForceFrom, wasConfirmed }))
  if (value === undefined && isOpenQuestion(statutes, key)) throw new Refused('rule_is_open', {}, 'decision')
  if (value === undefined) return confirmRule(statutes, key, { source, sourceEn }, inForceFrom)
  require(checkRuleValue(statutes, key, value))
  return changeRule(statutes, key, { value, source, sourceEn, confirmed: true }, inForceFrom)
}
