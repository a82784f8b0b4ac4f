import { act, type By } from '../core/audit.ts'
import { canonicalJson, sha256 } from '../core/canonical.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import { sweepOut } from '../core/sweeping.ts'
import type { PersonId } from '../core/ids.ts'
import { Conflict, NotFound, Refused, type Params, type Reason } from '../core/errors.ts'
import { findPerson } from '../people/find_person.ts'
import {
  erasedFrom,
  holdsOn,
  scopeOf,
  type Hold,
  type Retention,
  type Ties,
} from '../rules/privacy/retention.ts'
import type { PersonRow } from '../people/tables.ts'
import type { ErasureRow } from './tables.ts'
import { eraseAbout, type Words } from './erasing.ts'
import { heldAbout, isAnything, type HeldAbout } from './held_about.ts'
import { tablesToSweep } from './personal_data/personal_data.ts'
import { tiesOf } from './ties.ts'

export interface InTheWay {
  hold: Hold
  /** A member's last day. */
  until: IsoDate | undefined
}

export interface ErasurePreview {
  person: PersonRow
  scope: ErasureRow['scope']
  held: HeldAbout
  anything: boolean
  inTheWay: InTheWay[]
  /** The day from which the rules erase by themselves; undefined when something stands in the way. */
  from: IsoDate | undefined
  /** Stands for all that the page shows; another value means that something has changed since. */
  seen: string
}

export async function previewErasure(
  db: Db,
  id: PersonId,
  { today, retention }: { today: IsoDate; retention: Retention },
): Promise<ErasurePreview> {
  const person = await db('people').where({ id }).first()
  if (!person) throw new NotFound(`person ${id}`)
  const ties = (await tiesOf(db, [person]))(id)
  const held = (await heldAbout(db, [person]))(id)
  const scope = scopeOf(ties)
  const inTheWay = holdsOn(ties, today).map((hold) => ({ hold, until: lastDay(hold, ties) }))
  const isSomebody = (await findPerson(db, id)) !== undefined
  const anything = isSomebody && isAnything(held, scope)
  const seen = sha256(canonicalJson({ id, scope, inTheWay: inTheWay.length, ...held })).slice(0, 16)
  return { person, scope, held, anything, inTheWay, from: erasedFrom(ties, retention, today), seen }
}

function lastDay(hold: Hold, { memberships }: Ties): IsoDate | undefined {
  return hold === 'member'
    ? memberships
        .map(({ ends_on }) => ends_on)
        .sort()
        .at(-1)
    : undefined
}

export interface ErasureForm {
  asked_on: IsoDate
  /** Who asked and how; never what is erased. */
  reason: string
  /** The public may not see the member's name any more. */
  hide_name: boolean
  seen: string
}

/** Throws Refused for a member, candidate or account holder, Conflict after a change. Final, so files are swept. */
export async function eraseOnRequest(
  db: Db,
  by: By,
  id: PersonId,
  form: ErasureForm,
  words: Words & { retention: Retention },
): Promise<{ scope: ErasureRow['scope'] }> {
  const { asked_on, reason, hide_name: hideName, seen } = form
  if (asked_on > by.clock.today()) throw new Refused('date_in_future', {}, 'asked_on')
  const done = await act(db, by, async (trx) => {
    const now = await previewErasure(trx, id, { today: by.clock.today(), retention: words.retention })
    if (!now.anything) throw new Conflict('erased_already')
    const [first] = now.inTheWay
    if (first) throw new Refused(REFUSALS[first.hold], paramsOf(first))
    if (now.seen !== seen) throw new Conflict('register_changed')
    const erasure = { scope: now.scope, ground: 'request' as const, asked_on, reason }
    return erased(trx, by, now, { ...erasure, hideName, nobody: words.nobody })
  })
  await sweepOut(db, tablesToSweep('people'))
  return done
}

const REFUSALS: Record<Hold, Reason> = {
  member: 'erase_member',
  candidate: 'erase_candidate',
  nominee: 'erase_nominee',
  substitute: 'erase_substitute',
  account: 'erase_account',
  flag: 'erase_flag',
}

function paramsOf({ until }: InTheWay): Params {
  return until === undefined ? {} : { until }
}

async function erased(
  trx: Trx,
  by: By,
  { person, scope }: ErasurePreview,
  erasure: Parameters<typeof eraseAbout>[3],
) {
  const counts = await eraseAbout(trx, by, person, erasure)
  const details = { scope, ground: erasure.ground, hide_name: erasure.hideName, ...counts }
  return { action: 'person.erased' as const, subject: `person:${person.id}`, details, result: { scope } }
}

/** For a person whose time has run. Throws Conflict when that has changed meanwhile. */
export async function eraseByRule(
  db: Db,
  by: By,
  id: PersonId,
  words: Words & { retention: Retention },
): Promise<{ scope: ErasureRow['scope'] }> {
  return act(db, by, async (trx) => {
    const today = by.clock.today()
    const now = await previewErasure(trx, id, { today, retention: words.retention })
    if (now.from === undefined || now.from > today || !now.anything) throw new Conflict('erased_already')
    const erasure = { scope: now.scope, ground: 'rule' as const, asked_on: null, reason: null }
    return erased(trx, by, now, { ...erasure, hideName: false, nobody: words.nobody })
  })
}
