import type { NextFunction, Request, Response, Router } from 'express'
import { type AreaId, NotFound } from '../../../models/core/index.ts'
import * as renewal from '../../../models/renewal/index.ts'
import { bundlePage, goPage, previewPage } from '../../../views/office/renewal/index.ts'
import { makeLetters } from '../../../views/paper/renewal/letters.ts'
import * as letters from '../../../views/paper/renewal/letter_text.ts'
import * as web from '../../web/index.ts'
import * as fields from '../../web/fields.ts'
import { senderOf } from './letters.ts'

type RenewalRequest = Request<{ years: string }>

const PLAN = '/kontor/fornyelse/:years/det-hele'
const LETTERS = '/kontor/fornyelse/:years/breve'

const goForm = fields.form(
  fields.chosenIds('areas', 'area'),
  fields.dependent(({ typed }: RenewalRequest) =>
    fields.form(...placeFields(typed).map((name) => fields.optionalText(name, fields.LONGEST.line))),
  ),
  fields.chosenIds('seats', 'seat'),
  fields.date('polling_on', 'coming'),
  fields.date('candidates_by', 'coming'),
  fields.time('opens_at'),
  fields.time('closes_at'),
  fields.date('answer_by', 'coming'),
  fields.optionalChoice('step', ['see', 'plan', 'change']),
)
function placeFields(typed: Request['typed']): string[] {
  return Object.keys(typed).filter((name) => /^place_\d+$/.test(name))
}

type GoForm = fields.FormOf<typeof goForm>

const bundleForm = fields.form(fields.choice('way', ['paper', 'email']), fields.wholeNumber('seen'))

/** All elections and all letters of a renewal: what is proposed, then what will be made, then the letters. */
export function oneGoRoutes(router: Router): void {
  router.get(PLAN, web.requires('renewal.write'), web.shows(showPlan))
  router.post(
    PLAN,
    web.requires('renewal.write'),
    async (req: RenewalRequest, res: Response, next: NextFunction) => {
      if (req.typed.step === 'change') await showPlan(req, res, { values: req.typed })
      else next()
    },
    web.submits(goForm, {
      act: (req: RenewalRequest, typed) => plan(req, typed),
      again: showPlan,
      answer: (req, res, { planned, typed }) => {
        if (typed.step !== 'plan') {
          const title = req.t('renewal.go.preview_heading')
          const page = previewPage(web.readerOf(req), req.params.years, planned, typed, req.typed)
          web.show(req, res, 'office/renewal/go_preview', { title, page })
          return
        }
        const asked = planned.seats.length > 0
        const both = asked ? 'renewal.go.done' : 'renewal.go.done_elections'
        req.session.notice = planned.elections.length > 0 ? both : 'renewal.go.done_letters'
        const { years } = req.params
        res.redirect(303, asked ? web.paths.renewalLetters(years) : web.paths.renewal(years))
      },
    }),
  )
  lettersRoutes(router)
}

async function plan(req: RenewalRequest, typed: GoForm) {
  const places = new Map(
    typed.areas.map((id): [AreaId, string] => [id, [req.typed[`place_${id}`] ?? ''].flat().join(' ')]),
  )
  const by = { ...web.byOf(req), user: web.userOf(req) }
  const how = typed.step === 'plan' ? 'do' : 'try'
  const planned = await renewal.planInOneGo(req.db, by, req.params.years, { ...typed, places }, how)
  return { planned, typed }
}

async function showPlan(req: RenewalRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const reader = web.readerOf(req)
  const found = await renewal.getRenewal(req.db, req.params.years)
  const page = goPage(reader, found, await renewal.whatToPlan(req.db, found, reader.today))
  web.show(req, res, 'office/renewal/go', { title: req.t('renewal.go.heading'), page, ...again })
}

function lettersRoutes(router: Router): void {
  router.get(LETTERS, web.requires('nominations.write'), web.shows(showLetters))
  router.get(
    `${LETTERS}/breve.pdf`,
    web.requires('nominations.write'),
    async (req: RenewalRequest, res: Response) => {
      const [t, council] = [web.translatorFor('da'), req.house.council.name]
      const texts = (await requestsOf(req)).map(({ text }) => text)
      if (texts.length === 0) throw new NotFound(`letters of the renewal ${req.params.years}`)
      const title = t('renewal.bundle.heading')
      const about = { t, lang: 'da', date: req.clock.today(), council, title } as const
      res
        .set('Cache-Control', 'no-store')
        .type('application/pdf')
        .send(await makeLetters(about, texts))
    },
  )
  router.post(
    LETTERS,
    web.requires('nominations.write'),
    web.submits(bundleForm, {
      act: (req: RenewalRequest, { way, seen }) => send(req, way, seen),
      again: showLetters,
      done: (req) => web.paths.renewal(req.params.years),
      notice: 'renewal.bundle.sent',
    }),
  )
}

async function send(req: RenewalRequest, way: 'paper' | 'email', seen: number): Promise<unknown> {
  const requests = await requestsOf(req)
  const by = web.byOf(req)
  if (way === 'paper') return renewal.recordAllPrinted(req.db, by, requests, seen)
  const mails = requests.map(({ bodyId, letter, text }) => {
    const message = { subject: text.subject, text: letters.plainLetter(text) }
    return { bodyId, letter, message }
  })
  return renewal.sendAllByEmail(req.db, by, req.house.mailer, mails, seen)
}

async function requestsOf(req: RenewalRequest) {
  const found = await renewal.getRenewal(req.db, req.params.years)
  const requests = await renewal.listRequestsToSend(req.db, found, req.clock.today())
  const sender = await senderOf(req)
  const t = web.translatorFor('da')
  return requests.map((one) => ({ ...one, text: letters.letterText(t, 'da', one.letter, sender) }))
}

async function showLetters(req: RenewalRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const requests = await requestsOf(req)
  const { years } = req.params
  const page = bundlePage(years, requests, req.house.mailer !== null)
  web.show(req, res, 'office/renewal/bundle', { title: req.t('renewal.bundle.heading'), page, ...again })
}
