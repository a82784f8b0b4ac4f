import type { Request, Response } from 'express'
import { LOCALES } from '../../../models/core/dates.ts'
import { listSeats } from '../../../models/council/seats.ts'
import {
  readAnswers,
  getImport,
  readLines,
  listImports,
  planDraft,
  storedCounts,
} from '../../../models/exchange/import/imports.ts'
import { findJobState } from '../../../models/exchange/import/jobs.ts'
import { countsOf, type ImportCounts } from '../../../models/exchange/import/plan/counts.ts'
import type { ImportPlan } from '../../../models/exchange/import/plan/plan.ts'
import { holdsUpOthers, type Words } from '../../../models/exchange/import/storing.ts'
import type { ImportRow } from '../../../models/exchange/import/tables.ts'
import { END_REASONS } from '../../../models/rules/council/membership.ts'
import type { Draft } from '../../../views/office/exchange/draft.ts'
import { exchangePage } from '../../../views/office/exchange/exchange.page.ts'
import { importPage, storingPage, type Storing } from '../../../views/office/exchange/import.page.ts'
import { askedDay } from '../../web/asked_day.ts'
import type { Again } from '../../web/forms.ts'
import { translatorFor } from '../../web/i18n.ts'
import { idFrom } from '../../web/ids.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

export type ImportRequest = Request<{ id: string }>

export async function showExchange(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { day, refused } = req.method === 'GET' ? askedDay(req) : { day: undefined, refused: {} }
  const page = exchangePage(readerOf(req), day, await listImports(req.db))
  const title = req.t('exchange.heading')
  show(req, res, 'office/exchange/exchange', { title, layout: 'office', page, ...refused, ...shown })
}

export async function showImport(
  req: ImportRequest,
  res: Response,
  shown: Partial<Again> = {},
  tried?: ImportCounts,
): Promise<void> {
  const id = idFrom(req.params.id)
  const row = await getImport(req.db, id)
  const job = await findJobState(req.db, id, req.clock.now())
  const draft = row.state === 'draft' && job?.state !== 'running' ? await draftOf(req, row) : undefined
  const counts = storedCounts(row) ?? (draft && countsOf(draft.plan))
  const holdsUp = holdsUpOthers(req.db, counts?.memberships ?? job?.total ?? 0)
  const page = importPage(readerOf(req), { row, job, draft, counts, tried, holdsUp })
  const title = req.t('exchange.import.heading')
  show(req, res, 'office/exchange/import', { title, layout: 'office', page, ...shown })
}

async function draftOf(req: ImportRequest, row: ImportRow): Promise<Draft> {
  const plan = await planned(req, row)
  return { plan, answers: readAnswers(row), ignored: readLines(row).ignored, seats: await listSeats(req.db) }
}

export function showStoring(req: Request, res: Response, storing: Storing): void {
  const title = req.t('exchange.import.heading')
  const page = storingPage(storing)
  show(req, res, 'office/exchange/import', { title, layout: 'office', page, status: 202 })
}

export function planned(
  req: Request | ImportRequest,
  draft: ImportRow,
  skipWrong = false,
): Promise<ImportPlan> {
  return planDraft(req.db, draft, { today: req.clock.today(), ...wordsFor(req), skipWrong })
}

/** Reasons in every language, so that files exported in each of them can come back. */
export function wordsFor({ t }: Pick<Request, 't'>): Words {
  return {
    reasonNames: LOCALES.flatMap((lang) =>
      END_REASONS.map((reason) => [reason, translatorFor(lang)(`end_reasons.${reason}`)] as const),
    ),
    decidedBy: t('exchange.import.decided_by_unknown'),
  }
}
