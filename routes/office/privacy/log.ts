import express, { type Request, type Response, type Router } from 'express'
import { auditHead, listEvents, verifyChain, type ChainCheck } from '../../../models/core/audit.ts'
import { nameSubjects, type SubjectName } from '../../../models/privacy/log_subjects.ts'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { RuleKey } from '../../../models/statutes/document.ts'
import type { AuditEventRow } from '../../../models/core/tables.ts'
import { officeName } from '../../../views/partials/statutes/office_words.ts'
import { ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { requires } from '../../web/access.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'

const LINES = 50

/** office/accounts/audit: the log, newest first. */
export interface AuditPage {
  /** Walked anew on the first page; the older pages do not repeat it. */
  chain: ChainCheck | null
  events: AuditLine[]
  newerHref: string | null
  olderHref: string | null
}

export interface AuditLine {
  sequence: number
  day: IsoDate
  actor: string
  sentence: string
  subject: string | null
  hash: string
  previous_hash: string
  /** What the hash was made of besides what is shown, as it is stored. */
  details: string
}

/** The log of every official act, and whether its chain is whole. */
export function auditRoutes(): Router {
  const router = express.Router()
  router.get(paths.audit, requires('audit.read'), async (req: Request, res: Response) => {
    const asked = req.query.til
    const page = await auditPage(req, typeof asked === 'string' ? idFrom(asked) : undefined)
    show(req, res, 'office/privacy/log', { title: req.t('audit.heading'), layout: 'office', page })
  })
  return router
}

async function auditPage(req: Request, asked: number | undefined): Promise<AuditPage> {
  const chain = asked === undefined ? await verifyChain(req.db) : null
  const newest = (await auditHead(req.db)).sequence
  const upTo = asked ?? newest
  const events = await listEvents(req.db, upTo, LINES)
  const names = await nameSubjects(
    req.db,
    events.map(({ subject }) => subject),
  )
  const newer = Math.min(upTo + LINES, newest)
  const oldest = events.at(-1)?.sequence ?? 0
  return {
    chain,
    events: events.map((event) => auditLine(req, event, names.get(event.subject))),
    newerHref: upTo >= newest ? null : pageHref(newer, newest),
    olderHref: oldest > 1 ? pageHref(oldest - 1, newest) : null,
  }
}

function pageHref(upTo: number, newest: number): string {
  return upTo >= newest ? paths.audit : `${paths.audit}?til=${upTo}`
}

function auditLine(req: Request, event: AuditEventRow, subject: SubjectName | undefined): AuditLine {
  const { sequence, day, actor, action, hash, previous_hash, details } = event
  const sentence = req.t(`audit.actions.${action}`)
  return { sequence, day, actor, sentence, subject: subjectText(req, subject), hash, previous_hash, details }
}

/** What a line was done to, in words; null where it has no name here. */
export function subjectText(req: Request, subject: SubjectName | undefined): string | null {
  if (!subject) return null
  const { kind, name, seat = '', office, area, day } = subject
  const isRule = kind === 'statutes' && name !== ''
  return req.t(`audit.subjects.${isRule ? 'rule' : kind}`, {
    name: isRule ? ruleTitle(req.t, name as RuleKey, area) : name,
    seat,
    office: office ? officeName(req, [office], office.key) : '',
    day: day ? formatDate(day, req.lang) : '',
  })
}
