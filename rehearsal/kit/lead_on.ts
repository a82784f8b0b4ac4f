import { findSignedIn, type SignedIn } from '../../models/accounts/accounts.ts'
import type { Db } from '../../models/core/db.ts'
import type { IsoDate } from '../../models/core/dates.ts'
import { type Election, listElections } from '../../models/elections/elections.ts'
import { listBoard, sitsOn } from '../../models/elections/board.ts'
import { hasPart } from '../../models/elections/reach.ts'
import { listElectionTasks } from '../../models/elections/tasks.ts'
import { type Coming, listComing } from '../../models/front/coming.ts'
import type { Task } from '../../models/core/tasks.ts'
import { facts } from '../../models/rules/elections/state.ts'

/** Somebody who has a part in an election that is under way, and whose front page does not name it. */
export interface DeadEnd {
  who: string
  election: Election['id']
  status: Election['status']
}

/**
 * Asks the front page of each account, as it is now, about each election that waits for something. Nobody has to be told
 * what to do; everybody is told who does it, or on which day it comes.
 */
export async function deadEnds(db: Db, today: IsoDate): Promise<DeadEnd[]> {
  const ids = await db('accounts')
    .whereNull('closed_on')
    .whereNotNull('password_hash')
    .orderBy('id')
    .pluck('id')
  const ends: DeadEnd[] = []
  const led = new Set<Election['id']>()
  const open = new Map<Election['id'], Election>()
  for (const id of ids) {
    const user = await findSignedIn(db, id)
    if (!user) continue
    const elections = await withPartIn(db, user)
    if (elections.length === 0) continue
    const tasks = await listElectionTasks(db, user, today)
    const coming = await listComing(db, user, today)
    for (const election of elections) {
      open.set(election.id, election)
      const { mine, named } = standingOf([...tasks, ...coming], election)
      if (mine) led.add(election.id)
      if (!named) ends.push({ who: user.name, election: election.id, status: election.status })
    }
  }
  for (const { id, status } of open.values())
    if (!led.has(id)) ends.push({ who: 'ingen', election: id, status })
  return ends
}

/** `mine`: the user can go on by themselves now, or knows the day on which it goes on. */
function standingOf(lines: readonly (Task | Coming)[], { id }: Election): { mine: boolean; named: boolean } {
  const about = lines.filter(({ at }) => at !== undefined && 'id' in at && at.id === id)
  const leads = about.some((line) => !('waitsFor' in line) || line.waitsFor === 'me')
  return { mine: leads, named: about.length > 0 }
}

async function withPartIn(db: Db, user: SignedIn): Promise<Election[]> {
  const elections = (await listElections(db, user)).filter(({ status }) => facts(status).awaits !== 'nothing')
  if (hasPart(user, 'plan') || hasPart(user, 'run')) return elections
  const own: Election[] = []
  for (const election of elections) if (sitsOn(await listBoard(db, election.id), user)) own.push(election)
  return own
}
