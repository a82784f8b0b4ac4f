import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { matchedData } from 'express-validator'
import { NotFound } from '../../../models/core/errors.ts'
import {
  changeStatutesRule,
  previewStatutesRule,
  type RuleChangeForm,
} from '../../../models/council/statutes/rule_change.ts'
import { getRule, isRuleKey, type RuleKey } from '../../../models/statutes/document.ts'
import { latestStatutes, type StatutesVersion } from '../../../models/statutes/versions.ts'
import { hiddenFields } from '../../../views/office/statutes/hidden_fields.ts'
import { previewPage } from '../../../views/office/statutes/preview.page.ts'
import { rulePage } from '../../../views/office/statutes/rule.page.ts'
import { rulesPage } from '../../../views/office/statutes/rules.page.ts'
import { valueForm } from '../../../views/office/statutes/values/rule_values.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import {
  choice,
  chosenId,
  date,
  dependent,
  form,
  optionalText,
  text,
  type Form,
  type FormOf,
} from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'
import { severalRulesRoutes } from './several.ts'
import { checksOf } from './value_checks.ts'
import { statutesVersionRoutes } from './versions.ts'

type RuleRequest = Request<{ key: string }>

const ruleForm = form(
  choice('decision', ['confirm', 'change']),
  dependent(valueFields),
  text('source'),
  optionalText('source_en'),
  text('reason'),
  date('in_force_from'),
  chosenId('seen_version'),
  choice('step', ['preview', 'save']),
)

/** Rules are confirmed or changed by a new version with its own date. */
export function statutesRuleRoutes(): Router {
  const router = express.Router()
  // Before the single rules: these addresses look like keys of rules.
  router.use(statutesVersionRoutes())
  router.use(severalRulesRoutes())
  router.get(paths.statutesRules, requires('statutes.write'), async (req: Request, res: Response) => {
    const page = rulesPage(readerOf(req), await latestStatutes(req.db))
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
    ruleForm,
    async (req: RuleRequest, res: Response) => {
      const again = (shown: Again) => showRule(req, res, shown)
      if (req.typed.step === 'save') {
        await submit(req, res, ruleForm, {
          act: async (typed) => changeStatutesRule(req.db, byOf(req), await changeFrom(req, typed)),
          done: () => paths.statutesRules,
          again,
          notice: 'statutes_form.saved',
        })
      } else {
        await submit(req, res, ruleForm, {
          act: async (typed) => {
            const preview = await previewStatutesRule(req.db, req.clock.today(), await changeFrom(req, typed))
            const { key } = await latestRule(req)
            return previewPage(readerOf(req), key, preview, typed.reason, hiddenFields(req.typed))
          },
          answer: (page) => {
            show(req, res, 'office/statutes/preview', { title: page.title, layout: 'office', page })
          },
          again,
        })
      }
    },
  )
  return router
}

/** The way back from the preview. */
async function editAgain(req: RuleRequest, res: Response, next: NextFunction): Promise<void> {
  if (req.typed.step === 'edit') await showRule(req, res, { status: 200, errors: [], values: req.typed })
  else next()
}

/** The fields depend on the rule; a rule that is confirmed unchanged has none. */
async function valueFields(req: RuleRequest): Promise<Form<object>> {
  const { key, value } = await latestRule(req)
  const asked = req.typed.decision === 'change' ? valueForm(key).asks(req.typed, value) : []
  return checksOf(asked)
}

async function changeFrom(req: RuleRequest, typed: FormOf<typeof ruleForm>): Promise<RuleChangeForm> {
  const { key, value } = await latestRule(req)
  const change = {
    key,
    seenVersion: typed.seen_version,
    source: typed.source,
    sourceEn: typed.source_en || undefined,
    reason: typed.reason,
    inForceFrom: typed.in_force_from,
  }
  if (typed.decision === 'confirm') return change
  return { ...change, value: valueForm(key).read(matchedData(req), value) }
}

async function latestRule(
  req: RuleRequest,
): Promise<{ key: RuleKey; value: unknown; version: StatutesVersion }> {
  const version = await latestStatutes(req.db)
  const { key } = req.params
  if (!isRuleKey(version.statutes, key)) throw new NotFound(`rule ${key}`)
  return { key, value: getRule(version.statutes, key).value, version }
}

async function showRule(req: RuleRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { key, version } = await latestRule(req)
  const page = rulePage(readerOf(req), version, key)
  show(req, res, 'office/statutes/rule', { title: page.rule.title, layout: 'office', page, ...shown })
}
