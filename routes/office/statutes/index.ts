import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { matchedData } from 'express-validator'
import { NotFound } from '../../../models/core/index.ts'
import * as council from '../../../models/council/index.ts'
import * as statutes from '../../../models/statutes/index.ts'
import * as statutesPages from '../../../views/office/statutes/index.ts'
import * as web from '../../web/index.ts'
import * as fields from '../../web/fields.ts'
import { severalRulesRoutes } from './several.ts'
import { checksOf } from './value_checks.ts'
import { statutesVersionRoutes } from './versions.ts'

type RuleRequest = Request<{ key: string }>

const ruleForm = fields.form(
  fields.choice('decision', ['confirm', 'change']),
  fields.dependent(valueFields),
  fields.text('source'),
  fields.optionalText('source_en'),
  fields.text('reason'),
  fields.date('in_force_from'),
  fields.chosenId('seen_version', 'statutes_version'),
  fields.choice('step', ['preview', 'save']),
)

/** Rules are confirmed or changed by a new version with its own date. */
export function statutesRuleRoutes(): Router {
  const router = express.Router()
  // Before the single rules: these addresses look like keys of rules.
  router.use(statutesVersionRoutes())
  router.use(severalRulesRoutes())
  router.get(web.paths.statutesRules, web.requires('statutes.write'), async (req: Request, res: Response) => {
    const page = statutesPages.rulesPage(web.readerOf(req), await statutes.latestStatutes(req.db))
    web.show(req, res, 'office/statutes/rules', { title: req.t('statutes_form.heading'), page })
  })
  router.get('/kontor/vedtaegter/:key', web.requires('statutes.write'), web.shows(showRule))
  router.post(
    '/kontor/vedtaegter/:key',
    web.requires('statutes.write'),
    editAgain,
    ruleForm,
    async (req: RuleRequest, res: Response) => {
      const again = (shown: web.Again) => showRule(req, res, shown)
      if (req.typed.step === 'save') {
        await web.submit(req, res, ruleForm, {
          act: async (typed) =>
            council.changeStatutesRule(req.db, web.byOf(req), await changeFrom(req, typed)),
          done: () => web.paths.statutesRules,
          again,
          notice: 'statutes_form.saved',
        })
      } else {
        await web.submit(req, res, ruleForm, {
          act: async (typed) => {
            const preview = await council.previewStatutesRule(
              req.db,
              req.clock.today(),
              await changeFrom(req, typed),
            )
            const { key } = await latestRule(req)
            return statutesPages.previewPage(
              web.readerOf(req),
              key,
              preview,
              typed.reason,
              statutesPages.hiddenFields(req.typed),
            )
          },
          answer: (page) => {
            web.show(req, res, 'office/statutes/preview', { title: page.title, page })
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
async function valueFields(req: RuleRequest): Promise<fields.Form<object>> {
  const { key, value } = await latestRule(req)
  const asked = req.typed.decision === 'change' ? statutesPages.valueForm(key).asks(req.typed, value) : []
  return checksOf(asked)
}

async function changeFrom(
  req: RuleRequest,
  typed: fields.FormOf<typeof ruleForm>,
): Promise<council.RuleChangeForm> {
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
  return { ...change, value: statutesPages.valueForm(key).read(matchedData(req), value) }
}

async function latestRule(
  req: RuleRequest,
): Promise<{ key: statutes.RuleKey; value: unknown; version: statutes.StatutesVersion }> {
  const version = await statutes.latestStatutes(req.db)
  const { key } = req.params
  if (!statutes.isRuleKey(version.statutes, key)) throw new NotFound(`rule ${key}`)
  return { key, value: statutes.getRule(version.statutes, key).value, version }
}

async function showRule(req: RuleRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const { key, version } = await latestRule(req)
  const page = statutesPages.rulePage(web.readerOf(req), version, key)
  web.show(req, res, 'office/statutes/rule', { title: page.rule.title, page, ...shown })
}
