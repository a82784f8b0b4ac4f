import { certifyResult } from '../../../models/elections/result/certification.ts'
import { isoDate } from '../../../models/core/dates.ts'
import { decideComplaint, registerComplaint } from '../../../models/elections/complaints/complaints.ts'
import { getAnyElection } from '../../../models/elections/elections.ts'
import {
  beginInvestigation,
  signFindings,
  writeFindings,
} from '../../../models/elections/investigation/investigating.ts'
import { getResult } from '../../../models/elections/result/loading.ts'
import { paths } from '../../../views/paths.ts'
import type { TestApp } from '../app.ts'
import type { CastName } from '../cast.ts'
import {
  aCountedElection,
  DAYS,
  official,
  PAPERS,
  type Figures,
  type Given,
  type Papers,
} from './elections.ts'
import { type ComplaintId, type ElectionId, NO_ID } from '../../../models/core/ids.ts'
import { remembered } from '../databases/remembered.ts'

export const TWO = ['Birthe Toft', 'Carlo Mose'] as const
export const TIE: Figures = { votes: [14, 14] }
export const TIE_PAPERS: Papers = { ...PAPERS, handed_out: 28, unused: 32 }

export const certifies = remembered(async function certifies(
  house: TestApp,
  id: ElectionId,
  board: readonly CastName[] = ['signe', 'vera'],
): Promise<void> {
  for (const name of board) {
    const { hash } = await getResult(house.db, await getAnyElection(house.db, id))
    await certifyResult(house.db, await official(house, name), id, hash)
  }
})

/** A counted election that Signe and Vera certify the day after: Anker Bro is elected. */
export const aCertifiedElection = remembered(async function aCertifiedElection(
  house: TestApp,
  given: Given & { papers?: Papers; figures?: Figures } = {},
): Promise<ElectionId> {
  const id = await aCountedElection(house, given)
  house.clock.set(DAYS.certified)
  await certifies(house, id)
  return id
})

export const aTie = remembered(async function aTie(house: TestApp): Promise<ElectionId> {
  return aCountedElection(house, { candidates: TWO, papers: TIE_PAPERS, figures: TIE })
})

/** A complaint of today; returns its number in the database. */
export const aComplaint = remembered(async function aComplaint(
  house: TestApp,
  id: ElectionId,
  text = 'Der var intet gardin.',
): Promise<ComplaintId> {
  await registerComplaint(house.db, await official(house, 'signe'), id, {
    received_on: house.clock.today(),
    received_by: 'Signe Holm',
    complainant: 'En bruger på Perron 4',
    text,
  })
  const row = await house.db('complaints').where({ election_id: id }).orderBy('id', 'desc').first('id')
  return row?.id ?? NO_ID
})

export async function decides(
  house: TestApp,
  id: ElectionId,
  complaint: ComplaintId,
  outcome: 'dismissed' | 'recount' | 'annulled',
  change: Record<string, string> = {},
) {
  const signe = await house.as('signe')
  const page = await signe.get(paths.complaint(id, complaint))
  const [year = '', month = '', day = ''] = house.clock.today().split('-')
  return signe.submit(page, {
    outcome,
    decided_by: 'Valgbestyrelsen',
    decided_on: `${day}-${month}-${year}`,
    reason: 'Klagen er behandlet.',
    sure: 'ja',
    ...change,
  })
}

/** A complaint that is upheld: the ballots are counted anew. */
export const aRecountDecided = remembered(async function aRecountDecided(
  house: TestApp,
  id: ElectionId,
): Promise<void> {
  const complaint = await aComplaint(house, id)
  await decideComplaint(house.db, await official(house, 'signe'), id, complaint, {
    ...{ outcome: 'recount', decided_by: 'Valgbestyrelsen', reason: 'Der var tvivl.' },
    decided_on: isoDate(house.clock.today()),
  })
})

/** Signe and Vera of the board look into the count, and sign what came of it. */
export const anInvestigation = remembered(async function anInvestigation(
  house: TestApp,
  id: ElectionId,
  figures: 'kept' | 'new' = 'new',
): Promise<void> {
  const signe = await official(house, 'signe')
  await beginInvestigation(house.db, signe, id, { reason: 'En bunke lå i skabet.' })
  await writeFindings(house.db, signe, id, { findings: 'Bunken var glemt.', figures })
  await signFindings(house.db, await official(house, 'vera'), id)
})
