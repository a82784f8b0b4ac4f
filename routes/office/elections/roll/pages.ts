import type { Request, Response } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { type Election } from '../../../../models/elections/elections.ts'
import { countRoll, getEntry, type RollCount } from '../../../../models/elections/roll/roll.ts'
import { findErasure } from '../../../../models/elections/roll/erasure.ts'
import { listEntries } from '../../../../models/elections/roll/rows.ts'
import { namesTwice, type NamesTwice } from '../../../../views/office/elections/roll/twice.ts'
import { readerOf } from '../../../web/reader.ts'
import { namesTwiceOn } from './twice.ts'
import type { RollEntryRow, RollErasureRow } from '../../../../models/elections/roll/tables.ts'
import type { Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import type { PageOf, ViewIn } from '../../../../views/pages.ts'
import { showNamed } from '../../../web/views.ts'
import { electionOf, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

export type VoterRequest = Request<{ id: string; entry: string }>

/** More lines than this nobody reads through: the search of the polling day finds them. */
const MOST_SHOWN = 500

/** office/elections/roll */
export interface RollPage {
  head: ElectionHead
  kind: Election['roll_kind']
  count: RollCount
  /** Everything can be changed. */
  mayChange: boolean
  /** One more can be put on it: on the polling day too. */
  mayAdd: boolean
  /** In Danish order, the first 500. */
  entries: (Pick<RollEntryRow, 'name' | 'note' | 'marked'> & { href: string })[]
  hrefs: Record<'kind' | 'voters' | 'file' | 'erasure', string>
  twice: NamesTwice | null
  mayErase: boolean
  erasure: RollErasureRow | null
}

export async function showRoll(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, status, roll_kind } = election
  const mayChange = allows(status, 'changeRoll')
  const count = await countRoll(req.db, id)
  const page: RollPage = {
    head: headOf(req, election),
    kind: roll_kind,
    count,
    mayChange,
    mayAdd: roll_kind === 'named' && allows(status, 'addVoter'),
    entries: (await inDanishOrder(req, id)).map(({ id: entry, name, note, marked }) => {
      return { name, note, marked, href: paths.rollVoter(id, entry) }
    }),
    hrefs: {
      kind: paths.rollKind(id),
      voters: paths.rollVoters(id),
      file: paths.rollFile(id),
      erasure: paths.rollErasure(id),
    },
    twice: namesTwice(readerOf(req), election, await namesTwiceOn(req, election)),
    mayErase: allows(status, 'eraseRoll') && count.entries > 0,
    erasure: (await findErasure(req.db, id)) ?? null,
  }
  showRollPage(req, res, 'roll', req.t('roll.title'), page, shown)
}

async function inDanishOrder(req: Request, electionId: number): Promise<RollEntryRow[]> {
  const { compare } = new Intl.Collator('da')
  const entries = await listEntries(req.db, electionId)
  return entries
    .sort((a, b) => compare(a.name, b.name) || compare(a.note ?? '', b.note ?? ''))
    .slice(0, MOST_SHOWN)
}

/** office/elections/roll_voter */
export interface RollVoterPage {
  head: ElectionHead
  voter: Pick<RollEntryRow, 'name' | 'note'>
  mayChange: boolean
  back: string
  action: string
  removal: string
}

export async function showVoter(req: VoterRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const { entry } = req.params
  const { name, note } = await getEntry(req.db, election.id, entry)
  const page: RollVoterPage = {
    head: headOf(req, election),
    voter: { name, note },
    mayChange: allows(election.status, 'changeRoll'),
    back: paths.roll(election.id),
    action: paths.rollVoter(election.id, entry),
    removal: paths.rollVoterRemoval(election.id, entry),
  }
  showRollPage(req, res, 'roll_voter', name, page, shown)
}

/** office/elections/roll_erasure */
export interface RollErasurePage {
  head: ElectionHead
  back: string
  action: string
  count: RollCount
  mayErase: boolean
  erasure: RollErasureRow | null
}

export async function showErasure(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, status } = election
  const count = await countRoll(req.db, id)
  const page: RollErasurePage = {
    head: headOf(req, election),
    back: paths.roll(id),
    action: paths.rollErasure(id),
    count,
    mayErase: allows(status, 'eraseRoll') && count.entries > 0,
    erasure: (await findErasure(req.db, id)) ?? null,
  }
  showRollPage(req, res, 'roll_erasure', req.t('roll.erasure.title'), page, shown)
}

/** Shows a page of the roll's, titled with the election's name. */
export function showRollPage<V extends ViewIn<'office/elections/roll'>>(
  req: Request,
  res: Response,
  view: V,
  own: string,
  page: PageOf<`office/elections/roll/${V}`> & { head: ElectionHead },
  shown: Partial<Again> = {},
): void {
  const title = `${own} – ${page.head.name}`
  showNamed(req, res, `office/elections/roll/${view}`, { title, layout: 'office', page, ...shown })
}
