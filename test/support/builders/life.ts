import { changeAccount, getAccount, versionOf } from '../../../models/accounts/accounts.ts'
import { isoDate } from '../../../models/core/dates.ts'
import {
  type ElectionId,
  type MeetingId,
  type MembershipId,
  NO_ID,
  type NominationId,
  type PersonId,
} from '../../../models/core/ids.ts'
import { linkCandidacy } from '../../../models/elections/candidates/candidacies.ts'
import { recordReply } from '../../../models/renewal/nominations/replies.ts'
import { flagGround } from '../../../models/council/grounds/flags.ts'
import { endMembership } from '../../../models/council/leaving.ts'
import { startMembership } from '../../../models/council/memberships.ts'
import type { NewPersonForm } from '../../../models/people/people.ts'
import type { TestApp } from '../app.ts'
import type { CastName } from '../cast.ts'
import { aCountedElection, official } from './elections.ts'
import { aMeeting, marked } from './meetings.ts'
import { anAnswer, aNomination } from './nominations.ts'
import { certifies } from './outcomes.ts'
import { anOfficer, aPerson } from './register.ts'
import { remembered } from '../databases/remembered.ts'

/** What only the office and the person may read of `aLife`. */
export const PRIVATE = {
  address: 'Skjulte Stræde 7',
  email: 'jens@eksempel.example',
  reason: 'Er flyttet',
  note: 'Bad om ro',
  ground: 'Naboen siger det',
} as const

export interface Life {
  personId: PersonId
  membershipId: MembershipId
  electionId: ElectionId
  nominationId: NominationId
}

/**
 * Jens Ærø on 11 March 2026: chair and on the seat of Slotsgården until he left in June 2024 for a private reason; at
 * one of three meetings; named by an organisation that he said no to; and not elected at Perron 4.
 */
export const aLife = remembered(async function aLife(
  house: TestApp,
  given: Partial<NewPersonForm> = {},
): Promise<Life> {
  const { db, by } = house
  const personId = await aPerson(db, by, {
    ...{ name: 'Jens Ærø', email: PRIVATE.email, postal_address: PRIVATE.address, protected_address: true },
    ...given,
  })
  const membershipId = await aSeatUntil2024(house, personId)
  const nominationId = await aNomination(house, { seat: 'forsorg-hjemloese' })
  await anAnswer(house, nominationId, 'kfum-socialt-arbejde', personId)
  await recordReply(db, by, nominationId, {
    person_id: personId,
    reply: 'no',
    replied_on: isoDate('2026-01-14'),
  })
  const electionId = await aCountedElection(house)
  const standing = await db('candidacies').where({ election_id: electionId, name: 'Jens Ærø' }).first('id')
  await linkCandidacy(db, await official(house, 'signe'), electionId, standing?.id ?? NO_ID, personId)
  house.clock.set('2026-03-11')
  await certifies(house, electionId)
  return { personId, membershipId, electionId, nominationId }
})

async function aSeatUntil2024({ db, by }: TestApp, personId: PersonId): Promise<MembershipId> {
  const { id: membershipId } = await startMembership(db, by, 'slotsgaarden', {
    ...{ person_id: personId, starts_on: isoDate('2022-01-01'), seen: 0 },
  })
  const member = { name: 'Jens Ærø', personId, membershipId }
  await anOfficer(db, by, member, 'chair', isoDate('2022-02-01'))
  const house = { db, by }
  const days = ['2023-03-01', '2023-06-01', '2024-03-01']
  const meetings: MeetingId[] = []
  for (const held_on of days) meetings.push(await aMeeting(house, { held_on, title: `Møde ${held_on}` }))
  await marked(house, meetings[0] ?? NO_ID, 'present', [member])
  await marked(house, meetings[1] ?? NO_ID, 'left', [member])
  await flagGround(db, by, membershipId, {
    ...{ lost: 'residence', learned_on: isoDate('2024-01-05'), note: PRIVATE.ground },
  })
  await endMembership(db, by, membershipId, {
    ...{ ends_on: isoDate('2024-06-30'), end_reason: 'moved', end_note: PRIVATE.note, end_private: true },
  })
  return membershipId
}

/** Ties the account of one of the cast to a person in the register; null unties it. */
export async function tiedTo(house: TestApp, name: CastName, personId: PersonId | null): Promise<void> {
  const account = await getAccount(house.db, await house.accountOf(name))
  const seen = versionOf(account)
  await changeAccount(house.db, house.by, account.id, { ...account, personId, seen })
}
