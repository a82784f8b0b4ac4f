import type { SignedIn } from '../accounts/accounts.ts'
import { STAFF } from '../accounts/permissions.ts'
import { listBodies } from '../bodies/bodies.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { type BodyId, NO_ID } from '../core/ids.ts'
import type { Task } from '../core/tasks.ts'
import { isLocal } from '../elections/reach.ts'
import { listElectionTasks } from '../elections/tasks.ts'
import { isPlace } from '../rules/core/by_kind.ts'
import { type Coming, listComing } from './coming.ts'

export interface PlaceSheet {
  place: string
  tasks: Task[]
  coming: Coming[]
}

/** What waits at each open place that the user works for, as anybody of its staff would see it. */
export async function listPlaceSheets(db: Db, user: SignedIn, today: IsoDate): Promise<PlaceSheet[]> {
  const bodies = await listBodies(db, today)
  const places = bodies.filter(
    (body) =>
      isPlace(body) &&
      (body.active_until ?? today) >= today &&
      (!isLocal(user) || user.places.includes(body.id)),
  )
  const sheets: PlaceSheet[] = []
  for (const { id, name } of places) sheets.push({ place: name, ...(await whatWaitsAt(db, id, today)) })
  return sheets
}

async function whatWaitsAt(db: Db, place: BodyId, today: IsoDate): Promise<Omit<PlaceSheet, 'place'>> {
  const staff: SignedIn = { id: NO_ID, name: '', role: STAFF, personId: null, places: [place] }
  return { tasks: await listElectionTasks(db, staff, today), coming: await listComing(db, staff, today) }
}
