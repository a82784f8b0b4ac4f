import { expect } from 'chai'
import { endMembership } from '../../../../models/council/leaving.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aTie } from '../../../support/builders/outcomes.ts'
import { aMember, NINE } from '../../../support/builders/register.ts'
import { stepsOnBoard } from '../../../support/renewal_board.ts'

const BOARD = '/kontor/fornyelse/2026-2029'

describe('A renewal that begins late', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp({ on: '2026-01-15' })
    signe = await house.as('signe')
  })

  async function onDay(day: string): Promise<void> {
    house.clock.set(day)
    signe = await house.as('signe')
  }

  async function begin(): Promise<void> {
    await signe.submit(await signe.get('/kontor/fornyelse/ny?periode=2026-2029'))
  }

  async function slotsgaarden(): Promise<string> {
    const page = await signe.get(BOARD)
    const row = page.$('.board-row').filter((_index, one) => page.$(one).text().includes('Slotsgården'))
    return row.find('.board-seat').text().replace(/\s+/g, ' ').trim()
  }

  it('names the last holder, whoever sat before, and asks for no step of a seat that was filled and left', async () => {
    await aMember(house.db, house.by, {
      seat: 'slotsgaarden',
      name: 'Møde Håb',
      startsOn: '2022-01-01',
      dueOn: '2025-12-31',
    })
    await onDay('2026-11-29')
    await begin()
    expect(await slotsgaarden()).to.equal('Slotsgården Møde Håb havde pladsen til 31. december 2025')
    const { membershipId } = await aMember(house.db, house.by, {
      seat: 'slotsgaarden',
      name: 'Bodil Nør',
      startsOn: '2026-01-01',
      dueOn: '2029-12-31',
    })
    expect(await slotsgaarden()).to.equal('Slotsgården Bodil Nør fra 1. januar 2026')
    await endMembership(house.db, house.by, membershipId, {
      ends_on: isoDate('2026-12-08'),
      end_reason: 'resigned',
    })
    await onDay('2026-12-20')
    expect(await slotsgaarden()).to.equal(
      'Slotsgården Bodil Nør havde pladsen til 8. december 2026 ' +
        'Pladsen er besat én gang i perioden og er ledig igen. Det hører ikke til fornyelsen.',
    )
    const steps = stepsOnBoard(await signe.get(BOARD), 'Slotsgården')
    expect(steps.join()).not.to.match(/over fristen|Nu|Venter/)
    expect((await signe.get(BOARD)).text).not.to.include('Møde Håb')
  })

  it('says what the election says, and promises no day that is past', async () => {
    await begin()
    // The tie of 10 March: the term began on 1 January, and the result is certified the day after the vote.
    await aTie(house)
    signe = await house.as('signe')
    const steps = stepsOnBoard(await signe.get(BOARD), 'Perron 4')
    expect(steps.slice(4)).to.deep.equal([
      'Talt op Nu senest 10/3 Træk lod om pladsen Perron 4',
      'Godkendt Venter senest 11/3',
      'På plads Venter senest 11/3',
    ])
    await onDay('2026-04-20')
    expect(stepsOnBoard(await signe.get(BOARD), 'Perron 4').slice(5)).to.deep.equal([
      'Godkendt Venter',
      'På plads Venter',
    ])
  })

  it('is on the front page from the first day, late or not, until every seat has been filled', async () => {
    await onDay('2026-11-29')
    await begin()
    const front = await signe.get('/kontor')
    expect(front.text).to.include('Planlæg valgene på 4 steder i fornyelsen 2026–2029')
    expect(front.text).to.include('Spørg organisationerne om 5 pladser i fornyelsen 2026–2029')
    // The chair is told what comes.
    const vera = await house.as('vera')
    expect((await vera.get('/kontor')).text).to.include(
      'Rådet skal have talt om fornyelsen 2026–2029 senest den 30. november 2026',
    )
    await onDay('2027-01-20')
    const late = await signe.get('/kontor')
    expect(late.text).to.include('9 pladser er forsinkede i fornyelsen 2026–2029')
    expect(late.text).to.include('Rådsperioden begyndte den 1. januar 2026.')
    for (const seat of Object.keys(NINE))
      await aMember(house.db, house.by, {
        seat,
        name: `Ny ${seat}`,
        startsOn: '2027-01-20',
        dueOn: '2029-12-31',
      })
    expect((await signe.get('/kontor')).text).not.to.include('i fornyelsen')
  })
})
