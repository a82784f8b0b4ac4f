import { AsyncLocalStorage } from 'node:async_hooks'
import type { MovableClock } from '../../../rehearsal/kit/clock.ts'
import type { By } from '../../../models/core/audit.ts'
import type { Db } from '../../../models/core/db.ts'

/**
 * Builders remember what they have built. A test that begins with the same builders as an earlier one gets a copy of the
 * database as it stood when they were done, instead of asking for the same hundred acts again. What happened to a
 * database is known as the list of builders that were asked since it was made; as soon as anything else uses it, the
 * list no longer tells all, and every builder works in earnest.
 */
export interface Content {
  /** Writes all rows of a database as it stands. */
  keep: () => Promise<unknown>
  /** Gives a database the rows that were kept; undefined for those that it was made with. */
  lay: (kept: unknown) => Promise<void>
}

interface Memory extends Content {
  /** The builders asked since the database was made. */
  trail: string
  /** The database as it is now, of all that had the same trail: each has keys and sessions of its own. */
  state: number
  /** Rows that the database is to get before it is used; undefined when it has what it should. */
  waiting: { kept: unknown } | undefined
  laying?: Promise<void>
  /** Builders that are at work. */
  atWork: number
  /** Used by a builder that is at work: `trail` no longer tells all until the builder is done. */
  isTouched: boolean
  /** Used by the test itself: `trail` will never tell all again. */
  isTheTests: boolean
  line: Promise<unknown>
}

interface After {
  state: number
  kept: unknown
  result: unknown
  now: string | undefined
}

/** Most starts serve the tests of one file, which run one after the other. */
const MOST_KEPT = 60

const memories = new WeakMap<Db, Memory>()
const asked = new Set<string>()
const afters = new Map<string, After>()
const inside = new AsyncLocalStorage<{ memory: Memory; isLaying: boolean }>()
let states = 0

/** Lets builders remember on this database, which gets its first rows when it is first used. */
export function rememberOn(db: Db, content: Content): void {
  const memory: Memory = {
    ...content,
    trail: '',
    state: 0,
    waiting: { kept: undefined },
    atWork: 0,
    isTouched: false,
    isTheTests: false,
    line: Promise.resolve(),
  }
  memories.set(db, memory)
  const client = db.client as { acquireConnection: () => Promise<unknown> }
  const acquire = client.acquireConnection.bind(client)
  client.acquireConnection = async () => {
    if (inside.getStore()?.isLaying !== true) await beforeUse(memory)
    return acquire()
  }
}

/** For a test that opens the database a second time, without asking for a connection here. */
export async function beforeOpening(db: Db): Promise<void> {
  const memory = memories.get(db)
  if (memory) await beforeUse(memory)
}

async function beforeUse(memory: Memory): Promise<void> {
  if (memory.atWork > 0) memory.isTouched = true
  else memory.isTheTests = true
  const { waiting } = memory
  if (waiting) {
    memory.waiting = undefined
    memory.laying = inside.run({ memory, isLaying: true }, () => memory.lay(waiting.kept))
  }
  await memory.laying
}

type Where = Db | { db: Db; clock?: MovableClock }

/** A builder that remembers. Its first argument is the house or the database; its answer is plain data. */
export function remembered<Build extends (...given: never[]) => Promise<unknown>>(build: Build): Build {
  const builder = build as unknown as (...given: [Where, ...unknown[]]) => Promise<unknown>
  const ask = async (...given: [Where, ...unknown[]]): Promise<unknown> => {
    const inEarnest = () => builder(...given)
    const memory = memories.get(dbOf(given[0]))
    if (!memory) return inEarnest()
    const step = { call: `${build.name} ${written(given)}`, clock: clockOf(given[0]), build: inEarnest }
    if (inside.getStore()?.memory === memory) return take(memory, step)
    // Two that are asked for at once are built one after the other, so that each state is that of one builder.
    const turn = memory.line.then(() => take(memory, step))
    memory.line = turn.catch(() => undefined)
    return turn
  }
  return ask as unknown as Build
}

interface Step {
  call: string
  clock: MovableClock | undefined
  build: () => Promise<unknown>
}

async function take(memory: Memory, { call, clock, build }: Step): Promise<unknown> {
  if (memory.isTheTests || memory.isTouched) return (await atWork(memory, build)).result
  const trail = `${memory.trail}\n${call}`
  const name = `${memory.state} ${call}`
  const after = afters.get(name)
  if (after) {
    Object.assign(memory, { trail, state: after.state, waiting: after })
    if (after.now !== undefined) clock?.set(after.now)
    return structuredClone(after.result)
  }
  const { result, isTouched } = await atWork(memory, build)
  memory.trail = trail
  if (isTouched) {
    states += 1
    Object.assign(memory, { state: states, isTouched: false })
  }
  // What one test asks for may never be asked for again.
  if (asked.has(trail)) {
    const { state, waiting } = memory
    // A builder of builders that all remembered has used no database yet: its rows are still to be laid.
    const kept = waiting ? waiting.kept : await inside.run({ memory, isLaying: true }, () => memory.keep())
    afters.set(name, { state, kept, result: structuredClone(result), now: clock?.now() })
    if (afters.size > MOST_KEPT) afters.delete(afters.keys().next().value ?? '')
  }
  asked.add(trail)
  return result
}

async function atWork(
  memory: Memory,
  build: () => Promise<unknown>,
): Promise<{ result: unknown; isTouched: boolean }> {
  memory.atWork += 1
  try {
    const result = await inside.run({ memory, isLaying: false }, build)
    return { result, isTouched: memory.isTouched }
  } finally {
    memory.atWork -= 1
  }
}

function dbOf(given: Where): Db {
  return 'db' in given ? given.db : given
}

function clockOf(given: Where): MovableClock | undefined {
  return 'clock' in given ? given.clock : undefined
}

/** What a builder was asked, with who asks and on which day, as a text. */
function written(given: readonly unknown[]): string {
  return JSON.stringify(given, (_key, value: unknown) => {
    if (value === undefined) return 'undefined'
    if (typeof value !== 'object' || value === null) return value
    if ('db' in value) {
      const { by, clock } = value as { by?: By; clock?: MovableClock }
      return { house: clock?.now(), by }
    }
    if (!('clock' in value)) return value
    const { accountId, name, clock, once } = value as By
    return { by: accountId, name, once, now: clock.now() }
  })
}
