import type { NextFunction, Request, Response } from 'express'
import { type CandidacyId, idOf, NO_ID } from '../../models/core/index.ts'
import type { Choice } from '../../models/elections/index.ts'
import { translatorFor } from '../web/index.ts'
import type { Looks } from '../../views/booth/screen.ts'

/** More than any ballot has candidates. */
const MOST_MARKS = 500

const SIZES = [0, 1, 2] as const

/** Read without checks: voters type nothing, and the rule for choices refuses what is no candidate. */
export function choiceOf(req: Request): Choice {
  const { marks, blank, choose } = req.typed
  if (textOf(choose) === 'blank') return { marks: [], blank: true }
  if (textOf(choose) !== '') return { marks: [candidacyFrom(textOf(choose))], blank: false }
  const ids = [marks ?? []].flat().slice(0, MOST_MARKS).map(candidacyFrom)
  return { marks: ids, blank: ids.length === 0 && blank === '1' }
}

/** Counted from 0. */
export function pageOf(req: Request): number {
  const asked = /^page:(\d{1,3})$/.exec(textOf(req.typed.go))?.[1] ?? textOf(req.typed.page)
  return /^\d{1,3}$/.test(asked) ? Number(asked) : 0
}

/** Returns NO_ID when the id cannot be read. */
function candidacyFrom(text: string): CandidacyId {
  return /^[1-9]\d{0,8}$/.test(text) ? idOf<CandidacyId>(Number(text)) : NO_ID
}

/** The looks travel in the form alone, so that they end with the voter. Without any the ballot is Danish and plain. */
export function looksOf(typed: Request['typed']): Looks {
  const [name, value] = textOf(typed.set).split(':')
  const said = {
    ...typed,
    ...(name === 'lang' || name === 'size' || name === 'contrast' ? { [name]: value } : {}),
  }
  return {
    lang: said.lang === 'en' ? 'en' : 'da',
    size: SIZES.find((size) => String(size) === said.size) ?? 0,
    contrast: said.contrast === '1',
  }
}

/** The voter's language, not the tablet's. */
export function speakAsAsked(req: Request, _res: Response, next: NextFunction): void {
  const { lang } = looksOf(req.typed)
  req.lang = lang
  req.t = translatorFor(lang)
  next()
}

export function textOf(typed: string | string[] | undefined): string {
  return typeof typed === 'string' ? typed : ''
}
