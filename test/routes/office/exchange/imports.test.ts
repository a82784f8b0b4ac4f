import { expect } from 'chai'
import { isoDate } from '../../../../models/dates.ts'
import { rosterOn } from '../../../../models/register/roster.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { anImport, anUpload, aRoster } from '../../../support/builders/exchange.ts'
import { aMember } from '../../../support/builders/register.ts'

describe('reading in old rosters', () => {
  let app: TestApp
  let signe: Visitor

  beforeEach(async () => {
    app = await anApp({ on: '2026-03-10' })
    signe = await app.as('signe')
  })

  const onSeats = async (day: string) =>
    (await rosterOn(app.db, isoDate(day))).flatMap(({ seat, member }) =>
      member ? [`${seat.slug}: ${member.person}`] : [],
    )

  it('takes a roster from 2012 in: terms, seats, people, memberships and offices in one act', async () => {
    const page = await anImport(app, [
      'Perron 4;Asta Lyng;;2012-01-01;2013-12-31;;formand',
      'Cafe Rusfri;Poul Vang;;2012-01-01;2013-06-30;Er flyttet;',
      'Sind;Tove Balle;Sind;2014-01-01;2017-12-31;;næstformand',
    ])
    expect(page.status).to.equal(200)
    expect(page.text).to.contain('Filen er læst ind')
    expect(await onSeats('2012-06-01')).to.deep.equal(['perron-4: Asta Lyng', 'cafe-rusfri: Poul Vang'])
    expect(await onSeats('2013-07-01')).to.deep.equal(['perron-4: Asta Lyng'])
    expect(await onSeats('2014-01-01')).to.deep.equal(['psykiatri-1: Tove Balle'])
    const terms = await app.db('terms').orderBy('starts_on').limit(2)
    expect(
      terms.map(({ starts_on, ends_on, municipal_election_on }) => [
        starts_on,
        ends_on,
        municipal_election_on,
      ]),
    ).to.deep.equal([
      ['2010-01-01', '2013-12-31', '2009-11-17'],
      ['2014-01-01', '2017-12-31', '2013-11-19'],
    ])
    const events = await app.db('audit_events').where({ action: 'import.stored' })
    expect(events).to.have.length(1)
    expect(JSON.parse(events[0]!.details)).to.include({
      lines: 3,
      memberships: 3,
      people: 3,
      offices: 2,
      terms: 2,
      seats: 3,
    })
  })
})
void aMember
void anUpload
void aRoster
