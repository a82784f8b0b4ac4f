import express, { type Request, type Response, type Router } from 'express'
import { matchedData, validationResult } from 'express-validator'
import { latestStatutes } from '../../../models/statutes/versions.ts'
import { previewVersion, type VersionPreview } from '../../../models/council/statutes/adoption.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import { Refused } from '../../../models/core/errors.ts'
import {
  getRule,
  isRuleKey,
  StatutesError,
  type RuleKey,
  type Statutes,
} from '../../../models/statutes/document.ts'
import { withRules, type RuleToPut } from '../../../models/statutes/comparison.ts'
import { requires } from '../../web/access.ts'
import { chosenId, date, optionalText, text } from '../../web/fields.ts'
import { submit, type Again } from '../../web/forms.ts'
import { paths } from '../../../views/paths.ts'
import type { FieldError } from '../../../views/locals.ts'
import { show } from '../../web/views.ts'
import { valueForm } from './rule_forms.ts'
import { chosenRules, fieldName, severalPage, typedFor } from './several_pages.ts'
import type { Typed } from './value_forms.ts'
import { problemLines } from './upload.ts'
import { showPreview } from './versions.ts'

interface SeveralForm {
  source: string
  source_en?: string
  reason: string
  in_force_from: IsoDate
  seen_version: number
}

/** Several rules changed at once, as when the council adopts new statutes: one version, one source, one yes. */
export function severalRulesRoutes(): Router {
  const router = express.Router()
  router.get(paths.statutesSeveral, requires('statutes.write'), (req, res) =>
    showSeveral(req, res, req.query.regel),
  )
  router.post(
    paths.statutesSeveral,
    requires('statutes.write'),
    text('source'),
    optionalText('source_en'),
    text('reason'),
    date('in_force_from'),
    chosenId('seen_version'),
    async (req: Request, res: Response) => {
      const again = (shown: Partial<Again>) => showSeveral(req, res, req.typed.regel, shown)
      if (req.typed.step === 'edit') {
        await again({ values: req.typed })
        return
      }
      const { statutes } = await latestStatutes(req.db)
      const keys = chosenRules(statutes, req.typed.regel)
      const read = await Promise.all(keys.map((key) => readRule(req, statutes, key)))
      const wrong = [...read.flatMap(({ errors }) => errors), ...noneChosen(req, keys)]
      if (wrong.length > 0) {
        await again({ status: 422, errors: wrong, values: req.typed })
        return
      }
      await submit<SeveralForm, [string, VersionPreview]>(req, res, {
        act: async (form) => {
          const { source, source_en, in_force_from } = form
          const rules = read.map(({ key, value }): RuleToPut => ({ key, value, source, sourceEn: source_en }))
          const document = JSON.stringify(put(req, () => withRules(statutes, rules, in_force_from)))
          const seen = { document, seenVersion: form.seen_version }
          return [document, await previewVersion(req.db, req.clock.today(), seen)]
        },
        answer: ([document, preview]) => {
          showPreview(req, res, preview, document, {}, { action: paths.statutesSeveral, hidden: typed(req) })
        },
        again,
      })
    },
  )
  return router
}

/** Checks and reads what was typed for one rule, by the rule's own form. */
async function readRule(
  req: Request,
  statutes: Statutes,
  key: RuleKey,
): Promise<{ key: RuleKey; value: unknown; errors: FieldError[] }> {
  const form = valueForm(key)
  const now = isRuleKey(statutes, key) ? getRule(statutes, key).value : undefined
  const sub = { body: typedFor(key, req.typed) as Typed }
  for (const check of form.checks(sub.body, now)) await check.run(sub)
  const errors = validationResult(sub)
    .formatWith(({ msg, ...error }) => {
      const [word = '', rest = ''] = String(msg).split('|')
      const message = req.t(word, Object.fromEntries(new URLSearchParams(rest)))
      return { field: error.type === 'field' ? fieldName(key, error.path) : undefined, message, check: true }
    })
    .array({ onlyFirstError: true })
  return { key, value: errors.length > 0 ? undefined : form.read(matchedData(sub), now), errors }
}

function noneChosen(req: Request, keys: readonly RuleKey[]): FieldError[] {
  return keys.length > 0 ? [] : [{ field: undefined, message: req.t('statutes_versions.choose_rules') }]
}

/** Rules that do not fit each other are a refusal like any other, in the words of the first that is wrong. */
function put<T>(req: Request, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof StatutesError)) throw error
    const [first] = problemLines(req, error.problems)
    throw new Refused('rules_do_not_fit', { problem: first?.text ?? '' })
  }
}

/** What was typed, to be sent back to the form as it is; the tokens are those of the new page. */
function typed(req: Request): { name: string; value: string }[] {
  return Object.entries(req.typed)
    .filter(([name]) => !name.startsWith('_') && name !== 'step')
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => ({ name, value: one })))
}

async function showSeveral(
  req: Request,
  res: Response,
  asked: unknown,
  shown: Partial<Again> = {},
): Promise<void> {
  const page = await severalPage(req, asked)
  const title = req.t('statutes_versions.several_heading')
  show(req, res, 'office/statutes/several', { title, layout: 'office', page, ...shown })
}
