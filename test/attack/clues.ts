import type { Place } from './order.ts'

/** One way of reading a copy of the database, and the order in which it puts what it finds. */
export interface Clue {
  name: string
  of: 'ballots' | 'voters'
  places: Place[]
}

/** What happened, which the test alone knows: who was marked, and who cast which ballot, each in its order. */
export interface Happened {
  marked: { who: number; entry: string; name: string }[]
  cast: { who: number; code: string; marks: string }[]
}

/** The attacker holds two slips and so knows each ballot by what it says, and finds voters by their names. */
export class Finder {
  private readonly ballots = new Map<string, { turn: number; who: number }>()
  private readonly voters = new Map<string, { turn: number; who: number }>()
  private readonly found = new Map<string, Clue & { seen: Set<string> }>()

  /** `ids` leads from the present key of an envelope to its code. */
  constructor({ marked, cast }: Happened, ids: ReadonlyMap<string, string>) {
    // The keys of the roll are made anew when polls close; the names stay.
    for (const [turn, { who, entry, name }] of marked.entries())
      for (const text of [entry, name]) this.voters.set(text, { turn, who })
    for (const [turn, { who, code, marks }] of cast.entries())
      for (const text of [code, marks]) this.ballots.set(text, { turn, who })
    for (const [id, code] of ids) {
      const ballot = this.ballots.get(code)
      if (ballot) this.ballots.set(id, ballot)
    }
  }

  /** The first place counts where a clue finds a thing more than once. */
  ballot(name: string, texts: readonly string[], group: number, at: number): void {
    this.add('ballots', name, texts, group, at)
  }

  voter(name: string, texts: readonly string[], group: number, at: number): void {
    this.add('voters', name, texts, group, at)
  }

  /** Keys and codes wherever they stand in the bytes, also where nothing leads to them any more. */
  bytes(name: string, file: Buffer, group: number): void {
    const found = [...file.toString('latin1').matchAll(/[0-9a-f]{64}|[0-9a-f]{32}/g)]
    for (const { 0: text, index } of found) this.ballot(`first bytes in ${name}`, [text], group, index)
    for (const { 0: text, index } of found.reverse())
      this.ballot(`last bytes in ${name}`, [text], group, index)
  }

  get clues(): Clue[] {
    return [...this.found.values()].map(({ name, of, places }) => ({ name, of, places }))
  }

  private add(of: Clue['of'], name: string, texts: readonly string[], group: number, at: number): void {
    const known = of === 'ballots' ? this.ballots : this.voters
    const thing = texts.map((text) => known.get(text)).find((one) => one !== undefined)
    if (!thing) return
    const clue = this.found.get(`${of} ${name}`) ?? { name, of, places: [], seen: new Set<string>() }
    this.found.set(`${of} ${name}`, clue)
    if (clue.seen.has(`${thing.who}`)) return
    clue.seen.add(`${thing.who}`)
    clue.places.push({ group, at, ...thing })
  }
}
