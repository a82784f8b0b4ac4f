import { act, type By } from '../../core/audit.ts'
import { canonicalJson, sha256, type Json } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { parseStatutes, type Statutes } from '../../statutes/document.ts'
import { differences } from '../../statutes/comparison.ts'
import { consequencesOf, type Consequences } from '../../rules/council/statutes_consequences.ts'
import { checkVersion } from '../../rules/statutes/version.ts'
import { insertVersion, latestStatutes } from '../../statutes/versions.ts'
import { applyConsequences } from './applied.ts'
import { registerFrom } from './now.ts'

export interface VersionForm {
  /** The whole document, as text. */
  document: string
  /** The version the page was made from; if it is no longer the latest, another secretary was first. */
  seenVersion: number
  reason: string
}

export interface VersionPreview {
  before: Statutes
  after: Statutes
  consequences: Consequences
  /** What was shown, so that nothing else is done than what was said yes to. */
  seenPlan: string
}

/**
 * What the new version would change, rule by rule and in the register, checked as the act itself checks it. Stores
 * nothing. Throws StatutesError where the document is none, Refused where it may not take the latest one's place.
 */
export async function previewVersion(
  db: Db,
  today: IsoDate,
  { document, seenVersion }: Pick<VersionForm, 'document' | 'seenVersion'>,
): Promise<VersionPreview> {
  const latest = await latestStatutes(db)
  if (latest.id !== seenVersion) throw new Conflict('statutes_changed')
  const before = latest.statutes
  const after = parseStatutes(JSON.parse(document))
  require(checkVersion(before, after, today))
  const consequences = consequencesOf(before, after, await registerFrom(db, after.inForceFrom))
  if ('ok' in consequences) throw new Refused(consequences.reason, consequences.params, consequences.field)
  return { before, after, consequences, seenPlan: sha256(canonicalJson(asJson(consequences))) }
}

/** Only what JSON can hold: what is undefined is left out. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

/**
 * Stores the new version and makes the register fit it from its day, as one act. Elections and meetings that are planned
 * keep the version they began with. A register that has changed since the preview is a Conflict: look again first.
 */
export async function makeVersion(
  db: Db,
  by: By,
  form: VersionForm & { seenPlan: string },
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const today = by.clock.today()
    const { before, after, consequences, seenPlan } = await previewVersion(trx, today, form)
    if (seenPlan !== form.seenPlan) throw new Conflict('register_changed')
    const id = await insertVersion(trx, by, after, {
      reason: form.reason,
      rule_key: null,
      replaces_id: form.seenVersion,
    })
    await applyConsequences(trx, before, after, consequences, today)
    const details = {
      in_force_from: after.inForceFrom,
      rules: differences(before, after).map(({ key }) => key),
      seats_added: consequences.seatsAdded.map(({ area, count }) => `${area.key}: ${count}`),
      seats_ended: consequences.seatsEnded.map(({ slug }) => slug),
      memberships_ended: consequences.membersEnded.map((member) => member.id),
      terms: consequences.terms.map(({ term }) => `${term.startsOn}/${term.endsOn}`),
    }
    return { action: 'statutes.version_made', subject: `statutes:${id}`, details, result: { id } }
  })
}
