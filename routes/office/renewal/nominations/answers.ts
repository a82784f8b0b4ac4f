import type { Request, Response, Router } from 'express'
import { body } from 'express-validator'
import { idOf, NotFound, type PersonId } from '../../../../models/core/index.ts'
import { listBodies } from '../../../../models/bodies/index.ts'
import { listPeople } from '../../../../models/council/index.ts'
import * as renewal from '../../../../models/renewal/index.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { answerPage, nobodyPage, nominationPage, replyPage } from '../../../../views/office/renewal/index.ts'

export type NominationRequest = Request<{ id: string }>
export const nominationId = web.idIn('nomination')

/** A person who is named already, another of the register (`known`), or a new one (`new`). */
const chosenNominee = fields.field<{ who: string }>(
  body('who')
    .isString()
    .withMessage('invalid.choose')
    .bail()
    .matches(/^(known|new|[1-9]\d{0,8})$/)
    .withMessage('invalid.choose'),
)

const answerForm = fields.form(
  fields.chosenId('body_id'),
  chosenNominee,
  fields.optionalId('person_id'),
  fields.optionalText('name', fields.LONGEST.name),
  fields.optionalText('phone'),
  fields.optionalEmail('email'),
  fields.optionalId('via', 'body'),
  fields.ticked('publish_name'),
  fields.ticked('another'),
  fields.text('given_by', fields.LONGEST.name),
  fields.date('answered_on', 'past'),
)

const nobodyForm = fields.form(
  fields.chosenId('body_id'),
  fields.text('given_by', fields.LONGEST.name),
  fields.date('answered_on', 'past'),
  fields.optionalText('note', fields.LONGEST.text),
)

const replyForm = fields.form(
  fields.chosenId('person_id'),
  fields.choice('reply', ['yes', 'no']),
  fields.date('replied_on', 'past'),
)

export function answerRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/svar'
  router.get(path, web.requires('nominations.write'), web.shows(showAnswer))
  router.post(
    path,
    web.requires('nominations.write'),
    web.submits(answerForm, {
      act: (req, typed) =>
        renewal.recordAnswer(req.db, web.byOf(req), nominationId(req), {
          ...typed,
          nominee: nomineeFrom(typed),
        }),
      again: showAnswer,
      done: (req) => web.paths.nomination(nominationId(req)),
      notice: 'nominations.answer_saved',
    }),
  )
  nobodyRoutes(router)
  replyRoutes(router)
}

function nobodyRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/ingen'
  router.get(path, web.requires('nominations.write'), web.shows(showNobody))
  router.post(
    path,
    web.requires('nominations.write'),
    web.submits(nobodyForm, {
      act: (req, refusal) => renewal.recordNobody(req.db, web.byOf(req), nominationId(req), refusal),
      again: showNobody,
      done: (req) => web.paths.nomination(nominationId(req)),
      notice: 'nominations.answer_saved',
    }),
  )
}

function replyRoutes(router: Router): void {
  const path = '/kontor/udpegninger/:id/samtykke'
  router.get(path, web.requires('nominations.write'), web.shows(showReply))
  router.post(
    path,
    web.requires('nominations.write'),
    web.submits(replyForm, {
      act: (req, reply) => renewal.recordReply(req.db, web.byOf(req), nominationId(req), reply),
      again: showReply,
      done: (req) => web.paths.nomination(nominationId(req)),
      notice: 'nominations.reply_saved',
    }),
  )
}

function nomineeFrom({
  who,
  person_id,
  publish_name,
  ...typed
}: fields.FormOf<typeof answerForm>): renewal.Nominee {
  if (who === 'known') return { known: person_id }
  if (who !== 'new') return { known: idOf<PersonId>(Number(who)) }
  const { name, phone, email, via, another } = typed
  return { name, phone, email, via, publishName: publish_name, another }
}

async function showAnswer(req: NominationRequest, res: Response, again?: web.Again): Promise<void> {
  await whileOpen(req, res, again, async (nomination) => {
    const reader = web.readerOf(req)
    const people = await listPeople(req.db, reader.today)
    const bodies = await listBodies(req.db, reader.today)
    const page = answerPage(reader, nomination, people, bodies, req.query.organisation)
    const title = req.t('nominations.answer_heading')
    web.show(req, res, 'office/renewal/nominations/answer', { title, page, ...again })
  })
}

async function showNobody(req: NominationRequest, res: Response, again?: web.Again): Promise<void> {
  await whileOpen(req, res, again, (nomination) => {
    const page = nobodyPage(web.readerOf(req), nomination, req.query.organisation)
    const title = req.t('nominations.nobody_heading')
    web.show(req, res, 'office/renewal/nominations/nobody', { title, page, ...again })
  })
}

async function showReply(req: NominationRequest, res: Response, again?: web.Again): Promise<void> {
  await whileOpen(req, res, again, (nomination) => {
    const wanted = req.query.person ?? req.typed.person_id
    const answer = nomination.answers.find(
      ({ counts, person_id }) => counts && (wanted === undefined || String(person_id) === wanted),
    )
    if (!answer) throw new NotFound('nominee')
    const page = replyPage(web.readerOf(req), nomination, answer)
    const title = req.t('nominations.reply_heading', { name: page.name })
    web.show(req, res, 'office/renewal/nominations/reply', { title, page, ...again })
  })
}

export async function showNomination(
  req: NominationRequest,
  res: Response,
  again: web.Shown = {},
): Promise<void> {
  const nomination = await renewal.getNomination(req.db, nominationId(req))
  const page = nominationPage(web.readerOf(req), nomination, await renewal.seatsElsewhere(req.db, nomination))
  const view = 'office/renewal/nominations/nomination'
  web.show(req, res, view, { title: page.seat, page, ...again })
}

/** Shows the nomination instead when its form is of no use any more, or not yet. */
export async function whileOpen(
  req: NominationRequest,
  res: Response,
  again: web.Again | undefined,
  showForm: (nomination: renewal.Nomination) => Promise<void> | void,
  isReady: (nomination: renewal.Nomination) => boolean = () => true,
): Promise<void> {
  const nomination = await renewal.getNomination(req.db, nominationId(req))
  if (nomination.status === 'open' && isReady(nomination)) await showForm(nomination)
  else if (again) await showNomination(req, res, again)
  else res.redirect(303, web.paths.nomination(nomination.id))
}
