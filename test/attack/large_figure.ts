import type { Engine } from './cases.ts'
import { chanceOf, largest } from './figure.ts'
import { type Block, LAID, LAID_BETWEEN, LAST } from './large_box.ts'
import { decimal, NAMES, rowOf } from './table.ts'
import { mostByChance, type Verdict } from './verdict.ts'

export interface Boxes {
  engine: Engine
  version: string
  boxes: number
  day: string
}

/** What the copies of so many large boxes told of the last ballots. */
export interface LargeFigure extends Boxes {
  /** How many ballots lie in the blocks of each box, on PostgreSQL, where a row names the transaction that wrote it. */
  blocks: number[][]
  tau: number
  right: number
}

export function largeFigureOf(
  boxes: Boxes,
  verdicts: readonly Verdict[],
  blocks: readonly (readonly Block[])[],
): LargeFigure {
  const links = verdicts.filter(({ of }) => of === 'links').map(({ right }) => right)
  return {
    ...boxes,
    blocks: blocks.map((box) => box.map(({ ballots }) => ballots)),
    tau: largest(verdicts.filter(({ of }) => of === 'ballots')),
    right: Math.max(0, ...links),
  }
}

export function largeHeadingOf(): string {
  const cells = [
    ...['Database', 'konvolutter', 'heraf de sidste', 'kasser', 'mindste blok', 'de sidstes rækkefølge'],
    ...['tilfælde', 'koblinger', 'målt'],
  ]
  return rowOf(cells) + rowOf(cells.map(() => '---'))
}

export function largeLineOf({ engine, version, boxes, day, blocks, tau, right }: LargeFigure): string {
  const sizes = blocks.flat()
  return rowOf([
    ...[`${NAMES[engine]} ${version}`, thousands(LAID + LAID_BETWEEN + LAST), String(LAST), String(boxes)],
    ...[sizes.length > 0 ? String(Math.min(...sizes)) : '–', decimal(tau), decimal(chanceOf(LAST, boxes))],
    ...[`${right} (${mostByChance(boxes)})`, day],
  ])
}

function thousands(number: number): string {
  return number.toLocaleString('da-DK')
}
