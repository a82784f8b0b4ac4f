import { addDays, isoDate } from '../../../../models/core/dates.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { openOffice, seatEverybody } from '../../../kit/council.ts'
import type { Scenario } from '../../../kit/play.ts'
import type { Change } from './change.ts'
import { planMeeting } from './meeting.ts'
import { reconcile } from './reconciliation.ts'
import { letSuccessorIn, refusePast, uploadVersion } from './versions.ts'
import { isOfOrganisations } from '../../../../models/rules/core/by_kind.ts'

export const statutesChange: Scenario = {
  name: 'statutes-change-mid-term',
  description: 'Vedtægterne ændres midt i perioden, og en plads mister sin indstillende organisation',
  begins: (statutes) => addDays(ending(statutes).endsOn, -60),
  play: async (house, journal) => {
    const { area, body, successor, endsOn, term } = ending(house.statutes)
    const plot = await openOffice(house, journal, { term })
    const members = await seatEverybody(plot, term.startsOn)
    const change: Change = { plot, area, body, successor, endsOn, from: addDays(endsOn, 1), members }
    const before = await planMeeting(change)
    await refusePast(change)
    await uploadVersion(change)
    const after = await planMeeting(change)
    house.clock.set(change.from)
    await letSuccessorIn(change)
    return () => reconcile(change, { before, after })
  },
}

/** The organisation that is alone about a seat, has a successor, and ends before the term does. */
function ending({ areas, terms }: Statutes) {
  for (const area of areas) {
    const [body, ...others] = area.bodies
    if (!isOfOrganisations(area) || !body?.activeUntil || !body.successor || others.length > 0) continue
    const { activeUntil } = body
    const term = terms.find(({ startsOn, endsOn }) => startsOn <= activeUntil && activeUntil < endsOn)
    if (term) {
      const { name, successor } = body
      return { area, body: name, successor: successor.name, endsOn: isoDate(activeUntil), term }
    }
  }
  throw new Error('vedtægterne har ingen organisation, der slutter midt i en periode')
}
