import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express'
import { requires } from './access.ts'
import { paths } from '../../views/paths.ts'
import { showSignIn } from '../public/accounts/sign_in.ts'
import type { ResumePage } from '../../views/page_types.ts'
import { localAddress } from './return_address.ts'
import { show } from './views.ts'

export interface Resume {
  path: string
  fields: Record<string, string | string[]>
}

/** Never carried along: secrets, and what belongs to the session that is gone. */
const NOT_KEPT = new Set(['_csrf', 'current_password', 'password', 'password_again', 'kept'])

/** The words of a key slip are never stored, not even in a session. */
const KEY_SLIP = /^slip_\d+$/

/** A form sent after the session ran out is not lost: the sign-in page carries it along. */
export function keepFormOverSignIn(req: Request, res: Response, next: NextFunction): void {
  if (req.method === 'POST' && req.path === paths.signOut && !req.user) {
    // The session ended by itself before: that is what was asked for.
    res.redirect(303, paths.front)
    return
  }
  const sentToOffice =
    req.method === 'POST' && (req.path === paths.office || req.path.startsWith(`${paths.office}/`))
  if (!sentToOffice || req.user) {
    // Sent again: it need not wait any longer.
    if (sentToOffice && req.session.resume?.path === req.path) delete req.session.resume
    next()
    return
  }
  showSignIn(req, res, { status: 401 })
}

/** The form to carry along: from the sign-in page's own hidden field, or the very form that was just sent. */
export function resumeFrom(req: Request): Resume | undefined {
  if (req.method !== 'POST') return undefined
  // Nothing is left of a change of password without the passwords.
  if (req.path === paths.ownAccount) return undefined
  if (req.path !== paths.signIn) return { path: req.path, fields: sentFields(req) }
  return typeof req.typed.kept === 'string' ? parseKept(req.typed.kept) : undefined
}

/** The fields of a form that was just sent, without secrets. */
export function sentFields(req: Request): Resume['fields'] {
  const entries = Object.entries(req.typed).filter(
    ([name, value]) => value !== undefined && !NOT_KEPT.has(name) && !KEY_SLIP.test(name),
  )
  return Object.fromEntries(entries) as Resume['fields']
}

function parseKept(text: string): Resume | undefined {
  try {
    const kept = JSON.parse(text) as Partial<Resume>
    const { path, fields } = kept
    const inOffice = typeof path === 'string' && localAddress(path)?.startsWith(`${paths.office}/`) === true
    if (!inOffice || typeof fields !== 'object' || Object(fields) !== fields) return undefined
    return { path, fields: Object.fromEntries(Object.entries(fields).filter(isPlain)) }
  } catch {
    return undefined
  }
}

/** What a form can hold; anything else was not made by one of our pages. */
function isPlain(entry: [string, unknown]): entry is [string, string | string[]] {
  return [entry[1]].flat().every((text) => typeof text === 'string')
}

/** Shows a kept form with its values and a button that sends it again: nothing is stored before the person says so. */
export function resumeRoutes(): Router {
  const router = express.Router()
  router.get(paths.resume, requires('office.enter'), (req, res) => {
    const { resume } = req.session
    if (!resume) {
      res.redirect(303, paths.office)
      return
    }
    showResume(req, res, resume)
  })
  return router
}

/** A form from an earlier session has a token that no longer fits: it is shown for a second look instead of refused. */
export const resumeAfterBadToken: RequestHandler = (req, res) => {
  showResume(req, res, { path: req.path, fields: sentFields(req) }, { status: 403 })
}

/** Shows a form once more before it is sent: it waited for its sender to sign in, or it had control characters in it. */
export function showResume(
  req: Request,
  res: Response,
  resume: Resume,
  { status = 200, why }: { status?: number; why?: 'controls' } = {},
): void {
  const fields = Object.entries(resume.fields).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, text })),
  )
  const page: ResumePage = {
    heading: req.t(why === 'controls' ? 'resume.controls.heading' : 'resume.heading'),
    lead: req.t(why === 'controls' ? 'resume.controls.lead' : 'resume.lead'),
    action: resume.path,
    fields,
  }
  show(req, res, 'public/accounts/resume', {
    title: req.t('resume.title'),
    layout: 'office',
    status,
    page,
  })
}
