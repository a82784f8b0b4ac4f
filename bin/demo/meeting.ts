import { addDays, type IsoDate } from '../../models/core/dates.ts'
import { type MeetingId, NO_ID } from '../../models/core/ids.ts'
import { getAttendance, markAttendance } from '../../models/meetings/attendance.ts'
import { planMeeting } from '../../models/meetings/meetings.ts'
import { electOfficer } from '../../models/council/offices/offices.ts'
import { rosterOn } from '../../models/council/roster.ts'
import { officesOf } from '../../models/statutes/offices.ts'
import { latestStatutes } from '../../models/statutes/versions.ts'
import type { Deed } from './diary.ts'
import type { Setting } from './setting.ts'
import { openAccount, retire } from './staff.ts'

export interface MeetingPlan {
  heldOn: IsoDate
  title: string
  /** The number of a member who sent an apology; given for a meeting with attendance. */
  excused?: number
}

const PLANNED_DAYS_BEFORE = 20

/** Attendance is written for a meeting that has been held. */
export function meetingDeeds({ db, clock, staff }: Setting, plan: MeetingPlan): Deed[] {
  let id: MeetingId = NO_ID
  const { heldOn, title, excused } = plan
  const planned: Deed = {
    at: addDays(heldOn, -PLANNED_DAYS_BEFORE),
    run: async () => {
      const place = 'Laksetorvet, mødelokale C.2.25'
      id = (await planMeeting(db, staff.secretary, { title, held_on: heldOn, starts_at: '17.00', place })).id
    },
  }
  if (excused === undefined) return [planned]
  const attended: Deed = {
    at: `${heldOn}T16:05:00Z`,
    run: async () => {
      const { chairs } = await getAttendance(db, id)
      const members = chairs.flatMap(({ member }) => member ?? [])
      for (const [index, { membership_id }] of members.entries()) {
        const status = index === excused % members.length ? 'excused' : 'present'
        await markAttendance(db, { ...staff.secretary, clock }, id, { membership_id, status })
      }
    },
  }
  return [planned, attended]
}

/** Officers are elected at the first meeting. Each gets an account, and the former chair's is closed. */
export function officesDeed(setting: Setting, on: IsoDate): Deed {
  const { db, staff } = setting
  return {
    at: `${on}T16:30:00Z`,
    run: async () => {
      const { statutes } = await latestStatutes(db)
      const members = (await rosterOn(db, on)).flatMap(({ member }) => member ?? [])
      for (const [index, { key: office, leads, deputises }] of officesOf(statutes).entries()) {
        const member = members[index * 2]
        if (!member) continue
        const decision = { decided_on: on, decided_by: statutes.council.name }
        const term = { membership_id: member.id, starts_on: on }
        await electOfficer(db, staff.secretary, { office, ...term, ...decision })
        const role = leads || deputises ? ('chair' as const) : ('member' as const)
        const account = { name: member.person, role, personId: member.person_id }
        const official = await openAccount(setting, account)
        if (leads) setting.chair = official
      }
      const other = members.at(-1)
      if (other) await openAccount(setting, { name: other.person, role: 'member', personId: other.person_id })
      await retire(setting, staff.formerChair)
    },
  }
}
