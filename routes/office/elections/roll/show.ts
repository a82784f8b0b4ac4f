import type { Response } from 'express'
import { findErasure } from '../../../../models/elections/roll/erasure.ts'
import { countRoll } from '../../../../models/elections/roll/roll.ts'
import { listEntries } from '../../../../models/elections/roll/rows.ts'
import { listNamesTwiceOn } from '../../../../models/elections/roll/twice.ts'
import { rollPage } from '../../../../views/office/elections/roll/roll.page.ts'
import type { Again } from '../../../web/forms.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, showTitled, type ElectionRequest } from '../shared.ts'

export async function showRoll(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const reader = readerOf(req)
  const page = rollPage(reader, election, {
    count: await countRoll(req.db, election.id),
    entries: await listEntries(req.db, election.id),
    namesTwice: reader.can['elections.plan'] ? await listNamesTwiceOn(req.db, election) : [],
    erasure: await findErasure(req.db, election.id),
  })
  showTitled(req, res, 'roll/roll', req.t('roll.title'), page, shown)
}
