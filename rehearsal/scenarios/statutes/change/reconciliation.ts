import { rosterOn } from '../../../../models/council/roster.ts'
import { idOf, type MeetingId } from '../../../../models/core/ids.ts'
import { listStatutesVersions, statutesOn } from '../../../../models/statutes/versions.ts'
import { findArea } from '../../../../models/statutes/document.ts'
import { activeBodies } from '../../../../models/rules/council/vacancy.ts'
import { reconcileLog } from '../../../kit/council.ts'
import type { Change } from './change.ts'

/** No member was put out, one seat came, and old meetings keep their rules. */
export async function reconcile(change: Change, meetings: { before: string; after: string }): Promise<void> {
  const { plot, area, successor, endsOn, from, members } = change
  const { db } = plot.house
  const { journal } = plot
  journal.heading('Afstemning: ventet og fundet')
  const seats = members.size
  const [then, now] = [await rosterOn(db, endsOn), await rosterOn(db, from)]
  journal.reconcile(`Pladser ${endsOn}`, seats, then.length)
  journal.reconcile(`Pladser ${from}`, seats + 1, now.length)
  const sitting = (roster: typeof now) => roster.flatMap(({ member }) => member?.person ?? [])
  journal.reconcile('Medlemmer, der blev siddende', seats, sitting(now).length)
  journal.reconcile(
    'De samme som før',
    [...sitting(then)].sort().join(', '),
    [...sitting(now)].sort().join(', '),
  )
  const holder = now.find(({ seat }) => seat.slug === area.key)?.member?.person
  journal.reconcile(`På pladsen ${area.name}`, members.get(area.key) ?? '', holder)
  for (const [day, expected] of [
    [endsOn, change.body],
    [from, successor],
  ] as const) {
    const there = findArea((await statutesOn(db, day)).statutes, area.key)
    const names = there ? activeBodies(there, day).map(({ name }) => name) : []
    journal.reconcile(`Indstiller til ${area.name} ${day}`, expected, names.join(', '))
  }
  const versions = await listStatutesVersions(db)
  journal.reconcile('Udgaver af vedtægterne', 3, versions.length)
  const pinned = async (address: string) => {
    const id = idOf<MeetingId>(Number(address.split('/').at(-1)))
    const meeting = await db('meetings').where({ id }).first('statutes_version_id')
    return versions.findIndex((version) => version.id === meeting?.statutes_version_id) + 1
  }
  journal.reconcile('Udgaven bag mødet, der var indkaldt før', 1, await pinned(meetings.before))
  journal.reconcile('Udgaven bag mødet, der blev indkaldt efter', 2, await pinned(meetings.after))
  const made = await db('audit_events').where({ action: 'statutes.version_made' })
  journal.reconcile('Handlinger i logbogen', 2, made.length)
  await reconcileLog(plot)
}
