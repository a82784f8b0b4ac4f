import { isoDate } from '../../../models/core/dates.ts'
import type { ElectionId, MembershipId, NominationId, PersonId } from '../../../models/core/ids.ts'
import { markMigrated } from '../../../models/core/ledger/beginning.ts'
import { settled } from '../../../models/core/jobs.ts'
import { openBox } from '../../../models/elections/box/opening.ts'
import { drawTie, prepareDraw } from '../../../models/elections/result/draws.ts'
import type { TestApp } from '../app.ts'
import { aBooth, anOpenBoothElection, anOpener, closed, PEOPLE } from './booth.ts'
import { aClosedElection, counts, DAYS, official } from './elections.ts'
import { aMeeting, marked } from './meetings.ts'
import { aNomination, anAnswer, anAppointment } from './nominations.ts'
import { aComplaint, certifies, decides, TIE, TIE_PAPERS, TWO } from './outcomes.ts'
import { aMember, anOfficer, aPerson } from './register.ts'

export interface Book {
  tie: ElectionId
  booth: ElectionId
  membershipId: MembershipId
  /** A person on no seat. */
  bystander: PersonId
  nominationId: NominationId
}

/** A house with something of everything that `npm run verify` looks at; all of it is under the log. */
export async function aBook(house: TestApp): Promise<Book> {
  const { db, by } = house
  const named = await aPerson(db, by, { name: 'Ellen Vang' })
  const member = await aMember(db, by, { seat: 'boligsocial', name: 'Niels Højgaard' })
  await anOfficer(db, by, member, 'chair', isoDate('2026-01-12'))
  const meeting = await aMeeting(house)
  await marked(house, meeting, 'present', [member])
  const nominationId = await aNomination(house, { seat: 'forsorg-hjemloese' })
  for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde'])
    await anAnswer(house, nominationId, body, named)
  await anAppointment(house, nominationId)
  const bystander = await aPerson(db, by, { name: 'Rosa Flint' })
  const tie = await aDrawnTie(house)
  const booth = await anOpenedBox(house)
  // Builders have set by hand what pages do not offer.
  await markMigrated(db, by, undefined)
  await house.as('signe')
  await settled(db)
  return { tie, booth, membershipId: member.membershipId, bystander, nominationId }
}

/** The two agree the second time, on a tie; the app draws the lot; after a complaint the papers are counted again. */
async function aDrawnTie(house: TestApp): Promise<ElectionId> {
  const id = await aClosedElection(house, { candidates: TWO, papers: TIE_PAPERS })
  await counts(house, id, 'bo', TIE)
  await counts(house, id, 'lis', { votes: [13, 15] })
  for (const name of ['bo', 'lis'] as const) await counts(house, id, name, TIE)
  const signe = await official(house, 'signe')
  await prepareDraw(house.db, signe, id, 'tie')
  await drawTie(house.db, signe, id, { words: 'tre blå kopper', witnesses: 'Dagmar Lind' })
  house.clock.set(DAYS.certified)
  await certifies(house, id)
  await decides(house, id, await aComplaint(house, id), 'recount')
  for (const name of ['bo', 'lis'] as const) await counts(house, id, name, TIE)
  await certifies(house, id)
  return id
}

async function anOpenedBox(house: TestApp): Promise<ElectionId> {
  house.clock.set('2026-01-15')
  const { id, slips } = await anOpenBoothElection(house, { area: 'cafe-rusfri' })
  const tablet = await aBooth(house, id)
  for (const name of ['Jens Ærø', 'Åse Wang', 'Jens Ærø']) await tablet.vote(name)
  await closed(house, id)
  const opener = await anOpener(house, id, slips)
  await openBox(house.db, await official(house, 'signe'), id, { opener, people: PEOPLE })
  house.clock.set(DAYS.certified)
  await certifies(house, id)
  return id
}
