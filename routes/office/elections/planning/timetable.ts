import type { NextFunction, Request, Response, Router } from 'express'
import { type AreaId, idOf } from '../../../../models/core/index.ts'
import { getArea } from '../../../../models/council/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { statutesOn } from '../../../../models/statutes/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'
import { dayFrom, paths, readerOf, requires, type Shown, shows, submits } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { callAgainPage, planPage } from '../../../../views/office/elections/index.ts'

/** The first sitting has the election's own fields. */
const FURTHER = [2, 3, 4] as const

type Further = (typeof FURTHER)[number]

export type Proposal = Shown & { days?: elections.ProposedDays }

const USUAL_HOURS = { opens_at: '11.00', closes_at: '14.00' }

export const timetableFields = [
  fields.date('polling_on', 'coming'),
  fields.text('place'),
  fields.time('opens_at'),
  fields.time('closes_at'),
  fields.choice('means', ['paper', 'booth', 'both']),
  furtherSitting(2),
  furtherSitting(3),
  furtherSitting(4),
] as const

const planForm = fields.form(
  fields.optionalDate('candidates_by', 'coming'),
  fields.optionalText('reason', fields.LONGEST.text),
  ...timetableFields,
)

const callAgainForm = fields.form(fields.date('candidates_by', 'coming'), ...timetableFields)

export function timetableRoutes(router: Router): void {
  router.get('/kontor/valg/:id/plan', requires('elections.plan'), shows(showPlan))
  router.post(
    '/kontor/valg/:id/plan',
    requires('elections.plan'),
    proposes(showPlan),
    submits(planForm, {
      act: (req, { candidates_by, reason, ...form }) =>
        elections.changeTimetable(req.db, officialOf(req), electionId(req), {
          ...timetableFrom(form),
          candidates_by,
          reason,
        }),
      again: showPlan,
      done: (_req, { id }) => paths.election(id),
      notice: 'elections.plan.done',
    }),
  )
  callAgainRoutes(router)
}

async function showPlan(req: ElectionRequest, res: Response, again: Proposal = {}): Promise<void> {
  const election = await electionOf(req)
  const { days, ...shown } = again
  const sittings = await elections.listSittings(req.db, election)
  showPage(req, res, 'planning/plan', planPage(readerOf(req), election, sittings, days), shown)
}

function callAgainRoutes(router: Router): void {
  router.get('/kontor/valg/:id/ny-indkaldelse', requires('elections.plan'), shows(showCallAgain))
  router.post(
    '/kontor/valg/:id/ny-indkaldelse',
    requires('elections.plan'),
    proposes(showCallAgain),
    submits(callAgainForm, {
      act: (req, { candidates_by, ...form }) =>
        elections.callAgain(req.db, officialOf(req), electionId(req), {
          ...timetableFrom(form),
          candidates_by,
        }),
      again: showCallAgain,
      done: (_req, { id }) => paths.election(id),
      notice: 'elections.call_again.done',
    }),
  )
}

async function showCallAgain(req: ElectionRequest, res: Response, again: Proposal = {}): Promise<void> {
  const election = await electionOf(req)
  const { days, ...shown } = again
  const sittings = await elections.listSittings(req.db, election)
  showPage(req, res, 'planning/call_again', callAgainPage(readerOf(req), election, sittings, days), shown)
}

/** Answers the button that only asks for the other dates. */
export function proposes<Req extends Request>(
  show: (req: Req, res: Response, again: Proposal) => Promise<void>,
) {
  return async (req: Req, res: Response, next: NextFunction): Promise<void> => {
    if (req.typed.propose === undefined) next()
    else await show(req, res, await proposal(req))
  }
}

/** Stores nothing. Hours and place that are typed stay; empty ones become those of the last vote at the place. */
async function proposal(req: Request): Promise<Proposal> {
  const { propose: _button, ...typed } = req.typed
  const read = Array.from({ length: elections.MOST_SITTINGS }, (_, index) => {
    const field = elections.sittingField(index, 'on')
    return { field, day: dayFrom(req, typed[field], 'coming') }
  }).flatMap(({ field, day }) => (day ? [{ field, day }] : []))
  const days = read.map(({ day }) => day).sort()
  const [first] = days
  const last = days.at(-1)
  if (!first || !last || read[0]?.field !== 'polling_on') {
    const error = { field: 'polling_on', message: req.t('invalid.no_such_day'), check: true }
    return { status: 422, errors: [error], values: typed }
  }
  const { statutes } = await statutesOn(req.db, last)
  const complaintDays = statutes.rules.complaintDays.value
  const proposed = elections.proposeDays({ first, last }, { today: req.clock.today(), complaintDays })
  const inFull = Object.fromEntries(read.map(({ field, day }) => [field, day]))
  const filled = { ...typed, ...inFull, candidates_by: proposed.candidatesBy }
  return { status: 200, errors: [], values: { ...filled, ...(await emptyFilled(req)) }, days: proposed }
}

async function emptyFilled(req: Request): Promise<Record<string, string>> {
  const { area_id: id } = req.typed
  const known = typeof id === 'string' && /^[1-9]\d{0,8}$/.test(id)
  const usual = known
    ? await elections.usualTimes(req.db, await getArea(req.db, idOf<AreaId>(Number(id))))
    : {}
  const entries = Object.entries({ ...USUAL_HOURS, ...usual })
  return Object.fromEntries(entries.filter(([field]) => ![req.typed[field] ?? ''].flat().join('').trim()))
}

/** An empty row is no sitting, and is not checked. */
function furtherSitting<Row extends Further>(row: Row) {
  const names = [on(row), opens(row), closes(row), place(row)]
  return fields.dependent(({ typed }: Request) =>
    names.every((name) => isEmpty(typed[name]))
      ? undefined
      : fields.form(
          fields.date(on(row), 'coming'),
          fields.time(opens(row)),
          fields.time(closes(row)),
          fields.optionalText(place(row)),
        ),
  )
}

/** A further sitting without a place is at the place of the first one. */
export function timetableFrom(typed: fields.ShapeOf<typeof timetableFields>) {
  const { polling_on, opens_at, closes_at, means } = typed
  const more = FURTHER.flatMap((row): Omit<elections.Sitting, 'number'>[] => {
    const held_on = typed[on(row)]
    if (held_on === undefined) return []
    const hours = { opens_at: typed[opens(row)] ?? '', closes_at: typed[closes(row)] ?? '' }
    return [{ held_on, ...hours, place: typed[place(row)] ?? typed.place }]
  })
  return { polling_on, place: typed.place, opens_at, closes_at, means, more }
}

function on<Row extends Further>(row: Row) {
  return `sitting_${row}_on` as const
}

function opens<Row extends Further>(row: Row) {
  return `sitting_${row}_opens` as const
}

function closes<Row extends Further>(row: Row) {
  return `sitting_${row}_closes` as const
}

function place<Row extends Further>(row: Row) {
  return `sitting_${row}_place` as const
}

function isEmpty(typed: string | string[] | undefined): boolean {
  return typed === undefined || [typed].flat().join('').trim() === ''
}
