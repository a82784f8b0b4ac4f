import type { Request } from 'express'
import type { Choice } from '../../models/elections/booth/casting.ts'
import { textOf } from './looks.ts'

/** More than any ballot has candidates. */
const MOST_MARKS = 500

/** Read without checks: voters type nothing, and the rule for choices refuses what is no candidate. */
export function choiceOf(req: Request): Choice {
  const { marks, blank, choose } = req.typed
  if (textOf(choose) === 'blank') return { marks: [], blank: true }
  if (textOf(choose) !== '') return { marks: [idOf(textOf(choose))], blank: false }
  const ids = [marks ?? []].flat().slice(0, MOST_MARKS).map(idOf)
  return { marks: ids, blank: ids.length === 0 && blank === '1' }
}

/** Counted from 0. */
export function pageOf(req: Request): number {
  const asked = /^page:(\d{1,3})$/.exec(textOf(req.typed.go))?.[1] ?? textOf(req.typed.page)
  return /^\d{1,3}$/.test(asked) ? Number(asked) : 0
}

/** Returns 0, which no candidacy has, when the id cannot be read. */
function idOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}
