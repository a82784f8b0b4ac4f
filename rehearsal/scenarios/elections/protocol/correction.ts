import { verifyRecord } from '../../../../models/elections/record/check.ts'
import type { RecordedCorrection } from '../../../../models/elections/record/corrections.ts'
import type { RecordDocument } from '../../../../models/elections/record/document.ts'
import { findRecord, readRecord } from '../../../../models/elections/record/record.ts'
import { Person } from '../../../kit/person.ts'
import type { Page } from '../../../kit/page.ts'
import type { Poll } from '../contest.ts'
import { electionIdOf } from '../reconciliation.ts'
import type { Town } from '../town.ts'

export interface Expected {
  /** Elected before and now. */
  elected: readonly [string, string]
  /** "10 → 22, 24 → 36" */
  changes: string
  correctionIn: (record: RecordDocument) => RecordedCorrection | null | undefined
  /** Of the table on the public page. */
  table: string
}

/** In the corrected record, and on the page that anyone may read, which it returns. */
export async function reconcileCorrection(town: Town, poll: Poll, expected: Expected): Promise<Page> {
  const { house, journal } = town
  const id = electionIdOf(poll)
  const record = await findRecord(house.db, id)
  const document = record && readRecord(record)
  const corrected = document && expected.correctionIn(document)
  const nameOf = (one: number | undefined) => document?.candidates.find((each) => each.id === one)?.name
  journal.reconcile('Protokollen er rettet', 'corrected', record?.made_at)
  journal.reconcile('Valgt før', expected.elected[0], nameOf(corrected?.was.elected[0]))
  journal.reconcile('Valgt nu', expected.elected[1], nameOf(corrected?.is?.elected[0]))
  const changes = (corrected?.changes ?? []).map(({ was, is }) => `${was} → ${is}`)
  journal.reconcile('Det rettede', expected.changes, changes.join(', '))
  const { faults } = await verifyRecord(house.db, house.keys, id)
  journal.reconcile('Valgprotokollen', 'hel', faults.length === 0 ? 'hel' : faults.join(', '))
  const citizen = new Person(house.base, { name: 'En borger', title: 'uden konto' })
  const page = await citizen.open(poll.at.replace('/kontor', ''))
  const rows = page.texts(`#${expected.table} tbody tr`).length
  journal.reconcile('Alle kan se de gamle og de nye tal', changes.length, rows)
  return page
}
