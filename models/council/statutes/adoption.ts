import { act, type By } from '../../core/audit.ts'
import { canonicalJson, type Json, sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import type { StatutesVersionId } from '../../core/ids.ts'
import { listHeld } from '../held.ts'
import { notOver } from '../in_office.ts'
import { listOfficeholdings } from '../offices/offices.ts'
import { listSeats } from '../seats.ts'
import { applyConsequences } from './applied.ts'
import { listTerms } from '../terms.ts'
import { includesDay } from '../../rules/core/spans.ts'
import type { RegisterNow } from '../../rules/council/register_now.ts'
import { type Consequences, consequencesOf } from '../../rules/council/statutes_consequences.ts'
import { checkVersion } from '../../rules/statutes/version.ts'
import { differences } from '../../statutes/comparison.ts'
import { parseStatutes, type Statutes } from '../../statutes/document.ts'
import { insertVersion, latestStatutes } from '../../statutes/versions.ts'

export interface VersionForm {
  /** The whole document as JSON text. */
  document: string
  /** The version that the page was made from. A newer one means that another secretary was first. */
  seenVersion: StatutesVersionId
  reason: string
}

export interface VersionPreview {
  before: Statutes
  after: Statutes
  consequences: Consequences
  /** The plan that the page showed, so that only what was approved is done. */
  seenPlan: string
}

/** Stores nothing. Throws StatutesError for a bad document, Refused when it may not replace the latest version. */
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

/** Leaves out undefined, which JSON cannot hold. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

/** Planned elections and meetings keep their version. Throws Conflict when the register changed since the preview. */
export async function makeVersion(
  db: Db,
  by: By,
  form: VersionForm & { seenPlan: string },
): Promise<{ id: StatutesVersionId }> {
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

/** What the register holds from the day on, for weighing new statutes against it. */
async function registerFrom(db: Db, from: IsoDate): Promise<RegisterNow> {
  const members = await listHeld(db, (memberships) => void memberships.where(notOver(from)))
  const named = await db('term_areas')
    .join('areas', 'areas.id', 'term_areas.area_id')
    .select('term_id', 'slug')
  return {
    seats: (await listSeats(db)).map((seat) => ({ ...seat, area_key: seat.area_slug })),
    members: members.map(({ id, seat_id, term_id, person, starts_on, ends_on }) => ({
      ...{ id, seat_id, term_id, person, starts_on, ends_on },
    })),
    officers: (await listOfficeholdings(db)).filter((held) => lastsTo(held, from)),
    terms: (await listTerms(db)).map((term) => ({
      ...term,
      areas: named.filter(({ term_id }) => term_id === term.id).map(({ slug }) => slug),
    })),
  }
}

function lastsTo(held: { starts_on: IsoDate; ends_on: IsoDate }, day: IsoDate): boolean {
  return includesDay(held, day) || day < held.starts_on
}
