/** @article polling */

import type { Means } from './ticks.ts'

export type Readiness = 'ready' | 'not_ready' | 'unknown'

/** What the program can see by itself, in the order in which it is shown. */
export const SYSTEM_KEYS = [
  'list',
  'roll',
  'printed',
  'old_papers',
  'key',
  'tablets',
  'answer',
  'clock',
  'battery',
  'trial',
  'disk',
  'backup',
] as const

export type SystemKey = (typeof SYSTEM_KEYS)[number]

export interface SystemLine {
  key: SystemKey
  state: Readiness
  /** Which sentence says how it is. */
  says: string
  figures: Readonly<Record<string, number | string>>
  /** The number of the tablet that it is about. */
  tablet?: number
}

export interface TabletFacts {
  number: number
  /** Hours since it last answered; null when it never has. */
  hoursSilent: number | null
  /** Seconds that its clock is ahead; negative when it is behind; null when the tablet does not tell. */
  clockOff: number | null
  /** Percent; null when the tablet does not tell. */
  battery: number | null
  charging: boolean
  tried: boolean
}

export interface ReadinessFacts {
  means: Means
  /** The candidates on the approved list; null while there is none. */
  listed: number | null
  roll: { kind: 'named' | 'alias' | 'counted'; entries: number }
  /** Papers with the present list. */
  printed: number
  /** Papers with an older list that nobody has accounted for. */
  oldPapers: number
  key: 'missing' | 'made' | 'tried'
  tablets: readonly TabletFacts[]
  /** In bytes; `free` is null when the database is on another machine. */
  disk: { size: number; free: number | null }
  /** Hours since the last copy was done; null when there is none; undefined when nothing tells. */
  backup: number | null | undefined
}

/** A tablet that has been silent for longer than this is looked at before the polling day. */
const LONGEST_SILENCE = 24
const CLOCK_MAY_BE_OFF = 120
const BATTERY_AT_LEAST = 50
/** The files are written anew when polling closes and when the box is opened: once beside themselves, once in the log. */
const TIMES_ITS_SIZE = 2
const ROOM_BESIDE = 200_000_000
/** A copy each night, and a little. */
const OLDEST_BACKUP = 26

/** What the program knows of an election's polling day. What it cannot know, it says that it does not. */
export function systemLines(facts: ReadinessFacts): SystemLine[] {
  const paper = facts.means !== 'booth'
  const booth = facts.means !== 'paper'
  return [
    listLine(facts),
    rollLine(facts),
    ...(paper ? paperLines(facts) : []),
    ...(booth ? [keyLine(facts), tabletsLine(facts), ...facts.tablets.flatMap(tabletLines)] : []),
    diskLine(facts),
    backupLine(facts),
  ]
}

function line(
  key: SystemKey,
  state: Readiness,
  says: string,
  figures: SystemLine['figures'] = {},
): SystemLine {
  return { key, state, says, figures }
}

function readyIf(ready: boolean): Readiness {
  return ready ? 'ready' : 'not_ready'
}

function listLine({ listed }: ReadinessFacts): SystemLine {
  return listed === null
    ? line('list', 'not_ready', 'missing')
    : line('list', 'ready', 'approved', { count: listed })
}

/** A roll of names comes from before; on the other kinds people are written as they come. */
function rollLine({ roll: { kind, entries } }: ReadinessFacts): SystemLine {
  return line('roll', readyIf(kind !== 'named' || entries > 0), kind, { count: entries })
}

/** There is a paper for everyone on a roll of names. */
function paperLines({ printed, oldPapers, roll }: ReadinessFacts): SystemLine[] {
  const needed = roll.kind === 'named' ? Math.max(1, roll.entries) : 1
  const says = printed === 0 ? 'none' : printed < needed ? 'few' : 'enough'
  const own = line('printed', readyIf(printed >= needed), says, { count: printed, voters: roll.entries })
  return oldPapers === 0 ? [own] : [own, line('old_papers', 'not_ready', 'left', { count: oldPapers })]
}

function keyLine({ key }: ReadinessFacts): SystemLine {
  return line('key', readyIf(key === 'tried'), key)
}

function tabletsLine({ tablets }: ReadinessFacts): SystemLine {
  return line('tablets', readyIf(tablets.length > 0), tablets.length > 0 ? 'paired' : 'none', {
    count: tablets.length,
  })
}

function tabletLines(tablet: TabletFacts): SystemLine[] {
  return [answerLine(tablet), clockLine(tablet), batteryLine(tablet), trialLine(tablet)].map((one) => {
    return { ...one, tablet: tablet.number }
  })
}

function answerLine({ hoursSilent }: TabletFacts): SystemLine {
  if (hoursSilent === null) return line('answer', 'not_ready', 'never')
  const says = hoursSilent < 1 ? 'now' : 'hours'
  return line('answer', readyIf(hoursSilent <= LONGEST_SILENCE), says, { count: Math.floor(hoursSilent) })
}

function clockLine({ clockOff }: TabletFacts): SystemLine {
  if (clockOff === null) return line('clock', 'unknown', 'untold')
  const off = Math.abs(clockOff)
  if (off <= CLOCK_MAY_BE_OFF) return line('clock', 'ready', 'right')
  return line('clock', 'not_ready', clockOff > 0 ? 'ahead' : 'behind', { count: Math.round(off / 60) })
}

function batteryLine({ battery, charging }: TabletFacts): SystemLine {
  if (battery === null) return line('battery', 'unknown', 'untold')
  const state = readyIf(charging || battery >= BATTERY_AT_LEAST)
  return line('battery', state, charging ? 'charging' : 'level', { percent: battery })
}

function trialLine({ tried }: TabletFacts): SystemLine {
  return line('trial', readyIf(tried), tried ? 'tried' : 'untried')
}

function diskLine({ disk: { size, free } }: ReadinessFacts): SystemLine {
  const needed = TIMES_ITS_SIZE * size + ROOM_BESIDE
  const figures = { size: megabytes(size), needed: megabytes(needed), free: megabytes(free ?? 0) }
  if (free === null) return line('disk', 'unknown', 'elsewhere', figures)
  return line('disk', readyIf(free >= needed), 'free', figures)
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000)
}

function backupLine({ backup }: ReadinessFacts): SystemLine {
  if (backup === undefined) return line('backup', 'unknown', 'untold')
  if (backup === null) return line('backup', 'not_ready', 'none')
  const says = backup < 1 ? 'now' : 'hours'
  return line('backup', readyIf(backup <= OLDEST_BACKUP), says, { count: Math.floor(backup) })
}
