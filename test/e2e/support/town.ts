import { fillCouncil } from '../../../bin/demo/council.ts'
import type { Deed } from '../../../bin/demo/diary.ts'
import { electionDeeds, type ElectionPlan } from '../../../bin/demo/election.ts'
import { nominationDeeds } from '../../../bin/demo/nomination.ts'
import { byElection, type Plot } from '../../../bin/demo/seats.ts'
import type { House } from '../../../rehearsal/kit/house.ts'
import { addDays } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { listAreas } from '../../../models/council/areas.ts'
import { listTerms } from '../../../models/council/terms.ts'
import { listStanding } from '../../../models/elections/candidates/candidates.ts'
import { signIncident } from '../../../models/elections/incidents/answering.ts'
import { recordIncident } from '../../../models/elections/incidents/recording.ts'
import { handOutPaper } from '../../../models/elections/polling/tallies.ts'
import type { Official } from '../../../models/elections/reach.ts'
import type { AreaRow } from '../../../models/bodies/tables.ts'
import type { TermRow } from '../../../models/council/tables.ts'
import { aNamedRoll } from '../../support/builders/roll.ts'
import { NO_ID } from '../../../models/core/ids.ts'

/** The demonstration's council: halted elections and waiting nominations lie in earlier terms and leave it as it is. */
export async function aTown({ db, clock, keys }: House): Promise<Plot> {
  const today = clock.today()
  clock.set('2017-08-01')
  const plot = await fillCouncil({ db, clock, keys }, today, async (plot) => {
    const [first, second] = (await listTerms(db)) as [TermRow, TermRow]
    const areas = (await listAreas(db)).filter(({ kind }) => kind === 'place')
    const [perron, cafe, slot, hus] = areas as [AreaRow, AreaRow, AreaRow, AreaRow]
    return [
      ...contest(plot, { area: perron, term: first, halt: 'certified' }, [9, 4]),
      ...contest(plot, { area: cafe, term: first, halt: 'counted' }, [7, 7, 2]),
      ...contest(plot, { area: slot, term: first, halt: 'listed' }, []),
      ...contest(plot, { area: hus, term: first, halt: 'uncontested' }, [0]),
      ...contest(plot, { area: perron, term: second, halt: 'planned' }, []),
      ...contest(plot, { area: cafe, term: second, halt: 'nominating' }, [3, 5]),
      ...contest(plot, { area: slot, term: second, halt: 'polling' }, [3, 5, 4]),
      ...contest(plot, { area: hus, term: second, halt: 'counted', countsDiffer: true }, [8, 5, 4]),
      ...byElection(plot, cafe, addDays(today, -3), 'certified_once'),
      ...byElection(plot, hus, today, 'listed'),
      ...letter(plot, second, 'boligsocial', 1),
      ...letter(plot, second, 'forsorg-hjemloese', 2),
    ]
  })
  const standing = await db('elections').where({ status: 'nominating' }).first('id')
  await aNamedRoll(db, plot.staff.secretary, standing?.id ?? NO_ID)
  await misspelt(db, plot.staff.secretary, plot.staff.formerChair)
  return plot
}

/** Where people vote, one paper is given out, and then somebody sees that a name is wrong. */
async function misspelt(db: Db, by: Official, second: Official): Promise<void> {
  const polling = await db('elections').where({ status: 'polling' }).first('id')
  const id = polling?.id ?? NO_ID
  await handOutPaper(db, by, id)
  const [first, other, third] = await listStanding(db, id)
  const written = { because: 'misspelt', misled: false, learnt_on: by.clock.today() } as const
  const reason = 'Et bogstav mangler i navnet.'
  const { incident } = await recordIncident(db, by, id, {
    ...{ ...written, candidacy: first?.id ?? NO_ID, known: 0, reason },
  })
  await signIncident(db, second, id, incident)
  // Two more wait for the second signature: that of the other one, and that of the secretary.
  await recordIncident(db, by, id, { ...written, candidacy: other?.id ?? NO_ID, known: 1, reason })
  await recordIncident(db, second, id, { ...written, candidacy: third?.id ?? NO_ID, known: 2, reason })
}

type Contest = Pick<ElectionPlan, 'area' | 'term' | 'halt' | 'countsDiffer'>

function contest(plot: Plot, plan: Contest, votes: readonly number[]): Deed[] {
  const pollingOn = addDays(plan.term.municipal_election_on, 14)
  const candidates = votes.map((each) => [plot.names.next().value, each] as const)
  return electionDeeds(plot, { ...plan, pollingOn, candidates })
}

function letter(plot: Plot, term: TermRow, slug: string, proposed: number): Deed[] {
  const seat = plot.seats.find((one) => one.slug === slug)
  if (!seat) throw new Error(`there is no seat ${slug}`)
  const names = Array.from({ length: proposed }, () => plot.names.next().value)
  return nominationDeeds(plot, {
    seat,
    term,
    askedOn: addDays(term.municipal_election_on, 2),
    names,
    halt: 'answered',
  })
}
