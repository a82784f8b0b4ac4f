import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { complaintDeadline } from '../../../models/rules/elections/complaint_period.ts'
import { openOffice } from '../../kit/council.ts'
import type { Plot } from '../renewal/first_council/plot.ts'
import { newestTerm } from '../renewal/first_council/scenario.ts'
import type { Scenario, Wishes } from '../../kit/play.ts'

export interface Town extends Plot {
  wishes: Wishes
}

interface ElectionScenario {
  name: string
  description: string
  /** Places with an election; one unless told otherwise. */
  places?: number
  /** The councils in which it is played; the usual one unless told otherwise. */
  statutesFiles?: readonly string[]
  play: (town: Town) => Promise<() => Promise<void>>
}

export function electionScenario({ places = 1, play, ...about }: ElectionScenario): Scenario {
  return {
    ...about,
    begins: (statutes) => daysOf(statutes).planned,
    play: async (house, journal, wishes) => {
      const term = newestTerm(house.statutes)
      return play({ ...(await openOffice(house, journal, { term, places })), wishes })
    },
  }
}

export interface Days {
  planned: IsoDate
  candidates: IsoDate
  listed: IsoDate
  polling: IsoDate
}

/** The polling day is two weeks after the municipal election in November. */
export function daysOf(statutes: Statutes): Days {
  return daysAround(addDays(newestTerm(statutes).municipalElectionOn, 14))
}

export function daysAround(polling: IsoDate): Days {
  return {
    planned: addDays(polling, -54),
    candidates: addDays(polling, -19),
    listed: addDays(polling, -9),
    polling,
  }
}

export function complaintsUntil({ house }: Town, { pollingOn }: { pollingOn: IsoDate }): IsoDate {
  return complaintDeadline(pollingOn, house.statutes.rules.complaintDays.value)
}
