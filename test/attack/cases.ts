export type Engine = 'sqlite' | 'postgres'

/** One row of the table of figures. */
export interface Case {
  engine: Engine
  voters: number
  tablets: number
}

const ENGINES: readonly Engine[] = ['sqlite', 'postgres']
export const VOTERS = [12, 40, 200]
export const TABLETS = [1, 3, 5]

export const CASES: readonly Case[] = ENGINES.flatMap((engine) =>
  VOTERS.flatMap((voters) => TABLETS.map((tablets) => ({ engine, voters, tablets }))),
)

export function keyOf({ engine, voters, tablets }: Case): string {
  return `${engine}:${voters}:${tablets}`
}

/** `--only` may stand several times, and names a row or the beginning of several. Throws for one that names none. */
export function casesOf(args: readonly string[], there: readonly string[]): Case[] {
  const only = args.filter((_arg, index) => args[index - 1] === '--only')
  const unknown = only.filter((name) => !CASES.some((one) => isNamed(one, name)))
  if (unknown.length > 0) throw new Error(`no row is called ${unknown.join(', ')}`)
  return CASES.filter(
    (one) =>
      (only.length === 0 || only.some((name) => isNamed(one, name))) &&
      !(args.includes('--missing') && there.includes(keyOf(one))),
  )
}

function isNamed(one: Case, name: string): boolean {
  return `${keyOf(one)}:`.startsWith(`${name}:`)
}
