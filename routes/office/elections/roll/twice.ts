import type { Request } from 'express'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { listNamesTwiceOn, type NameTwice } from '../../../../models/elections/roll/twice.ts'

/** The names on this roll and on another one, for a reader who plans elections; none for others. */
export async function namesTwiceOn(req: Request, election: Election): Promise<NameTwice[]> {
  return canOf(req.user)['elections.plan'] ? listNamesTwiceOn(req.db, election) : []
}
