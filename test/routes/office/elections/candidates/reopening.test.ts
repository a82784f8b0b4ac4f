import { expect } from 'chai'
import type { CandidacyId, ElectionId } from '../../../../../models/core/ids.ts'
import { approveList } from '../../../../../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../../../../../models/elections/candidates/candidates.ts'
import { printedCopies, recordPrint } from '../../../../../models/elections/polling/prints.ts'
import { handOutPaper } from '../../../../../models/elections/polling/tallies.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aListedElection,
  anOpenElection,
  DAYS,
  official,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { textOf } from '../../../../support/pdf.ts'

const WHY = { because: 'died', reason: 'Åse Wang er død.', sure: 'ja' }
const BUTTON = 'Åbn listen igen'

describe('elections: an approved list that is opened again', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
  })

  /** Signs in when the list is there: a session does not last from January to March. */
  async function listed(make = aListedElection): Promise<ElectionId> {
    const id = await make(house)
    signe = await house.as('signe')
    return id
  }

  async function pdfOf(id: ElectionId, file: string): Promise<string> {
    const answer = await signe.raw('get', paths.electionPaper(id, file)).buffer(true).responseType('blob')
    return textOf(answer.body as Buffer)
  }

  async function reopened(id: ElectionId, given: Record<string, string> = {}) {
    return signe.submit(await signe.get(paths.listReopening(id)), { ...WHY, ...given }, BUTTON)
  }

  async function idOf(id: ElectionId, name: string): Promise<CandidacyId> {
    const found = (await listStanding(house.db, id)).find((one) => one.name === name)
    if (!found) throw new Error(`${name} does not stand`)
    return found.id
  }

  async function approveAgain(id: ElectionId): Promise<void> {
    const seen = (await listStanding(house.db, id)).map((one) => one.id)
    await approveList(house.db, await official(house, 'signe'), id, { seen })
  }

  it('loses the candidate who died, gets a new number and mark, and the next ballot has the others', async () => {
    const id = await listed()
    expect(await pdfOf(id, 'proeve.pdf')).to.include('Åse Wang')
    const candidates = await reopened(id)
    expect(candidates.status).to.equal(200)
    expect(candidates.text).to.include('Signe Holm har åbnet listen igen den 3. marts 2026')
    const path = paths.candidateWithdrawal(id, await idOf(id, 'Åse Wang'))
    const taken = await signe.submit(await signe.get(path), { because: 'died' })
    expect(taken.text).to.include('Åse Wang er død, taget af listen den 3. marts 2026')
    const list = await signe.get(paths.candidateList(id))
    await signe.submit(list, {}, 'Godkend kandidatlisten')
    expect(await getAnyElection(house.db, id)).to.include({ status: 'listed', list_version: 2 })
    const text = await pdfOf(id, 'proeve.pdf')
    expect(text).to.include('Anker Bro').and.to.include('liste 2')
    expect(text).not.to.include('Åse Wang')
    const deeds = (await signe.get(paths.election(id))).text
    expect(deeds).to.include('Kandidatlisten er åbnet igen: Åse Wang er død.')
    expect(deeds).to.include('Åse Wang er død og taget af listen.')
    // The log is kept for ever, so it has what was written by its hash alone.
    const log = await house.db('audit_events').where({ action: 'election.list_reopened' }).first()
    expect(log?.details).to.include('reason_hash').and.not.to.include('Åse')
  })

  it('lets a name be put right, whatever the order of the names becomes', async () => {
    const id = await listed()
    await reopened(id, { because: 'misspelt', reason: 'Anker hedder Ankar.' })
    const form = await signe.get(paths.candidateName(id, await idOf(id, 'Anker Bro')))
    const same = await signe.submit(form, { name: ' Anker  Bro ' })
    expect(same.status).to.equal(422)
    expect(same.errors).to.deep.equal(['Navnet står der allerede. Skriv det, som det skal være.'])
    const taken = await signe.submit(form, { name: 'jens ærø' })
    expect(taken.errors.join()).to.include('allerede en kandidat med det navn')
    await signe.submit(form, { name: 'Ørn  Bro' })
    await approveAgain(id)
    const names = (await listStanding(house.db, id)).map(({ name }) => name)
    expect(names).to.deep.equal(['Jens Ærø', 'Ørn Bro', 'Åse Wang'])
    const log = await house.db('audit_events').where({ action: 'candidacy.name_corrected' }).first()
    expect(log?.details).not.to.include('Bro')
  })

  it('says to the public that it is being put right, then that the old one does not count, and never what was written', async () => {
    const id = await listed()
    const visitor = house.visitor()
    await reopened(id)
    const open = await visitor.get(paths.publicElection(id))
    expect(open.text).to.include('Kandidatlisten bliver rettet.')
    expect(open.text).not.to.include('Vil du stille op?')
    expect(open.text).not.to.include('Åse Wang')
    await approveAgain(id)
    const after = await visitor.get(paths.publicElection(id))
    expect(after.text).to.include(
      'Den gamle kandidatliste gælder ikke efter tirsdag den 3. marts 2026, fordi en kandidat er død.',
    )
    expect(after.text).not.to.include('Åse Wang er død')
    expect(await pdfOf(id, 'opslag.pdf')).to.include('Opslag fra før den 3. marts 2026 gælder ikke mere.')
    expect(await pdfOf(id, 'opslag-en.pdf')).to.include('Notices from before 3 March 2026 no longer hold.')
  })

  it('calls nobody to stand when the deadline is past, and anew when it is moved', async () => {
    const id = await listed()
    await reopened(id)
    const call = () => signe.raw('get', paths.electionPaper(id, 'indkaldelse.pdf'))
    expect((await call()).status).to.equal(404)
    const plan = await signe.get(paths.electionPlan(id))
    await signe.submit(plan, { candidates_by: '06-03-2026' }, 'Gem ændringen')
    expect((await call()).status).to.equal(200)
    expect((await house.visitor().get(paths.publicElection(id))).text).to.include('Vil du stille op?')
  })

  it('is opened by the electoral board alone', async () => {
    const id = await listed()
    const bo = await house.as('bo')
    const page = await bo.get(paths.listReopening(id))
    expect(page.text).to.include(
      'Det gør valgbestyrelsen, og du er ikke med i den ved dette valg. Siden siger, hvem I skal ringe til.',
    )
    const form = await signe.get(paths.listReopening(id))
    await house
      .db('election_board')
      .where({ account_id: await house.accountOf('signe') })
      .delete()
    const refused = await storesNothing(house, () => signe.submit(form, WHY, BUTTON))
    expect(refused.errors).to.deep.equal([
      'Det gør valgbestyrelsen, og du er ikke med i den ved dette valg. Siden siger, hvem I skal ringe til.',
    ])
  })

  it('asks what happened, why, and for a tick, and keeps what was typed', async () => {
    const id = await listed()
    const page = await signe.get(paths.listReopening(id))
    const refused = await storesNothing(house, () =>
      signe.submit(page, { reason: 'Et navn er galt' }, BUTTON),
    )
    expect(refused.status).to.equal(422)
    expect(refused.value('reason')).to.equal('Et navn er galt')
    expect(refused.errors).to.have.length(2)
  })

  it('is opened once: the second of two, and a page from before a new approval, get 409 and how things stand', async () => {
    const id = await listed()
    const vera = await house.as('vera')
    const [first, second] = [
      await signe.get(paths.listReopening(id)),
      await vera.get(paths.listReopening(id)),
    ]
    await signe.submit(first, WHY, BUTTON)
    const late = await storesNothing(house, () => vera.submit(second, WHY, BUTTON))
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er ikke godkendt endnu.'])
    await approveAgain(id)
    const stale = await storesNothing(house, () => vera.submit(second, WHY, BUTTON))
    expect(stale.status).to.equal(409)
  })

  it('can be opened while polling is open and nobody has come, and polls open anew; not once a paper is out', async () => {
    const id = await listed(anOpenElection)
    await reopened(id)
    expect(await statusOf(house, id)).to.equal('nominating')
    await approveAgain(id)
    const polling = await signe.get(paths.polling(id))
    const witnesses = { first_witness: 'Bo Krag', second_witness: 'Dagmar Lind', opened_at: '11.30' }
    await signe.submit(polling, witnesses, 'Åbn afstemningen')
    expect(await statusOf(house, id)).to.equal('polling')
    expect((await signe.get(paths.polling(id))).text).to.include('Åben siden kl. 11.30')
    await handOutPaper(house.db, await official(house, 'signe'), id)
    const page = await signe.get(paths.listReopening(id))
    expect(page.text).to.include('Nogen har stemt eller fået en stemmeseddel, så listen kan ikke åbnes igen.')
  })

  it('leaves papers void, to be counted apart before polls close; the new account knows only the new papers', async () => {
    const id = await listed()
    const by = await official(house, 'signe')
    await recordPrint(house.db, by, id, { copies: 60, list_version: 1 })
    expect((await signe.get(paths.listReopening(id))).text).to.include(
      'Der er printet 60 stemmesedler med listen.',
    )
    await reopened(id)
    await approveAgain(id)
    await recordPrint(house.db, by, id, { copies: 50, list_version: 2 })
    expect(await printedCopies(house.db, await getAnyElection(house.db, id))).to.equal(50)
    house.clock.set(`${DAYS.polling}T11:00:00Z`)
    signe = await house.as('signe')
    const polling = await signe.get(paths.polling(id))
    const witnesses = { first_witness: 'Bo Krag', second_witness: 'Dagmar Lind', opened_at: '11.00' }
    await signe.submit(polling, witnesses, 'Åbn afstemningen')
    house.clock.set(DAYS.evening)
    signe = await house.as('signe')
    const closing = await signe.get(paths.pollingClosing(id))
    expect(closing.value('printed')).to.equal('50')
    const figures = { closed_at: '14.00', handed_out: '31', unused: '19', exchanged: '0', not_returned: '0' }
    const refused = await storesNothing(house, () => signe.submit(closing, figures, 'Luk afstemningen'))
    expect(refused.errors.join()).to.include('De gamle stemmesedler er ikke talt.')
    const papers = await signe.get(paths.electionPapers(id))
    expect(papers.text).to.include('Liste 1: 60 printede')
    const short = await storesNothing(house, () => signe.submit(papers, { found: '58' }, 'Gem tallet'))
    expect(short.status).to.equal(422)
    expect(short.errors).to.deep.equal(['Forskellen er 2 sedler. Skriv, hvad den skyldes.'])
    expect(short.value('found')).to.equal('58')
    const why = { found: '58', difference_reason: 'To blev revet itu.' }
    const counted = await signe.submit(short, why, 'Gem tallet')
    expect(counted.text).to.include('58 er samlet ind den 10. marts 2026')
    const again = await storesNothing(house, () => signe.submit(short, { ...why, found: '60' }, 'Gem tallet'))
    expect(again.status).to.equal(409)
    const closed = await signe.submit(await signe.get(paths.pollingClosing(id)), figures, 'Luk afstemningen')
    expect(closed.status).to.equal(200)
    expect(await statusOf(house, id)).to.equal('closed')
    expect(await house.db('paper_accounts').where({ election_id: id }).first()).to.include({ printed: 50 })
  })
})
