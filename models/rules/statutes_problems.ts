import type { z } from 'zod'
import type { Problem } from './statutes_coherence.ts'

/** What the schema found, as plain sentences with a path each. */
export function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message: 'This name is not known here. Check its spelling, or remove it.',
    }))
  }
  return [{ path: pathText(issue.path), message: sentence(issue) }]
}

function pathText(path: readonly PropertyKey[]): string {
  const written = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return written.replace(/^\./, '') || '(the whole document)'
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'This is missing.'
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${typeWords[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `This must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`
    case 'invalid_format':
    case 'custom':
      return issue.message
    case 'too_small':
      return smallWords(issue.origin, issue.minimum)
    case 'too_big':
      return bigWords(issue.origin, issue.maximum)
    case 'invalid_union':
      return issue.discriminator === 'kind' ? 'This must be "place" or "organisations".' : otherForm
    default:
      return otherForm
  }
}

const otherForm = 'This is not one of the forms that are allowed here.'

const typeWords: Partial<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object with names and values',
  string: 'text',
  tuple: 'a list of two whole numbers',
}

function smallWords(origin: string, minimum: number | bigint): string {
  if (origin === 'string') return 'This must not be empty.'
  if (origin === 'array') return `This list must have at least ${minimum}.`
  return `This must be at least ${minimum}.`
}

function bigWords(origin: string, maximum: number | bigint): string {
  return origin === 'array' ? `This list must have at most ${maximum}.` : `This must be at most ${maximum}.`
}
