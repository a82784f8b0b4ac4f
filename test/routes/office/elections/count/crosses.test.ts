import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { closePolling } from '../../../../../models/elections/polling/polling.ts'
import { parseStatutes, type RuleValue, type Statutes } from '../../../../../models/statutes/document.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection, openedBox } from '../../../../support/builders/booth.ts'
import {
  aListedElection,
  countOnPage,
  DAYS,
  official,
  openCount,
  ruledBy,
  SAVE_COUNT,
  typed,
  type Figures,
} from '../../../../support/builders/elections.ts'
import { openPolling } from '../../../../../models/elections/polling/opening.ts'
import { linesOf } from '../../../../support/pdf.ts'

type Rule = RuleValue<'marks'>

const havneby: Statutes = parseStatutes(
  JSON.parse(readFileSync('statutes/proever/havneby-2024.json', 'utf8')),
)
/** Two in Broen, one in Varmestuen; the statutes say "two, by seat". */
const HAVNEBY = havneby.rules.marks.value

/** Ten papers are handed out and come back: what is in the box is 10. */
const TEN = { printed: 20, handed_out: 10, exchanged: 0, unused: 10, not_returned: 0 }

describe('elections: how many crosses there are where one is to be elected, and where more are', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  async function ruled(marks: Rule, seats: number, largest?: number): Promise<ElectionId> {
    const id = await aListedElection(house)
    await ruledBy(house, id, { marks }, largest)
    await house.db('elections').where({ id }).update({ seats })
    return id
  }

  async function close(id: ElectionId): Promise<void> {
    const by = await official(house, 'signe')
    const witnesses = { first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
    house.clock.set(`${DAYS.polling}T11:00:00Z`)
    await openPolling(house.db, by, id, { opened_at: '11.00', ...witnesses })
    house.clock.set(DAYS.evening)
    await closePolling(house.db, by, id, { closed_at: '14.00', ...TEN })
  }

  const paperOf = async (id: ElectionId): Promise<string[]> => {
    const signe = await house.as('signe')
    const paper = signe.raw('get', paths.electionPaper(id, 'valgbord/stemmesedler-1.pdf'))
    const answer = await paper.buffer(true).responseType('blob')
    return linesOf(answer.body as Buffer)
  }

  async function countOf(id: ElectionId, figures: Figures): Promise<[status: number, ...errors: string[]]> {
    const page = await countOnPage(await house.as('bo'), id, figures)
    return [page.status, ...page.texts('.error-message, .form-error-message')]
  }

  it('Havneby, one seat: the paper asks for one cross, and 19 crosses on 10 papers are refused', async () => {
    const id = await ruled(HAVNEBY, 1, 2)
    expect(await paperOf(id)).to.include('Sæt ét kryds')
    const posters = (await house.visitor().get(paths.publicElection(id))).text
    expect(posters).to.include('sæt kryds ved den, du vil stemme på')
    await close(id)
    // 10 + 9 + 0 = 19: nine more than ten papers with one cross each.
    const page = await countOnPage(await house.as('bo'), id, { votes: [10, 9, 0], inBox: 10 })
    expect(page.status).to.equal(422)
    expect(page.text).to.include('Der er 9 for mange i tallene.')
    expect(await house.db('counts').where({ election_id: id })).to.deep.equal([])
    // 6 + 4 + 0 = 10
    expect((await countOf(id, { votes: [6, 4, 0] }))[0]).to.equal(200)
  })

  it('Havneby, both seats: the paper says at most two, and 19 crosses on 10 papers can be', async () => {
    const id = await ruled(HAVNEBY, 2, 2)
    expect(await paperOf(id)).to.include('Sæt højst 2 krydser')
    const page = await house.visitor().get(paths.publicElection(id))
    expect(page.text).to.include('sæt højst 2 krydser. Du må også lade være')
    await close(id)
    expect((await countOf(id, { votes: [10, 9, 0], inBox: 10 }))[0]).to.equal(200)
  })

  it('three seats of a council whose largest place has four: at most three, and 31 crosses are refused', async () => {
    const id = await ruled({ min: 1, max: 4, per: 'seat' }, 3, 4)
    expect(await paperOf(id)).to.include('Sæt højst 3 krydser')
    await close(id)
    // 10 papers with three crosses hold 30, but nobody more than 10.
    const page = await countOnPage(await house.as('bo'), id, { votes: [10, 10, 11], inBox: 10 })
    expect(page.status).to.equal(422)
    expect(page.text).to.include('Der er 1 stemme mere, end sedlerne i kassen giver plads til.')
    expect((await countOf(id, { votes: [10, 10, 10], inBox: 10 }))[0]).to.equal(200)
  })

  it('exactly two: the paper says so, and 19 crosses on 10 papers are one too few', async () => {
    const id = await ruled({ min: 2, max: 2 }, 1)
    expect(await paperOf(id)).to.include('Sæt præcis 2 krydser')
    await close(id)
    const page = await countOnPage(await house.as('bo'), id, { votes: [10, 9, 0], inBox: 10 })
    expect(page.status).to.equal(422)
    expect(page.text).to.include('Der mangler 1 kryds. En seddel med for få krydser er ugyldig.')
    expect((await countOf(id, { votes: [10, 9, 1], inBox: 10 }))[0]).to.equal(200)
  })

  it('exactly two: a paper with one cross is invalid for that reason, and kept with it', async () => {
    const id = await ruled({ min: 2, max: 2 }, 1)
    await close(id)
    // 9 valid papers with two crosses each have 18: 9 + 5 + 4.
    const figures: Figures = { votes: [9, 5, 4], invalid: 1, reasons: ['too_few_marks'], inBox: 10 }
    const form = await openCount(await house.as('bo'), id, figures)
    expect(form.text).to.include('Hver gyldig seddel har præcis 2 krydser.')
    expect(form.texts('[name=invalid_reason_1] option')).to.include('For få krydser')
    expect((await countOf(id, figures))[0]).to.equal(200)
    expect(await house.db('invalid_ballots').pluck('reason')).to.deep.equal(['too_few_marks'])
  })

  it('one cross: no paper has too few, and a form that says so is shown again', async () => {
    const id = await ruled({ min: 1, max: 2 }, 1)
    await close(id)
    const figures: Figures = { votes: [9, 5, 4], invalid: 1, reasons: ['too_few_marks'], inBox: 10 }
    const bo = await house.as('bo')
    const form = await openCount(bo, id, figures)
    expect(form.texts('[name=invalid_reason_1] option')).not.to.include('For få krydser')
    const { action, fields } = form.fill(typed(form, figures), SAVE_COUNT)
    const refused = await bo.send({ action, fields: { ...fields, invalid_reason_1: 'too_few_marks' } })
    expect(refused.status).to.equal(422)
    expect(refused.text).to.include('Vælg, hvorfor ugyldig seddel nr. 1 er ugyldig.')
    expect(await house.db('counts').where({ election_id: id })).to.deep.equal([])
  })

  it('the page of the polling day says it to those at the table', async () => {
    const id = await ruled({ min: 2, max: 3 }, 3)
    const page = await (await house.as('signe')).get(paths.polling(id))
    expect(page.text).to.include('Krydser på en stemmeseddel mindst 2 og højst 3 krydser')
  })
})

describe('elections: how many crosses a tablet takes', () => {
  const NAMES = ['Bo Ask', 'Ea Birk', 'Ib Eg', 'Jo Elm']

  it('Havneby, one seat: one card is pressed, and two in a forged form are refused', async () => {
    const house = await anApp()
    const { id } = await anOpenBoothElection(house, { candidates: NAMES, marks: HAVNEBY, places: 2 })
    const tablet = await aBooth(house, id)
    const ballot = await tablet.ballot()
    expect(ballot.$('input[type=checkbox]').length).to.equal(0)
    const ids = await house.db('candidacies').where({ election_id: id }).orderBy('id').pluck('id')
    const { action, fields } = ballot.fill()
    const marks = ids.slice(0, 2).map(String)
    const refused = await tablet.send({ action, fields: { ...fields, marks, go: 'confirm' } })
    expect([refused.status, refused.texts('[role=alert]')[0]]).to.deep.equal([
      422,
      'Du kan højst vælge 1. Tag nogle fra.',
    ])
  })

  it('two or three: one is refused with a sentence, and keeps the cross; two are counted; blank is blank', async () => {
    const house = await anApp()
    const marks = { min: 2, max: 3 }
    const { id, slips } = await anOpenBoothElection(house, { candidates: NAMES, marks })
    const tablet = await aBooth(house, id)
    const ballot = await tablet.ballot()
    expect(ballot.text).to.include('Vælg mindst 2 og højst 3, eller stem blankt.')
    const few = await tablet.choose(ballot, 'Bo Ask')
    expect([few.status, few.texts('[role=alert]')[0]]).to.deep.equal([
      422,
      'Du skal vælge mindst 2. Vælg flere, eller stem blankt.',
    ])
    expect(few.$('input[type=checkbox][checked]').length).to.equal(1)
    const two = await tablet.choose(few, 'Bo Ask', 'Ea Birk')
    expect((await tablet.cast(two)).status).to.equal(200)
    expect((await tablet.vote()).status).to.equal(200)
    const by = await official(house, 'signe')
    house.clock.set(DAYS.evening)
    await closePolling(house.db, by, id, { closed_at: '14.00' })
    await openedBox(house, id, slips)
    const opened = await house.db('box_openings').where({ election_id: id }).first()
    expect([opened?.envelopes, opened?.blank, opened?.invalid]).to.deep.equal([2, 1, 0])
  })
})
