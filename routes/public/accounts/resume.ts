import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express'
import { paths, readerOf, requires, show } from '../../web/index.ts'
import { showSignIn } from './sign_in.ts'
import { resumePage, type Reason } from '../../../views/public/accounts/resume.page.ts'
import { sentFields, type Resume } from './kept_form.ts'

/** A form sent after the session ran out is not lost: the sign-in page carries it along. */
export function keepFormOverSignIn(req: Request, res: Response, next: NextFunction): void {
  if (req.method === 'POST' && req.path === paths.signOut && !req.user) {
    // The session ended by itself before, which is what signing out asks for.
    res.redirect(303, paths.front)
    return
  }
  const sentToOffice =
    req.method === 'POST' && (req.path === paths.office || req.path.startsWith(`${paths.office}/`))
  if (!sentToOffice || req.user) {
    // The kept form has been sent again.
    if (sentToOffice && req.session.resume?.path === req.path) delete req.session.resume
    next()
    return
  }
  showSignIn(req, res, { status: 401 })
}

/** Nothing of a kept form is stored before the person sends it again. */
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

/** A form from an earlier session has an old token: it is shown for a second look instead of refused. */
export const resumeAfterBadToken: RequestHandler = (req, res) => {
  showResume(req, res, { path: req.path, fields: sentFields(req) }, { status: 403 })
}

export const resumeWithoutControls: RequestHandler = (req, res) => {
  showResume(req, res, { path: req.path, fields: sentFields(req) }, { status: 422, reason: 'controls' })
}

function showResume(
  req: Request,
  res: Response,
  resume: Resume,
  { status = 200, reason = 'session' }: { status?: number; reason?: Reason } = {},
): void {
  show(req, res, 'public/accounts/resume', {
    title: req.t('resume.title'),
    layout: 'office',
    status,
    page: resumePage(readerOf(req), resume, reason),
  })
}
