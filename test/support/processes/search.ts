/** A memory is read by steps of so many bytes, and at each step so many bytes are looked at. */
const STEP = 8
const LOOKED_AT = 4

/** A pattern that would begin so many bytes before a place where a number stands. */
interface Clue {
  name: string
  pattern: Buffer
  before: number
}

/** What is looked for, by the numbers that it would leave where one looks. */
interface Clues {
  of: ReadonlyMap<number, readonly Clue[]>
  /** By the lower half of those numbers: most of a memory is left at once. */
  lower: Uint8Array
}

export interface Search {
  /** How often each pattern was found so far, by its name. */
  found: Map<string, number>
  in(part: Buffer): void
}

/**
 * Finds many patterns in a large memory in one pass, at any byte. Wherever a pattern of 11 bytes and more lies, four of its
 * bytes lie whole at a multiple of eight: only there a number is looked up.
 */
export function searchFor(wanted: ReadonlyMap<string, Buffer>): Search {
  const clues = cluesTo(wanted)
  const found = new Map([...wanted.keys()].map((name) => [name, 0]))
  return {
    found,
    in: (part) => {
      for (let at = 0; at + LOOKED_AT <= part.length; at += STEP) {
        const number = part.readUInt32LE(at)
        if (clues.lower[number & 0xffff] === 0) continue
        for (const { name, pattern, before } of clues.of.get(number) ?? []) {
          const from = at - before
          if (from >= 0 && part.subarray(from, from + pattern.length).equals(pattern))
            found.set(name, (found.get(name) ?? 0) + 1)
        }
      }
    },
  }
}

function cluesTo(wanted: ReadonlyMap<string, Buffer>): Clues {
  const of = new Map<number, Clue[]>()
  const lower = new Uint8Array(0x10000)
  for (const [name, pattern] of wanted) {
    if (pattern.length < STEP + LOOKED_AT - 1) throw new Error(`${name} is too short to be searched for`)
    for (let before = 0; before < STEP; before += 1) {
      const number = pattern.readUInt32LE(before)
      of.set(number, [...(of.get(number) ?? []), { name, pattern, before }])
      lower[number & 0xffff] = 1
    }
  }
  return { of, lower }
}
