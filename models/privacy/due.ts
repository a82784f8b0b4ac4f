import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { AccountId, BodyContactId, ElectionId, Id, ImportId, PersonId } from '../core/ids.ts'
import type { Retention, RetentionRule } from '../rules/privacy/retention.ts'
import { listDueAccounts } from './accounts.ts'
import { listDueApplications } from './applications.ts'
import { listDueContacts, listDueDrafts, listDueRolls } from './leftovers.ts'
import { listDuePeople } from './due_people.ts'

export { RETENTION_RULES, type RetentionRule } from '../rules/privacy/retention.ts'

/** Whose data a rule erases. */
export interface ErasableId extends Record<RetentionRule, Id<string>> {
  rolls: ElectionId
  applications: ElectionId
  accounts: AccountId
  people: PersonId
  contacts: BodyContactId
  drafts: ImportId
}

export interface Due<Rule extends RetentionRule = RetentionRule> {
  id: ErasableId[Rule]
  /** The day from which it goes. */
  from: IsoDate
}

interface Known {
  today: IsoDate
  retention: Retention
}

const FINDERS: { [Rule in RetentionRule]: (db: Db, known: Known) => Promise<Due<Rule>[]> } = {
  rolls: (db, { retention }) => listDueRolls(db, retention),
  applications: (db, { retention }) => listDueApplications(db, retention),
  accounts: (db, { retention }) => listDueAccounts(db, retention),
  people: listDuePeople,
  contacts: (db, { retention }) => listDueContacts(db, retention),
  drafts: (db, { retention }) => listDueDrafts(db, retention),
}

/** All that the rule lets go, now or later, by day. */
export async function listDue<Rule extends RetentionRule>(
  db: Db,
  rule: Rule,
  known: Known,
): Promise<Due<Rule>[]> {
  return (await FINDERS[rule](db, known)).sort(byDay)
}

function byDay(a: Due, b: Due): number {
  if (a.from === b.from) return a.id - b.id
  return a.from < b.from ? -1 : 1
}
