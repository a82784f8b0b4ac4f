import { findSignedIn, type SignedIn } from '../../models/accounts/accounts.ts'
import { canOf } from '../../models/accounts/permissions.ts'
import type { Db } from '../../models/core/db.ts'
import type { IsoDate } from '../../models/core/dates.ts'
import type { Task } from '../../models/core/tasks.ts'
import { inOffice } from '../../models/council/in_office.ts'
import { type Election, listElections } from '../../models/elections/elections.ts'
import { listBoard, sitsOn } from '../../models/elections/board.ts'
import { hasPart } from '../../models/elections/reach.ts'
import type { Coming } from '../../models/front/coming.ts'
import { whatToDo } from '../../models/front/todo.ts'
import { listComingMeetings } from '../../models/meetings/meetings.ts'
import type { BoardLine } from '../../models/renewal/board.ts'
import { lastingRenewals } from '../../models/renewal/lasting.ts'
import { facts } from '../../models/rules/elections/state.ts'
import { yearsOf } from '../../models/rules/core/spans.ts'

/** Somebody who has a part in what is under way, and whose front page does not name it. */
export interface DeadEnd {
  who: string
  about: string
}

type Line = Task | Coming
type At = NonNullable<Line['at']>

interface Matter {
  about: string
  isAt: (at: At) => boolean
  /** An election or an organisation may be waited for: it is enough to be named. */
  mayWait?: true
}

/**
 * Asks the front page of each account, as it is now, about each election, renewal and meeting that waits for something.
 * Nobody has to be told what to do; everybody is told who does it, or on which day it comes.
 */
export async function deadEnds(db: Db, today: IsoDate): Promise<DeadEnd[]> {
  const ids = await db('accounts')
    .whereNull('closed_on')
    .whereNotNull('password_hash')
    .orderBy('id')
    .pluck('id')
  const ends: DeadEnd[] = []
  const led = new Set<string>()
  const open = new Set<string>()
  for (const id of ids) {
    const user = await findSignedIn(db, id)
    if (!user) continue
    const matters = await mattersOf(db, user, today)
    if (matters.length === 0) continue
    const { mine, waiting, coming } = await whatToDo(db, user, today)
    for (const { about, isAt, mayWait = false } of matters) {
      open.add(about)
      const lines = [...mine, ...waiting, ...coming].filter(({ at }) => at !== undefined && isAt(at))
      if (mayWait || lines.some(leads)) led.add(about)
      if (lines.length === 0) ends.push({ who: user.name, about })
    }
  }
  for (const about of open) if (!led.has(about)) ends.push({ who: 'ingen', about })
  return ends
}

/** The reader can go on by themselves now, or knows the day on which it goes on. */
function leads(line: Line): boolean {
  return !('waitsFor' in line) || line.waitsFor === 'me'
}

async function mattersOf(db: Db, user: SignedIn, today: IsoDate): Promise<Matter[]> {
  const can = canOf(user)
  const elections = await withPartIn(db, user)
  return [
    ...elections.map(({ id, status }) => ({ about: `valg ${id}, ${status}`, isAt: isElection(id) })),
    ...(can['renewal.write'] ? await seatsToRenew(db, today) : []),
    ...(can['meetings.attendance'] ? await nextMeeting(db, today) : []),
  ]
}

const OTHER_IDS: readonly At['room'][] = [
  'nomination',
  'meeting',
  'attendance',
  'account',
  'formalAppointment',
]

function isElection(id: Election['id'] | undefined): (at: At) => boolean {
  return (at) => 'id' in at && at.id === id && !OTHER_IDS.includes(at.room)
}

async function withPartIn(db: Db, user: SignedIn): Promise<Election[]> {
  const elections = (await listElections(db, user)).filter(({ status }) => facts(status).awaits !== 'nothing')
  if (hasPart(user, 'plan') || hasPart(user, 'run')) return elections
  const own: Election[] = []
  for (const election of elections) if (sitsOn(await listBoard(db, election.id), user)) own.push(election)
  return own
}

/** Each seat that is not in place is named by the renewal, or by what is under way to fill it. */
async function seatsToRenew(db: Db, today: IsoDate): Promise<Matter[]> {
  return (await lastingRenewals(db, today)).flatMap(({ renewal: { term }, board }) => {
    const years = yearsOf(term)
    const waiting = board.lines.filter(({ steps }) => steps.some(({ state }) => state === 'current'))
    return waiting.map((line) => ({
      mayWait: true,
      about: `fornyelsen ${years}, ${line.seat.label}`,
      isAt: (at: At) => ('years' in at && at.years === years) || isAboutSeat(line, at),
    }))
  })
}

function isAboutSeat({ seat, electionId, nominationId, member }: BoardLine, at: At): boolean {
  if (at.room === 'seat') return at.slug === seat.slug
  if (at.room === 'nomination') return at.id === nominationId
  if (at.room === 'formalAppointment') return at.id === member?.id
  return isElection(electionId)(at)
}

/** A council with members has a meeting ahead, or is asked to plan one. */
async function nextMeeting(db: Db, today: IsoDate): Promise<Matter[]> {
  const [next] = await listComingMeetings(db, today)
  if (next) {
    const isAt = (at: At) => (at.room === 'meeting' || at.room === 'attendance') && at.id === next.id
    return [{ about: `mødet ${next.held_on}`, isAt }]
  }
  if (!(await db('memberships').where(inOffice(today)).first('memberships.id'))) return []
  return [
    {
      about: 'det næste møde',
      isAt: ({ room }) => room === 'new_meeting' || room === 'constituting_meeting',
    },
  ]
}
