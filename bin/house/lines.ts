import type { SourceFile } from './source.ts'

/** `where` is like `models/elections/box/box.ts:12`, or a folder. */
export interface Counted {
  where: string
  count: number
}

export function countLines(files: readonly SourceFile[]): Counted[] {
  return files.map(({ name, lines }) => ({ where: name, count: lines.length }))
}

export function longestLines(templates: readonly SourceFile[]): Counted[] {
  return templates.map(({ name, lines }) => {
    const longest = Math.max(...lines.map((line) => line.length))
    return { where: `${name}:${lines.findIndex((line) => line.length === longest) + 1}`, count: longest }
  })
}

/** Empty lines do not count. */
export function commentPercent(files: readonly SourceFile[]): number {
  const written = files.flatMap(({ lines }) => lines.filter((line) => line.trim() !== ''))
  const comments = files.flatMap(({ lines }) => commentsOf(lines))
  return percent(comments.length, written.length)
}

function commentsOf(lines: readonly string[]): string[] {
  let inside = false
  return lines.filter((line) => {
    const text = line.trim()
    const begins = !inside && text.startsWith('/*')
    const isComment = inside || begins || text.startsWith('//')
    if (inside || begins) inside = !text.includes('*/')
    return isComment
  })
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10
}

/** Of an even number the upper of the two in the middle. */
export function median(counted: readonly Counted[]): number {
  const sorted = counted.map(({ count }) => count).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export function largest(counted: readonly Counted[]): number {
  return Math.max(0, ...counted.map(({ count }) => count))
}
