import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { matchedData } from 'express-validator'
import type { IsoDate } from '../../../models/core/dates.ts'
import { NotFound } from '../../../models/core/errors.ts'
import {
  changeStatutesRule,
  previewStatutesRule,
  type RuleChangeForm,
} from '../../../models/council/statutes/rule_change.ts'
import { latestStatutes } from '../../../models/statutes/versions.ts'
import { getRule, isRuleKey, type RuleKey } from '../../../models/statutes/document.ts'
import { requires } from '../../web/access.ts'
import { choice, chosenId, date, optionalText, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { previewPage, rulePage, rulesPage } from './pages.ts'
import { valueForm } from './rule_forms.ts'
import { severalRulesRoutes } from './several.ts'
import { statutesVersionRoutes } from './versions.ts'

type RuleRequest = Request<{ key: string }>

interface TypedRule {
  decision: 'confirm' | 'change'
  seen_version: number
  source: string
  source_en?: string
  reason: string
  in_force_from: IsoDate
}

/** The rules of the council, one by one: confirmed as they are, or changed, by a new version with its own date. */
export function statutesRuleRoutes(): Router {
  const router = express.Router()
  // Before the single rules: these addresses look like keys of rules.
  router.use(statutesVersionRoutes())
  router.use(severalRulesRoutes())
  router.get(paths.statutesRules, requires('statutes.write'), async (req: Request, res: Response) => {
    const page = rulesPage(req.t, await latestStatutes(req.db), req.clock.today())
    show(req, res, 'office/statutes/rules', {
      title: req.t('statutes_form.heading'),
      layout: 'office',
      page,
    })
  })
  router.get('/kontor/vedtaegter/:key', requires('statutes.write'), async (req: RuleRequest, res) => {
    await showRule(req, res)
  })
  router.post(
    '/kontor/vedtaegter/:key',
    requires('statutes.write'),
    editAgain,
    choice('decision', ['confirm', 'change']),
    checkValue,
    text('source'),
    optionalText('source_en'),
    text('reason'),
    date('in_force_from'),
    chosenId('seen_version'),
    choice('step', ['preview', 'save']),
    async (req: RuleRequest, res: Response) => {
      const again = (shown: Again) => showRule(req, res, shown)
      if (req.typed.step === 'save') {
        await submit<TypedRule, unknown>(req, res, {
          act: async (form) => changeStatutesRule(req.db, byOf(req), await changeFrom(req, form)),
          done: () => paths.statutesRules,
          again,
          notice: 'statutes_form.saved',
        })
      } else {
        await submit<TypedRule, Awaited<ReturnType<typeof previewStatutesRule>>>(req, res, {
          act: async (form) => previewStatutesRule(req.db, req.clock.today(), await changeFrom(req, form)),
          answer: (preview) => {
            const { reason } = matchedData<TypedRule>(req)
            const page = previewPage(req, req.params.key as RuleKey, preview, reason)
            show(req, res, 'office/statutes/preview', { title: page.title, layout: 'office', page })
          },
          again,
        })
      }
    },
  )
  return router
}

/** Back from the preview: the form with what was typed. */
async function editAgain(req: RuleRequest, res: Response, next: NextFunction): Promise<void> {
  if (req.typed.step === 'edit') await showRule(req, res, { status: 200, errors: [], values: req.typed })
  else next()
}

/** The fields of a value depend on which rule it is. */
async function checkValue(req: RuleRequest, _res: Response, next: NextFunction): Promise<void> {
  const { statutes } = await latestStatutes(req.db)
  const { key } = req.params
  if (!isRuleKey(statutes, key)) throw new NotFound(`rule ${key}`)
  const checks =
    req.typed.decision === 'change' ? valueForm(key).checks(req.typed, getRule(statutes, key).value) : []
  for (const check of checks) await check.run(req)
  next()
}

async function changeFrom(req: RuleRequest, form: TypedRule): Promise<RuleChangeForm> {
  const { key } = req.params
  const change = {
    key,
    seenVersion: form.seen_version,
    source: form.source,
    sourceEn: form.source_en || undefined,
    reason: form.reason,
    inForceFrom: form.in_force_from,
  }
  if (form.decision === 'confirm') return change
  const { statutes } = await latestStatutes(req.db)
  const now = isRuleKey(statutes, key) ? getRule(statutes, key).value : undefined
  return { ...change, value: valueForm(key as RuleKey).read(form as unknown as Record<string, unknown>, now) }
}

async function showRule(req: RuleRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await rulePage(req, req.params.key)
  show(req, res, 'office/statutes/rule', { title: page.rule.title, layout: 'office', page, ...shown })
}
