import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listPublicElections } from '../../../models/elections/result/publication.ts'
import { nextPublicMeeting } from '../../../models/front/notices.ts'
import { publicCouncilOn, type PublicMember, type PublicSeat } from '../../../models/council/publication.ts'
import type { FrontPage, SeatCard, SeatedMember } from '../../../views/page_types.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import { listOffices } from '../../../models/statutes/versions.ts'
import { officeName } from '../../../views/partials/statutes/office_words.ts'
import { ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { anyone } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { asOf } from '../../../views/as_of.ts'
import { dateQuery } from '../../web/fields.ts'
import { paths } from '../../../views/paths.ts'
import { show, showKept } from '../../web/views.ts'
import { electionNotice } from '../../../views/partials/elections/election_notice.ts'
import { readerOf } from '../../web/reader.ts'
import { isOfOrganisations, isPlace } from '../../../models/rules/core/by_kind.ts'

/** The front page: the council on any day. A day that cannot be read keeps what was typed and shows today. */
export function frontRoutes(): Router {
  const router = express.Router()
  router.get(paths.front, anyone, dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const title = req.t('front.title')
    if (req.originalUrl === paths.front) {
      const key = req.clock.today()
      await showKept(req, res, 'public/front/front', {
        key,
        make: async () => ({ title, page: await frontPage(req, day) }),
      })
      return
    }
    show(req, res, 'public/front/front', { title, page: await frontPage(req, day), ...refused })
  })
  return router
}

async function frontPage(req: Request, asked: IsoDate | undefined): Promise<FrontPage> {
  const today = req.clock.today()
  const day = asked ?? today
  return req.answers.get(`front:${day}:${today}:${req.lang}`, () => compute(req, day, today))
}

async function compute(req: Request, day: IsoDate, today: IsoDate): Promise<FrontPage> {
  const { seats, term, assumed } = await publicCouncilOn(req.db, day)
  const offices = await listOffices(req.db)
  const card = (seat: PublicSeat) => seatCard(req, offices, seat)
  // The next polling day first: here people look for what comes.
  const elections = (await listPublicElections(req.db)).filter(({ over }) => !over).reverse()
  return {
    asOf: asOf(readerOf(req), paths.front, day),
    places: seats.filter(isPlace).map(card),
    organisations: seats.filter(isOfOrganisations).map(card),
    seatsFilled: seats.filter(({ member }) => member).length,
    term,
    nextMeeting: await nextPublicMeeting(req.db, today),
    elections: elections.map((election) => electionNotice(readerOf(req), election)),
    assumedRules: assumed.map(({ key, area }) => ruleTitle(req.t, key, area)),
  }
}

function seatCard(
  req: Request,
  offices: readonly Office[],
  { slug, area, member, vacancy }: PublicSeat,
): SeatCard {
  return { slug, area, member: member && seatedMember(req, offices, member), vacancy }
}

function seatedMember(
  req: Request,
  offices: readonly Office[],
  { electionId, office, ...member }: PublicMember,
): SeatedMember {
  return {
    ...member,
    office: office && officeName(req, offices, office),
    electionHref: electionId === null ? null : paths.publicElection(electionId),
  }
}
