import type { Request, Response } from 'express'
import { LOCALES } from '../../../models/core/index.ts'
import { END_REASONS, listSeats } from '../../../models/council/index.ts'
import * as exchange from '../../../models/exchange/index.ts'
import * as exchangePages from '../../../views/office/exchange/index.ts'
import { askedDay, idFrom, readerOf, show, type Shown, translatorFor } from '../../web/index.ts'

export type ImportRequest = Request<{ id: string }>

export async function showExchange(req: Request, res: Response, shown: Shown = {}): Promise<void> {
  const { day, refused } = req.method === 'GET' ? askedDay(req) : { day: undefined, refused: {} }
  const page = exchangePages.exchangePage(readerOf(req), day, await exchange.listImports(req.db))
  show(req, res, 'office/exchange/exchange', { title: req.t('exchange.heading'), page, ...refused, ...shown })
}

export async function showImport(
  req: ImportRequest,
  res: Response,
  shown: Shown = {},
  tried?: exchange.ImportCounts,
): Promise<void> {
  const id = idFrom('import', req.params.id)
  const row = await exchange.getImport(req.db, id)
  const job = await exchange.findJobState(req.db, id, req.clock.now())
  const draft = row.state === 'draft' && job?.state !== 'running' ? await draftOf(req, row) : undefined
  const counts = exchange.storedCounts(row) ?? (draft && exchange.countsOf(draft.plan))
  const holdsUp = exchange.holdsUpOthers(req.db, counts?.memberships ?? job?.total ?? 0)
  const page = exchangePages.importPage(readerOf(req), { row, job, draft, counts, tried, holdsUp })
  show(req, res, 'office/exchange/import', { title: req.t('exchange.import.heading'), page, ...shown })
}

async function draftOf(req: ImportRequest, row: exchange.ImportRow): Promise<exchangePages.Draft> {
  const plan = await planned(req, row)
  return {
    plan,
    answers: exchange.readAnswers(row),
    ignored: exchange.readLines(row).ignored,
    seats: await listSeats(req.db),
  }
}

export function showStoring(req: Request, res: Response, storing: exchangePages.Storing): void {
  const title = req.t('exchange.import.heading')
  const page = exchangePages.storingPage(storing)
  show(req, res, 'office/exchange/import', { title, page, status: 202 })
}

export function planned(
  req: Request | ImportRequest,
  draft: exchange.ImportRow,
  skipWrong = false,
): Promise<exchange.ImportPlan> {
  return exchange.planDraft(req.db, draft, { today: req.clock.today(), ...wordsFor(req), skipWrong })
}

/** Reasons in every language, so that files exported in each of them can come back. */
export function wordsFor({ t }: Pick<Request, 't'>): exchange.Words {
  return {
    reasonNames: LOCALES.flatMap((lang) =>
      END_REASONS.map((reason) => [reason, translatorFor(lang)(`end_reasons.${reason}`)] as const),
    ),
    decidedBy: t('exchange.import.decided_by_unknown'),
  }
}
