import type { Statutes } from '../../../../models/statutes/document.ts'

/** A roster as people keep one: two ways to write days, a name spelled twice, a place that is gone, and a slip. */
export interface OldRoster {
  file: string
  year: number
  areas: [string, string]
  gone: string
  names: { first: string; misspelt: string; second: string; other: string }
}

/** The roster begins six years before the first term of the statutes. */
export function oldRoster({ terms, areas }: Statutes, names: Generator<string, never>): OldRoster {
  const [firstTerm = ''] = terms.map(({ startsOn }) => startsOn).sort()
  const year = Number(firstTerm.slice(0, 4)) - 6
  const [one = '', two = one] = areas.map(({ name }) => name)
  const next = () => names.next().value
  const [first, second, other, slip, stranger] = [next(), next(), next(), next(), next()]
  // The name with its last letter doubled, as a slip of the keyboard.
  const misspelt = first.replace(/(\p{Ll})$/u, '$1$1')
  const gone = 'Det gamle værested'
  const lines = [
    'plads;navn;organisation;fra;til;grund;hverv',
    `${one};${first};;${year}-01-01;${year + 1}-12-31;;formand`,
    `${one};${second};;01-01-${year + 2};30-06-${year + 4};Er flyttet;`,
    `${one};${misspelt};;01-07-${year + 4};31-12-${year + 5};;`,
    `${two.toLocaleUpperCase('da')};${other};;${year + 2}-01-01;${year + 5}-12-31;;næstformand`,
    `${gone};${stranger};;${year}-01-01;${year + 1}-12-31;;`,
    `${two};${slip};;${year + 1}-05-01;${year + 1}-01-01;;`,
  ]
  return {
    file: `\uFEFF${lines.join('\r\n')}\r\n`,
    year,
    areas: [one, two],
    gone,
    names: { first, misspelt, second, other },
  }
}
