import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { type CandidacyId, type ElectionId, NO_ID } from '../../../../models/core/ids.ts'
import { withdrawCandidacy } from '../../../../models/elections/candidates/candidacies.ts'
import { approveList } from '../../../../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { registerComplaint } from '../../../../models/elections/complaints/complaints.ts'
import { recordObjection } from '../../../../models/elections/conduct/objections.ts'
import { recordPresence } from '../../../../models/elections/conduct/presence.ts'
import { openPolling } from '../../../../models/elections/polling/opening.ts'
import { pausePolling, resumePolling } from '../../../../models/elections/polling/pauses.ts'
import { closePolling } from '../../../../models/elections/polling/polling.ts'
import { recordLot } from '../../../../models/elections/result/lots.ts'
import { textOf } from '../../../support/pdf.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aCalledElection, aCandidate, counts, DAYS, official } from '../../../support/builders/elections.ts'
import { certifies, TIE, TIE_PAPERS, TWO } from '../../../support/builders/outcomes.ts'
import { paths } from '../../../../views/paths.ts'

/** Each is in one field alone, and each may be somebody who comes at the place. */
const SEALED = {
  withdrawn: 'Villy Bak',
  emptyBox: 'Dagmar Lind',
  lot: 'Otto Kjær og Ejnar Ås',
  present: 'Rosa Fjord',
  objector: 'Sonja Quist',
  objection: 'Han talte med Kresten ved bordet.',
  complainant: 'Preben Yde',
  complaint: 'Min ven Nete fik ingen seddel.',
  pause: 'Gunhild faldt på gulvet.',
  late: 'Aksel stod i køen.',
} as const
type Field = keyof typeof SEALED

/** Who reads which of them in the office, besides the public, who reads none. */
const IN_RECORD: readonly Field[] = [
  ...(['withdrawn', 'emptyBox', 'lot', 'present', 'objection', 'pause', 'late'] as const),
]

async function anElectionWithPeople(house: TestApp): Promise<ElectionId> {
  const { db } = house
  const id = await aCalledElection(house, { candidates: TWO })
  await aCandidate(house, id, SEALED.withdrawn)
  const signe = await official(house, 'signe')
  const gone = await db('candidacies').where({ name: SEALED.withdrawn }).first('id')
  await withdrawCandidacy(db, signe, id, gone?.id ?? NO_ID)
  house.clock.set(DAYS.listed)
  const standing = (await listStanding(db, id)).map((one): CandidacyId => one.id)
  await approveList(db, signe, id, { seen: standing })
  house.clock.set(`${DAYS.polling}T11:00:00Z`)
  const witnesses = { first_witness: 'Signe Holm', second_witness: SEALED.emptyBox }
  await openPolling(db, signe, id, { opened_at: '11.00', ...witnesses })
  await pausePolling(db, signe, id, { reason: SEALED.pause })
  await resumePolling(db, signe, id)
  house.clock.set(DAYS.evening)
  const day = isoDate(DAYS.polling)
  await closePolling(db, signe, id, { closed_at: '14.20', late_reason: SEALED.late, ...TIE_PAPERS })
  const was = { phase: 'counting', present_on: day } as const
  await recordPresence(db, signe, id, { ...was, name: SEALED.present, from_at: '14.00' })
  const raised = { raised_on: day, text: SEALED.objection, objector: SEALED.objector }
  await recordObjection(db, signe, id, { phase: 'counting', ...raised })
  for (const name of ['bo', 'lis'] as const) await counts(house, id, name, TIE)
  const [first = NO_ID] = standing
  await recordLot(db, signe, id, {
    ...{ among: standing, chosen: [first] },
    ...{ method: 'slips', witnesses: SEALED.lot },
  })
  house.clock.set(DAYS.certified)
  await certifies(house, id)
  const asked = { received_on: isoDate(DAYS.certified), received_by: 'Signe Holm' }
  await registerComplaint(db, signe, id, {
    ...asked,
    complainant: SEALED.complainant,
    text: SEALED.complaint,
  })
  return id
}

describe('People at a place who watched, helped, withdrew or complained', () => {
  let house: TestApp
  let id: ElectionId

  before(async () => {
    house = await anApp()
    id = await anElectionWithPeople(house)
  })

  const namedIn = (text: string) =>
    Object.entries(SEALED)
      .filter(([, words]) => words.split(' og ').some((each) => text.includes(each)))
      .map(([field]) => field)

  it('are named nowhere where anybody can read', async () => {
    const visitor = house.visitor()
    const pages = [
      ...[paths.front, paths.publicElections, paths.publicElection(id), paths.publicRecordData(id)],
      ...[paths.openData, '/aabne-data/raad', '/aabne-data/valg', `/aabne-data/valg/${id}`],
      ...['/aabne-data/medlemskaber', '/aabne-data/popolo.json', '/aabne-data/kalender.ics', paths.verifier],
      ...[
        paths.publicTimeline,
        ...Object.values(SEALED).map((word) => `/soeg?q=${encodeURIComponent(word)}`),
      ],
    ]
    for (const path of pages) {
      const { status, text } = await visitor.raw('get', path)
      expect(status, path).to.equal(200)
      // A search page shows what was typed.
      if (!path.startsWith('/soeg')) expect(namedIn(text), path).to.deep.equal([])
      else expect(text, path).to.include('Fandt ikke noget')
    }
  })

  it('are on no poster', async () => {
    const bo = await house.as('bo')
    const papers = await bo.get(paths.electionPapers(id))
    const links = papers
      .$('main a[href*="/papirer/"]')
      .toArray()
      .map((one) => papers.$(one).attr('href') ?? '')
    const posters = [...new Set(links)].filter((href) => /resultat|opslag|plakat/.test(href))
    expect(posters.length).to.be.greaterThan(0)
    for (const path of posters) {
      const answer = await bo.raw('get', path).buffer(true).responseType('blob')
      expect(namedIn(await textOf(answer.body as Buffer)), path).to.deep.equal([])
    }
  })

  it('stand in the record that is signed, but for who complained or objected', async () => {
    const vera = await house.as('vera')
    const { text } = await vera.raw('get', paths.electionRecordData(id))
    expect(namedIn(text)).to.have.members(IN_RECORD)
    const visitor = house.visitor()
    expect((await visitor.raw('get', paths.electionRecordData(id))).status).not.to.equal(200)
  })
})
