import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { Election } from '../../../../../models/elections/elections.ts'
import { afterPage, type Remains } from '../../../../../views/office/elections/record/after.page.ts'
import { documentsPage } from '../../../../../views/office/elections/record/documents.page.ts'
import { recordPage } from '../../../../../views/office/elections/record/record.page.ts'
import { offersOf } from '../../../../../views/paper/elections/offers.ts'
import { aDocumentSource } from '../../../../support/plain/documents.ts'
import { anElection } from '../../../../support/plain/elections.ts'
import { aReader } from '../../../../support/reader.ts'
import { anId } from '../../../../support/ids.ts'

const staff = aReader({ as: 'polling_officer' })
const member = aReader({ as: 'member' })

describe('The page of what is left when an election is over', () => {
  function after(given: Partial<Election>, remains: Partial<Remains> = {}, reader = staff) {
    const none = { record: undefined, erasure: undefined, destruction: undefined }
    return afterPage(reader, anElection(given), { ...none, ...remains })
  }

  it('keeps everything until it is over', () => {
    const page = after({ status: 'certified' })
    expect([page.over, page.roll.href, page.ballots.form]).to.deep.equal([false, null, false])
    expect(page.roll.said).to.equal('Valglisten er ikke slettet endnu.')
    expect(page.ballots.said).to.equal('Stemmesedlerne er gemt.')
  })

  it('then offers to erase the roll, and to those who run the election the form for the ballots', () => {
    for (const status of ['final', 'annulled'] as const) {
      const page = after({ status })
      expect([page.over, page.ballots.form]).to.deep.equal([true, true])
      expect(page.roll.href).to.equal('/kontor/valg/7/valgliste/sletning')
      expect(after({ status }, {}, member).ballots.form).to.equal(false)
    }
    expect(after({ status: 'final', means: 'both' }).ballots.said).to.include('Stemmerne fra tabletten')
  })

  it('says who erased the roll and who destroyed the ballots', () => {
    const day = isoDate('2026-03-18')
    const page = after(
      { status: 'final' },
      {
        erasure: { erased_by: 'Signe Holm', erased_on: day },
        destruction: { first_witness: 'Bo Krag', second_witness: 'Lis Winther', destroyed_on: day },
        record: { id: anId(1) },
      },
    )
    expect(page.roll).to.deep.equal({
      said: 'Signe Holm slettede valglisten den 18. marts 2026.',
      href: null,
    })
    expect(page.ballots).to.deep.equal({
      said: 'Bo Krag og Lis Winther destruerede dem den 18. marts 2026.',
      form: false,
    })
    expect(page.record?.href).to.equal('/kontor/valg/7/protokol')
  })

  it('knows of no roll where voters were counted, and of no ballots where nobody voted', () => {
    expect(after({ status: 'final', roll_kind: 'counted' }).roll.said).to.equal(
      'Der er ingen valgliste med navne.',
    )
    expect(after({ status: 'final', uncontested_on: isoDate('2026-03-03') }).ballots).to.deep.equal({
      said: 'Der blev ikke stemt, så der er ingen stemmesedler.',
      form: false,
    })
  })
})

describe('The page of the record', () => {
  it('leads to what comes after, once the election is over', () => {
    const none = { records: [], faults: [], isPublic: true }
    expect(recordPage(staff, anElection({ status: 'certified' }), none).afterHref).to.equal(null)
    expect(recordPage(staff, anElection({ status: 'final' }), none).afterHref).to.equal(
      '/kontor/valg/7/efter',
    )
  })
})

describe('The page of papers', () => {
  async function papers(reader = staff, given: Partial<Election> = {}) {
    const source = aDocumentSource(given)
    return documentsPage(reader, source.election, {
      offers: await offersOf(source),
      screens: [
        { lang: 'da', text: 'Kom og stem' },
        { lang: 'en', text: 'Come and vote' },
      ],
      prints: { made: [], sum: 80 },
      voids: [],
    })
  }

  it('shows the papers for staff to those who run the election alone', async () => {
    const named = async (reader: typeof staff) =>
      (await papers(reader)).groups.flatMap(({ documents }) => documents.map(({ name }) => name))
    expect(await named(staff)).to.include.members(['stemmesedler', 'valgliste', 'proeve'])
    expect(await named(member))
      .to.include('proeve')
      .and.not.to.include('stemmesedler')
    expect(await named(member)).not.to.include('valgliste')
  })

  it('groups them by when they are needed, each with its sizes and languages', async () => {
    const { groups } = await papers()
    expect(groups.map(({ group }) => group)).to.deep.equal(['before', 'polling_day'])
    expect(groups[0]?.documents[1]?.files.map(({ href }) => href)).to.deep.equal([
      '/kontor/valg/7/papirer/opslag.pdf',
      '/kontor/valg/7/papirer/opslag-en.pdf',
      '/kontor/valg/7/papirer/opslag-a3.pdf',
      '/kontor/valg/7/papirer/opslag-a3-en.pdf',
    ])
    expect(groups[1]?.documents[0]?.files[0]?.href).to.equal(
      '/kontor/valg/7/papirer/valgbord/stemmesedler-1.pdf',
    )
  })

  it('asks those who run the election how many were printed, until the polls close', async () => {
    const asks = async (reader: typeof staff, given: Partial<Election>) =>
      (await papers(reader, given)).prints?.mayRecord
    expect(await asks(staff, { status: 'polling' })).to.equal(true)
    expect(await asks(member, { status: 'polling' })).to.equal(false)
    expect(await asks(staff, { status: 'closed' })).to.equal(false)
  })

  it('has a file for an information screen in each language', async () => {
    expect((await papers()).screens.map(({ href }) => href)).to.deep.equal([
      '/kontor/valg/7/papirer/infoskaerm.txt',
      '/kontor/valg/7/papirer/infoskaerm-en.txt',
    ])
  })
})
