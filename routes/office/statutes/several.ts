import express, { type Request, type Response, type Router } from 'express'
import { matchedData, validationResult } from 'express-validator'
import { Refused } from '../../../models/core/index.ts'
import { previewVersion } from '../../../models/council/index.ts'
import * as statutesModel from '../../../models/statutes/index.ts'
import type { FieldError } from '../../../views/locals.ts'
import * as statutesPages from '../../../views/office/statutes/index.ts'
import { paths, readerOf, requires, show, type Shown, submit, translateCheck } from '../../web/index.ts'
import { chosenId, date, form, optionalText, text } from '../../web/fields.ts'
import { checksOf } from './value_checks.ts'
import { showPreview } from './versions.ts'

const severalForm = form(
  text('source'),
  optionalText('source_en'),
  text('reason'),
  date('in_force_from'),
  chosenId('seen_version', 'statutes_version'),
)

/** The council adopts new statutes as one version, with one source and one yes. */
export function severalRulesRoutes(): Router {
  const router = express.Router()
  router.get(paths.statutesSeveral, requires('statutes.write'), (req, res) =>
    showSeveral(req, res, req.query.regel),
  )
  router.post(
    paths.statutesSeveral,
    requires('statutes.write'),
    severalForm,
    async (req: Request, res: Response) => {
      const again = (shown: Shown) => showSeveral(req, res, req.typed.regel, shown)
      if (req.typed.step === 'edit') {
        await again({ values: req.typed })
        return
      }
      const { statutes } = await statutesModel.latestStatutes(req.db)
      const keys = statutesPages.chosenRules(statutes, req.typed.regel)
      const read = await Promise.all(keys.map((key) => readRule(req, statutes, key)))
      const wrong = [...read.flatMap(({ errors }) => errors), ...noneChosen(req, keys)]
      if (wrong.length > 0) {
        await again({ status: 422, errors: wrong, values: req.typed })
        return
      }
      await submit(req, res, severalForm, {
        act: async ({ source, source_en, in_force_from, seen_version }) => {
          const rules = read.map(({ key, value }): statutesModel.RuleToPut => ({
            key,
            value,
            source,
            sourceEn: source_en,
          }))
          const document = JSON.stringify(
            put(req, () => statutesModel.withRules(statutes, rules, in_force_from)),
          )
          const seen = { document, seenVersion: seen_version }
          return { document, preview: await previewVersion(req.db, req.clock.today(), seen) }
        },
        answer: ({ document, preview }) => {
          const edit = { action: paths.statutesSeveral, hidden: statutesPages.hiddenFields(req.typed) }
          showPreview(req, res, preview, document, {}, edit)
        },
        again,
      })
    },
  )
  return router
}

async function readRule(
  req: Request,
  statutes: statutesModel.Statutes,
  key: statutesModel.RuleKey,
): Promise<{ key: statutesModel.RuleKey; value: unknown; errors: FieldError[] }> {
  const { asks, read } = statutesPages.valueForm(key)
  const now = statutesModel.isRuleKey(statutes, key) ? statutesModel.getRule(statutes, key).value : undefined
  const sub = { body: statutesPages.typedFor(key, req.typed) }
  for (const check of checksOf(asks(sub.body, now))) await check.run(sub)
  const errors = validationResult(sub)
    .formatWith(({ msg, ...error }) => ({
      field: error.type === 'field' ? statutesPages.fieldName(key, error.path) : undefined,
      message: translateCheck(req, String(msg)),
      check: true,
    }))
    .array({ onlyFirstError: true })
  return { key, value: errors.length > 0 ? undefined : read(matchedData(sub), now), errors }
}

function noneChosen(req: Request, keys: readonly statutesModel.RuleKey[]): FieldError[] {
  return keys.length > 0 ? [] : [{ field: undefined, message: req.t('statutes_versions.choose_rules') }]
}

/** Turns rules that do not fit each other into a refusal, in the words of the first that is wrong. */
function put<T>(req: Request, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof statutesModel.StatutesError)) throw error
    const [first] = statutesPages.problemLines(readerOf(req), error.problems)
    throw new Refused('rules_do_not_fit', { problem: first?.text ?? '' })
  }
}

async function showSeveral(req: Request, res: Response, asked: unknown, shown: Shown = {}): Promise<void> {
  const page = statutesPages.severalPage(readerOf(req), await statutesModel.latestStatutes(req.db), asked)
  const title = req.t('statutes_versions.several_heading')
  show(req, res, 'office/statutes/several', { title, page, ...shown })
}
