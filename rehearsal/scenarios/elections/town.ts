import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { openOffice } from '../../kit/council.ts'
import type { Plot } from '../renewal/first_council/plot.ts'
import { newestTerm } from '../renewal/first_council/scenario.ts'
import type { Scenario, Wishes } from '../../kit/play.ts'

/** A council with its accounts, where elections are held at one place or two. */
export interface Town extends Plot {
  wishes: Wishes
}

interface ElectionScenario {
  name: string
  description: string
  /** How many places have an election; one unless told otherwise. */
  places?: number
  /** Plays everything, and gives what holds the book against what should have come of it. */
  play: (town: Town) => Promise<() => Promise<void>>
}

/** A scenario of one election or two, from the plan to the end, in the new term's autumn. */
export function electionScenario({ name, description, places = 1, play }: ElectionScenario): Scenario {
  return {
    name,
    description,
    begins: (statutes) => daysOf(statutes).planned,
    play: async (house, journal, wishes) => {
      const term = newestTerm(house.statutes)
      return play({ ...(await openOffice(house, journal, { term, places })), wishes })
    },
  }
}

/** The days of an election, worked out from its polling day. */
export interface Days {
  planned: IsoDate
  candidates: IsoDate
  listed: IsoDate
  polling: IsoDate
}

/** An election two weeks after the municipal election in November. */
export function daysOf(statutes: Statutes): Days {
  return daysAround(addDays(newestTerm(statutes).municipalElectionOn, 14))
}

/** The same for another polling day. */
export function daysAround(polling: IsoDate): Days {
  return {
    planned: addDays(polling, -54),
    candidates: addDays(polling, -19),
    listed: addDays(polling, -9),
    polling,
  }
}

/** The last day on which somebody can complain. */
export function complaintsUntil({ house }: Town, { pollingOn }: { pollingOn: IsoDate }): IsoDate {
  return addDays(pollingOn, house.statutes.rules.complaintDays.value)
}
