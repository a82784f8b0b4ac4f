import { addDays, type IsoDate } from '../../../models/dates.ts'
import type { PlaceArea, Statutes } from '../../../models/rules/statutes.ts'
import { openAccounts } from '../first_council/accounts.ts'
import type { Plot } from '../first_council/plot.ts'
import { newestTerm } from '../first_council/scenario.ts'
import type { House } from '../house.ts'
import type { Journal } from '../journal.ts'
import { inventedNames } from '../names.ts'
import type { Scenario, Wishes } from '../play.ts'

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
    play: async (house, journal, wishes) => play(await openTown(house, journal, wishes, places)),
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

async function openTown(house: House, journal: Journal, wishes: Wishes, places: number): Promise<Town> {
  const { statutes } = house
  const elected = statutes.areas.filter((area): area is PlaceArea => area.kind === 'place').slice(0, places)
  const before = {
    house,
    journal,
    wishes,
    names: inventedNames(),
    term: newestTerm(statutes),
    places: elected,
    organisations: [],
    seated: new Map<string, string[]>(),
  }
  journal.heading(`${house.clock.today()}  ${statutes.council.name}: konti`)
  return { ...before, cast: await openAccounts(before) }
}

/** The last day on which somebody can complain. */
export function complaintsUntil({ house }: Town, { pollingOn }: { pollingOn: IsoDate }): IsoDate {
  return addDays(pollingOn, house.statutes.rules.complaintDays.value)
}
