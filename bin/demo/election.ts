import { addDays, type IsoDate } from '../../models/core/dates.ts'
import { type ElectionId, NO_ID } from '../../models/core/ids.ts'
import { getElection, type Election } from '../../models/elections/elections.ts'
import { callElection, planElection } from '../../models/elections/planning/planning.ts'
import type { TermRow } from '../../models/council/tables.ts'
import type { Deed } from './diary.ts'
import {
  certify,
  close,
  closeList,
  count,
  decideWithoutVote,
  drawLot,
  finish,
  getReady,
  open,
  stand,
  type PlannedElection,
} from './election_acts.ts'
import type { Setting } from './setting.ts'
import { keysOf } from '../../models/core/records.ts'

export interface ElectionPlan extends PlannedElection {
  term: TermRow
  pollingOn: IsoDate
  /** An election without candidates ends with its list, one without a contest needs no polling. */
  halt: Halt
}

type Run = (setting: Setting, plan: ElectionPlan, election: Election) => Promise<unknown>

interface Step {
  /** Days from the polling day, and the time in UTC. */
  day: number
  time: string
  run: Run
}

const CANDIDATES_DAYS_BEFORE = 8
const PLANNED_DAYS_BEFORE = 42

const STEPS = {
  called: {
    day: -37,
    time: '09:00',
    run: ({ db, staff }, _plan, { id }) => callElection(db, staff.secretary, id),
  },
  nominating: { day: -11, time: '10:00', run: stand },
  listed: { day: -7, time: '09:00', run: closeList },
  uncontested: { day: -6, time: '09:00', run: decideWithoutVote },
  ready: { day: -1, time: '13:00', run: getReady },
  polling: { day: 0, time: '11:00', run: open },
  closed: { day: 0, time: '14:30', run: close },
  counted_once: {
    day: 0,
    time: '14:50',
    run: (setting, plan, election) => count(setting, plan, election, 0),
  },
  counted: { day: 0, time: '14:55', run: (setting, plan, election) => count(setting, plan, election, 1) },
  lot_drawn: { day: 1, time: '09:00', run: drawLot },
  certified_once: {
    day: 1,
    time: '10:00',
    run: (setting, _plan, election) => certify(setting, election, setting.staff.secretary),
  },
  certified: {
    day: 1,
    time: '11:00',
    run: (setting, _plan, election) => certify(setting, election, setting.chair),
  },
  final: { day: 9, time: '09:00', run: finish },
} as const satisfies Record<string, Step>

export type Halt = 'planned' | keyof typeof STEPS

/** Every act up to the plan's halt, on the day on which people would do it. */
export function electionDeeds(setting: Setting, plan: ElectionPlan): Deed[] {
  let id: ElectionId = NO_ID
  const { pollingOn, halt } = plan
  const names = keysOf(STEPS)
  const taken = halt === 'planned' ? [] : names.slice(0, names.indexOf(halt) + 1)
  const planned: Deed = {
    at: addDays(pollingOn, -PLANNED_DAYS_BEFORE),
    run: async () => {
      id = await planIt(setting, plan)
    },
  }
  const later = taken.map((name) => {
    const { day, time, run }: Step = STEPS[name]
    return {
      at: `${addDays(pollingOn, day)}T${time}:00Z`,
      run: async () => run(setting, plan, await getElection(setting.db, setting.staff.secretary.user, id)),
    }
  })
  return [planned, ...later]
}

async function planIt({ db, staff, chair }: Setting, plan: ElectionPlan): Promise<ElectionId> {
  const { area, term, pollingOn } = plan
  const { id } = await planElection(db, staff.secretary, {
    area_id: area.id,
    term_id: term.id,
    polling_on: pollingOn,
    candidates_by: addDays(pollingOn, -CANDIDATES_DAYS_BEFORE),
    place: `${area.name}, spisestuen`,
    opens_at: '11.00',
    closes_at: '14.00',
    board: [staff.secretary.user.id, chair.user.id],
  })
  return id
}
