import { addDays } from '../../../models/core/dates.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { paths } from '../../../views/paths.ts'
import { leaveSeat, openOffice, reconcileLog } from '../../kit/council.ts'
import type { Scenario } from '../../kit/play.ts'
import { appoint, askOrganisations, writeAnswers } from './first_council/appointments.ts'
import { closeList, planElections, takeCandidates } from './first_council/elections.ts'
import { planMeeting } from './first_council/meeting.ts'
import { expectText, nextDay, step, t, type Plot } from './first_council/plot.ts'
import { newestTerm } from './first_council/scenario.ts'
import { beginRenewal, expectFilled, holdElections, yearsIn } from './setup.ts'

/** Days into the term on which the book is begun, far beyond the half year that a renewal in time is asked for. */
const BEGUN = 332

/** The council is renewed in the first year of its term, and the front page asks for it to the end. */
export const lateRenewal: Scenario = {
  name: 'late-renewal',
  description: 'Fornyelsen begynder elleve måneder for sent, og forsiden husker den til det sidste',
  begins: (statutes) => addDays(newestTerm(statutes).startsOn, BEGUN),
  play: async (house, journal) => {
    const plot = await openOffice(house, journal, { term: newestTerm(house.statutes), places: 99 })
    const begunOn = house.clock.today()
    await beginRenewal(plot)
    await expectOnFront(plot, t('tasks.renewal_plan.text', { count: plot.places.length, term: dashed(plot) }))
    nextDay(plot, addDays(begunOn, 40), 'Ingen har gjort noget')
    await expectOnFront(plot, t('tasks.renewal_late_begun.button'))
    const nominations = await askOrganisations(plot, house.clock.today(), plot.names.next().value)
    for (const nomination of nominations) nomination.isKnown = false
    const pollingOn = addDays(begunOn, 68)
    const contests = await planElections(plot, pollingOn)
    for (const contest of contests) await takeCandidates(plot, contest)
    nextDay(plot, addDays(begunOn, 60), 'Listerne godkendes, og organisationerne svarer')
    for (const contest of contests) await closeList(plot, contest)
    for (const nomination of nominations) await writeAnswers(plot, nomination)
    for (const nomination of nominations) await appoint(plot, nomination, house.clock.today())
    await holdElections(plot, contests, pollingOn)
    const elected = contests.flatMap((contest) => contest.elected)
    const filled = elected.length + nominations.length
    await expectFilled(plot, filled)
    await planMeeting(plot, addDays(pollingOn, 20))
    nextDay(plot, addDays(pollingOn, 10), 'Et nyt medlem stopper igen')
    const { area, elected: own } = contests[0] ?? { area: plot.places[0], elected: [] }
    const name = own[0] ?? ''
    await leaveSeat(plot, { seat: area?.key ?? '', name, on: house.clock.today() })
    nextDay(plot, addDays(pollingOn, 15), 'Pladsen er ledig, og fornyelsen er ikke forsinket af den')
    const board = await expectFilled(plot, filled - 1)
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      const now = await rosterOn(house.db, house.clock.today())
      journal.reconcile('Besatte pladser', filled - 1, now.filter(({ member }) => member).length)
      const row = board.texts('.board-seat').find((text) => text.includes(name)) ?? ''
      journal.reconcile('Den sidste på pladsen', name, row.includes(name) ? name : row)
      journal.reconcile('Trin over fristen', 0, board.texts('.board-late').length)
      await reconcileLog(plot)
    }
  },
}

function dashed(plot: Plot): string {
  return yearsIn(plot).replace('-', '–')
}

async function expectOnFront(plot: Plot, text: string): Promise<void> {
  const { secretary } = plot.cast
  await step(plot, secretary, 'læser på forsiden, hvad der venter i fornyelsen', async () => {
    const front = await secretary.open(paths.office)
    expectText(front, text)
    return front.texts('main h3, main li strong').join(' · ')
  })
}
