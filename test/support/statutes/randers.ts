import { readFileSync } from 'node:fs'
import { addDays, isoDate } from '../../../models/core/dates.ts'
import {
  parseStatutes,
  type RuleName,
  type RuleValue,
  type Statutes,
} from '../../../models/statutes/document.ts'
import fc from 'fast-check'

/** The statutes file of Randers, unparsed, so that a test may spoil its own copy. */
export function randersFile(): Record<string, unknown> {
  const file = new URL('../../../statutes/randers-2018.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

export function randers(rules: Partial<{ [K in RuleName]: RuleValue<K> }> = {}): Statutes {
  const statutes = parseStatutes(randersFile())
  const replaced = Object.entries(rules).map(([name, value]) => [
    name,
    { value, source: 'the test', confirmed: true },
  ])
  return parseStatutes({ ...statutes, rules: { ...statutes.rules, ...Object.fromEntries(replaced) } })
}

export const anyDay = fc.integer({ min: 0, max: 4382 }).map((days) => addDays(isoDate('2018-01-01'), days))

/** Any span of a few weeks, so that two of them meet often. */
export const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
  .map(([start, length]) => {
    const starts_on = addDays(isoDate('2022-01-01'), start)
    return { starts_on, ends_on: addDays(starts_on, length) }
  })
