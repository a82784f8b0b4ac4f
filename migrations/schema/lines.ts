/** A definition over several lines, whose own lines stand one step in from its first. */
export function indented(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join('\n  ')
}

/** A table with one column or constraint a line. */
export function tableText(name: string, parts: readonly string[]): string {
  return `create table ${name} (\n${parts.map((part) => `  ${part}`).join(',\n')}\n);`
}

/** Splits at the commas that stand in neither brackets nor quotes. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  let quoted = false
  for (const character of text) {
    if (character === "'") quoted = !quoted
    else if (!quoted && character === '(') depth += 1
    else if (!quoted && character === ')') depth -= 1
    if (character === ',' && depth === 0 && !quoted) {
      parts.push(part.trim())
      part = ''
    } else part += character
  }
  return [...parts, part.trim()]
}
