import type { z } from 'zod'
import { AREA_KINDS } from '../rules/core/by_kind.ts'

/** `path` as `areas[4].bodies[0].name`. `message` is for a terminal, `code` and `params` for a page in any language. */
export interface Problem {
  path: string
  message: string
  code: ProblemCode
  params: Record<string, string | number>
}

export type ProblemCode = ShapeCode | CoherenceCode

type ShapeCode =
  | 'unknown_name'
  | 'missing'
  | 'wrong_type'
  | 'not_among'
  | 'bad_form'
  | 'empty'
  | 'too_few'
  | 'too_many'
  | 'too_small'
  | 'too_big'

type CoherenceCode =
  | 'seat_sum'
  | 'seat_range'
  | 'seat_range_order'
  | 'seat_per_place'
  | 'term_backwards'
  | 'term_overlaps'
  | 'term_order'
  | 'unknown_area'
  | 'key_twice'
  | 'successor_circle'
  | 'body_backwards'
  | 'successor_early'
  | 'single_is_several'
  | 'too_few_for_each'
  | 'one_decides'
  | 'office_missing'
  | 'quorum_over_all'
  | 'quorum_never'
  | 'marks_backwards'
  | 'marks_per_seat'
  | 'substitute_without'
  | 'meetings_backwards'
  | 'changes_over_all'
  | 'groups_missing'
  | 'quota_part'
  | 'quota_impossible'

/** `path` as people write it. */
export function problem(
  path: string,
  code: CoherenceCode,
  message: string,
  params: Problem['params'] = {},
): Problem {
  return { path, message, code, params }
}

/** Turns an issue of the schema into plain sentences with a path each. */
export function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message: 'This name is not known here. Check its spelling, or remove it.',
      code: 'unknown_name',
      params: {},
    }))
  }
  return [{ path: pathText(issue.path), ...describeIssue(issue) }]
}

function pathText(path: readonly PropertyKey[]): string {
  const written = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return written.replace(/^\./, '') || '(the whole document)'
}

function describeIssue(issue: z.core.$ZodIssue): Omit<Problem, 'path'> {
  const say = (code: ShapeCode, message: string, params: Problem['params'] = {}) => ({
    code,
    message,
    params,
  })
  if (issue.input === undefined) return say('missing', 'This is missing.')
  switch (issue.code) {
    case 'invalid_type': {
      const type = typeWords[issue.expected] ?? issue.expected
      return say('wrong_type', `This must be ${type}.`, { type: issue.expected })
    }
    case 'invalid_value':
      return notAmong(say, issue.values)
    case 'invalid_format':
    case 'custom':
      return say('bad_form', issue.message)
    case 'too_small':
      return small(say, issue.origin, Number(issue.minimum))
    case 'too_big':
      return issue.origin === 'array'
        ? say('too_many', `This list must have at most ${issue.maximum}.`, { count: Number(issue.maximum) })
        : say('too_big', `This must be at most ${issue.maximum}.`, { count: Number(issue.maximum) })
    case 'invalid_union':
      return issue.discriminator === 'kind' ? notAmong(say, AREA_KINDS) : say('bad_form', otherForm)
    default:
      return say('bad_form', otherForm)
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

type Say = (code: ShapeCode, message: string, params?: Problem['params']) => Omit<Problem, 'path'>

function notAmong(say: Say, known: readonly unknown[]): Omit<Problem, 'path'> {
  const values = known.map((value) => JSON.stringify(value))
  return say('not_among', `This must be ${values.join(' or ')}.`, { values: values.join(', ') })
}

function small(say: Say, origin: string, minimum: number): Omit<Problem, 'path'> {
  if (origin === 'string') return say('empty', 'This must not be empty.')
  if (origin === 'array')
    return say('too_few', `This list must have at least ${minimum}.`, { count: minimum })
  return say('too_small', `This must be at least ${minimum}.`, { count: minimum })
}
