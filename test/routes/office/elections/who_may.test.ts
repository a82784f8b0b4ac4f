import { expect } from 'chai'
import { recordFrom } from '../../../../models/core/records.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { nameHolders } from '../../../../models/elections/box/custody/naming.ts'
import { takeSlip, copySlip } from '../../../../models/elections/box/custody/taking.ts'
import { keyHere, slipHere } from '../../../../models/elections/box/hands.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { checkDifference, EXPLANATIONS } from '../../../../models/elections/count/differences.ts'
import { recordIncident } from '../../../../models/elections/incidents/recording.ts'
import {
  beginInvestigation,
  writeFindings,
} from '../../../../models/elections/investigation/investigating.ts'
import { handOutPaper } from '../../../../models/elections/polling/tallies.ts'
import { certifyResult } from '../../../../models/elections/result/certification.ts'
import { getResult } from '../../../../models/elections/result/loading.ts'
import { recordLot } from '../../../../models/elections/result/lots.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import { DUTY_OF } from '../../../../models/elections/who_may.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import {
  aClosedElection,
  aCountedElection,
  aListedElection,
  anOpenElection,
  counts,
  FIGURES,
  type Given,
  official,
} from '../../../support/builders/elections.ts'
import { CAST, type CastName } from '../../../support/cast.ts'

interface Case {
  /** Leads to the page on which the reader is refused. */
  path: (house: TestApp) => Promise<string>
  reader: CastName
  /** Those who may instead. */
  may: CastName[]
}

const BOARD: CastName[] = ['signe', 'vera']
const WITH_BO = { board: ['signe', 'vera', 'bo'] } as const satisfies Given
const TIE = { votes: [10, 10, 9], blank: 1, invalid: 1 }
const ONE_MOVED = { ...FIGURES, votes: [13, 11, 5] }

/** One for each refusal that is about who the reader is. */
const CASES = {
  not_on_board: {
    reader: 'bo',
    may: BOARD,
    path: async (house) => paths.certification(await aCountedElection(house)),
  },
  entered_a_count: {
    ...{ reader: 'bo', may: BOARD },
    path: async (house) => paths.certification(await aCountedElection(house, WITH_BO)),
  },
  already_certified: {
    ...{ reader: 'signe', may: ['vera'] },
    path: async (house) => {
      const id = await aCountedElection(house)
      const { hash } = await getResult(house.db, await getAnyElection(house.db, id))
      await certifyResult(house.db, await official(house, 'signe'), id, hash)
      return paths.certification(id)
    },
  },
  already_counted: {
    ...{ reader: 'bo', may: ['lis'] },
    path: async (house) => {
      const id = await aClosedElection(house)
      await counts(house, id, 'bo')
      return paths.count(id)
    },
  },
  lot_by_board: {
    ...{ reader: 'bo', may: BOARD },
    path: async (house) => paths.lot(await aCountedElection(house, { figures: TIE })),
  },
  lot_unconfirmed: {
    ...{ reader: 'signe', may: ['vera'] },
    path: async (house) => {
      const id = await aCountedElection(house, { figures: TIE })
      const { among } = await getResult(house.db, await getAnyElection(house.db, id))
      const called = [await house.accountOf('vera')]
      const lot = {
        among,
        chosen: among.slice(0, 1),
        method: 'slips',
        witnesses: 'To brugere',
        called,
      } as const
      await recordLot(house.db, await official(house, 'bo'), id, { ...lot, chosen: [...lot.chosen] })
      return paths.certification(id)
    },
  },
  keeper_not_on_board: {
    reader: 'bo',
    may: BOARD,
    path: async (house) => paths.difference(await differs(house)),
  },
  keeper_counted: {
    reader: 'bo',
    may: BOARD,
    path: async (house) => paths.difference(await differs(house, WITH_BO)),
  },
  investigator_not_on_board: {
    ...{ reader: 'bo', may: BOARD },
    path: async (house) => paths.investigation(await aCountedElection(house)),
  },
  signer_counted: {
    ...{ reader: 'bo', may: BOARD },
    path: async (house) => {
      const id = await aCountedElection(house, WITH_BO)
      await beginInvestigation(house.db, await official(house, 'bo'), id, { reason: 'En bunke lå i skabet.' })
      return paths.investigation(id)
    },
  },
  already_signed: {
    ...{ reader: 'signe', may: ['vera'] },
    path: async (house) => {
      const id = await aCountedElection(house)
      const signe = await official(house, 'signe')
      await beginInvestigation(house.db, signe, id, { reason: 'En bunke lå i skabet.' })
      await writeFindings(house.db, signe, id, { findings: 'Den var talt med.', figures: 'kept' })
      return paths.investigation(id)
    },
  },
  reopening_by_board: {
    ...{ reader: 'bo', may: BOARD },
    path: async (house) => paths.listReopening(await aListedElection(house)),
  },
  incident_by_board: {
    reader: 'bo',
    may: BOARD,
    path: async (house) => paths.incidents(await voting(house)),
  },
  incident_by_candidate: {
    ...{ reader: 'vera', may: ['signe'] },
    path: async (house) => {
      const id = await voting(house)
      const [first] = await listStanding(house.db, id)
      await house.db('candidacies').where({ id: first!.id }).update({ name: CAST.vera.name })
      return paths.incidents(id)
    },
  },
  incident_own: {
    ...{ reader: 'signe', may: ['vera'] },
    path: async (house) => {
      const id = await voting(house)
      const [first] = await listStanding(house.db, id)
      const what = {
        because: 'died',
        reason: 'Hans søster ringede.',
        learnt_on: house.clock.today(),
      } as const
      const by = await official(house, 'signe')
      const { incident } = await recordIncident(house.db, by, id, { ...what, known: 0, candidacy: first!.id })
      return paths.incident(id, incident)
    },
  },
  slips_seen_enough: {
    ...{ reader: 'signe', may: ['bo', 'lis'] },
    path: async (house) => {
      const id = await withSlips(house)
      const by = await official(house, 'signe')
      const { key } = await takeSlip(house.db, by, id, 1, slipHere)
      await copySlip(house.db, by, id, { number: 1, key }, keyHere)
      return paths.keySlip(id, 2)
    },
  },
  slip_trial_by_maker: {
    ...{ reader: 'signe', may: ['bo', 'lis'] },
    path: async (house) => {
      const id = await withSlips(house)
      const signe = await official(house, 'signe')
      const [bo, lis] = [await official(house, 'bo'), await official(house, 'lis')]
      for (const [number, by] of [
        [1, signe],
        [2, bo],
        [3, lis],
      ] as const) {
        const { key } = await takeSlip(house.db, by, id, number, slipHere)
        await copySlip(house.db, by, id, { number, key }, keyHere)
      }
      return paths.keySlip(id, 2)
    },
  },
} satisfies Record<keyof typeof DUTY_OF, Case>

async function differs(house: TestApp, given: Given = {}): Promise<ElectionId> {
  const id = await aClosedElection(house, given)
  await counts(house, id, 'bo')
  await counts(house, id, 'lis', ONE_MOVED)
  const answers = recordFrom(EXPLANATIONS, () => false)
  await checkDifference(house.db, await official(house, 'lis'), id, { round: 1, answers })
  return id
}

/** Somebody may have voted. */
async function voting(house: TestApp): Promise<ElectionId> {
  const id = await anOpenElection(house)
  await handOutPaper(house.db, await official(house, 'signe'), id)
  return id
}

/** Three slips on paper, named by Signe, of which she holds the first herself. */
async function withSlips(house: TestApp): Promise<ElectionId> {
  const id = await aListedElection(house)
  await house.db('elections').where({ id }).update({ means: 'booth' })
  const signe = await official(house, 'signe')
  const holders = [{ account: signe.user.id }, { name: 'Alma Dam' }, { name: 'Ejnar Fugl' }]
  await nameHolders(house.db, signe, id, { holders })
  return id
}

describe('Where somebody may not act, the page says who may', () => {
  for (const [reason, { path, reader, may }] of Object.entries<Case>(CASES))
    it(`${reason}: by name, with telephone and e-mail`, async () => {
      const house = await anApp()
      for (const name of ['signe', 'vera', 'bo', 'lis', 'kaj'] as const) await house.accountOf(name)
      const at = await path(house)
      const page = await (await house.as(reader)).get(at)
      expect(page.texts('.who-may li')).to.deep.equal(
        may.map((name) => `${CAST[name].name}: ${phoneOf(name)}, ${CAST[name].email}`).sort(),
      )
      expect(page.$(`.who-may a[href="tel:${phoneOf(may[0]!).replace(/\s/g, '')}"]`).length).to.equal(1)
      expect(page.text).not.to.include('Kaj Bang')
      for (const name of may) {
        const other = await (await house.as(name)).get(at)
        expect(other.texts('.who-may li').join(), name).not.to.include(CAST[name].name)
      }
    })
})

function phoneOf(name: CastName): string {
  const one = CAST[name]
  return 'phone' in one ? one.phone : ''
}

describe('The evening of a tie', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    for (const name of ['signe', 'vera', 'bo', 'lis'] as const) await house.accountOf(name)
    id = await aCountedElection(house, { figures: TIE })
  })

  it('the page, the election and the front page of those at the table say whom to call and what to do meanwhile', async () => {
    const bo = await house.as('bo')
    for (const path of [paths.lot(id), paths.draw(id), paths.election(id), paths.office]) {
      const { text } = await bo.get(path)
      expect(text, path).to.include('Nu skal Signe Holm og Vera Stub trække lod. Ring til dem.')
      expect(text, path).to.include('86 40 00 11')
      expect(text, path).to.include('I kan gå hjem imens.')
    }
    expect((await (await house.as('vera')).get(paths.office)).text).to.include('Træk lod for Perron 4')
  })

  it('where nobody of the board is left, it is the secretary who puts another one on it', async () => {
    await house.db('election_board').delete()
    const page = await (await house.as('bo')).get(paths.lot(id))
    expect(page.text).to.include(
      'Ingen i valgbestyrelsen kan gøre det nu. Ring til Signe Holm, som kan sætte en anden i valgbestyrelsen.',
    )
  })

  it('the public is never told a telephone number', async () => {
    const visitor = house.visitor()
    for (const path of ['/', paths.publicElection(id), `/aabne-data/valg/${id}`])
      expect((await visitor.get(path)).text, path).not.to.include('86 40 00')
  })
})
