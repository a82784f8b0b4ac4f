import { expect } from 'chai'
import { verify } from '../../../../../bin/verifier/verify.ts'
import { sha256 } from '../../../../../models/core/canonical.ts'
import type { Conflict } from '../../../../../models/core/errors.ts'
import type { CandidacyId, ElectionId } from '../../../../../models/core/ids.ts'
import { checkRows } from '../../../../../models/core/ledger/check.ts'
import { listStanding } from '../../../../../models/elections/candidates/candidates.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { signIncident } from '../../../../../models/elections/incidents/answering.ts'
import { recordIncident } from '../../../../../models/elections/incidents/recording.ts'
import { closePolling } from '../../../../../models/elections/polling/polling.ts'
import { handOutPaper } from '../../../../../models/elections/polling/tallies.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { publicRecord } from '../../../../../models/elections/record/public_record.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { findResult } from '../../../../../models/elections/result/loading.ts'
import type { RuleValue } from '../../../../../models/statutes/document.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  anOpenElection,
  counts,
  DAYS,
  type Figures,
  FIGURES,
  official,
  PAPERS,
  ruledBy,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { anOpenBoothElection, aBooth, type Tablet } from '../../../../support/builders/booth.ts'
import { certifies } from '../../../../support/builders/outcomes.ts'
import { textOf } from '../../../../support/pdf.ts'
import { takeGuardsOff } from '../../../../support/tampering.ts'

const LOOK = 'Se det, før det gælder'
const BUTTON = 'Gem, og skriv under'
const SIGN = 'Skriv under'
const TITLE = 'Der er sket noget med en kandidat'
const GOES_ON = 'Afstemningen går videre.'

describe('elections: something happened to a candidate after the first vote', () => {
  let house: TestApp
  let id: ElectionId
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
  })

  /** Perron 4 votes under this rule for one seat, and a paper is given out. */
  async function voting(afterFirstVote?: RuleValue<'afterFirstVote'>): Promise<void> {
    id = await anOpenElection(house)
    if (afterFirstVote) await ruledBy(house, id, { afterFirstVote })
    await handOutPaper(house.db, await official(house, 'signe'), id)
    signe = await house.as('signe')
  }

  async function idOf(name: string): Promise<CandidacyId> {
    const found = (await listStanding(house.db, id)).find((one) => one.name === name)
    if (!found) throw new Error(`${name} does not stand`)
    return found.id
  }

  async function filled(given: Record<string, string> = {}, name = 'Anker Bro') {
    const candidacy = String(await idOf(name))
    const why = { because: 'died', reason: 'Hans søster ringede.', learnt_on: '10-03-2026' }
    return { candidacy, ...why, ...given }
  }

  /** The first member of the board writes it, and it waits. */
  async function writes(given: Record<string, string> = {}, name = 'Anker Bro') {
    const check = await signe.submit(await signe.get(paths.incidents(id)), await filled(given, name), LOOK)
    return check.status === 200 ? signe.submit(check, {}, BUTTON) : check
  }

  /** A second one signs it. */
  async function records(given: Record<string, string> = {}, name = 'Anker Bro') {
    const page = await writes(given, name)
    if (page.status !== 200) return page
    const incident = await house.db('election_incidents').orderBy('id', 'desc').first('id')
    const vera = await house.as('vera')
    return vera.submit(await vera.get(paths.incident(id, incident!.id)), {}, SIGN)
  }

  async function closes() {
    house.clock.set(DAYS.evening)
    signe = await house.as('signe')
    const page = await signe.get(paths.pollingClosing(id))
    const { printed, handed_out, unused, exchanged, not_returned } = PAPERS
    const figures = { printed, handed_out, unused, exchanged, not_returned }
    const typed = Object.fromEntries(Object.entries(figures).map(([line, n]) => [line, String(n)]))
    return signe.submit(page, { closed_at: '14.00', ...typed }, 'Luk afstemningen')
  }

  async function counted(figures: Figures = FIGURES): Promise<void> {
    await closes()
    await counts(house, id, 'bo', figures)
    await counts(house, id, 'lis', figures)
  }

  async function electedNames(): Promise<string[]> {
    const result = (await findResult(house.db, await getAnyElection(house.db, id)))!
    return result.elected.map((one) => result.candidates.find((candidate) => candidate.id === one)!.name)
  }

  async function publicPage() {
    return house.visitor().get(paths.publicElection(id))
  }

  async function recordText(): Promise<string> {
    const answer = await signe
      .raw('get', paths.electionPaper(id, 'protokol.pdf'))
      .buffer(true)
      .responseType('blob')
    return textOf(answer.body as Buffer)
  }

  it('is recorded by the board: the list stays, those at the table and the public are told, and not what was written', async () => {
    await voting()
    const reopening = await signe.get(paths.listReopening(id))
    expect(reopening.text).to.include('Valgbestyrelsen kan skrive ind, hvad der er sket med kandidaten.')
    expect(reopening.$('main a').text()).to.include(TITLE)
    const page = await records()
    expect(page.notice).to.equal('Der er skrevet under. Nu gælder det. Print opslaget igen, og hæng det op.')
    expect(page.text).to.include('Får kandidaten stemmer nok, bliver pladsen ikke besat.')
    expect(await statusOf(house, id)).to.equal('polling')
    const bo = await house.as('bo')
    expect((await bo.get(paths.polling(id))).text).to.include(`Anker Bro: Kandidaten er død. ${GOES_ON}`)
    const shown = (await publicPage()).text
    expect(shown).to.include(`Tirsdag den 10. marts 2026: Anker Bro er død. ${GOES_ON}`)
    expect(shown).not.to.include('Hans søster ringede')
    expect((await signe.get(paths.election(id))).text).to.match(
      /To har skrevet under på, at Anker Bro er død:\s*[^.]*Hans søster ringede/,
    )
    const log = await house.db('audit_events').where({ action: 'election.incident_signed' }).first()
    expect(log?.details).to.include('reason_hash').and.not.to.include('søster')
  })

  it('is said on the wall and on the screen from when it is in force until polls close', async () => {
    await voting()
    await writes()
    const wall = async () => {
      const pdf = signe.raw('get', paths.electionPaper(id, 'opslag.pdf')).buffer(true).responseType('blob')
      const poster = (await textOf((await pdf).body as Buffer)).replaceAll(/\s+/g, ' ')
      const screen = (await signe.raw('get', paths.electionPaper(id, 'infoskaerm.txt'))).text
      return [poster, screen].map((text) => text.includes(`Anker Bro er død. ${GOES_ON}`))
    }
    expect(await wall()).to.deep.equal([false, false])
    const { id: written } = (await house.db('election_incidents').first('id'))!
    const vera = await house.as('vera')
    await vera.submit(await vera.get(paths.incident(id, written)), {}, SIGN)
    expect(await wall()).to.deep.equal([true, true])
  })

  it('can be mended before it is stored, with all that was typed', async () => {
    await voting()
    const check = await signe.submit(await signe.get(paths.incidents(id)), await filled(), LOOK)
    const page = await storesNothing(house, () => signe.submit(check, {}, 'Ret det'))
    expect([page.status, page.errors]).to.deep.equal([200, []])
    expect(page.value('reason')).to.equal('Hans søster ringede.')
    expect(page.value('misled')).to.equal(undefined)
    const again = await signe.submit(page, { reason: 'Hans bror ringede.' }, LOOK)
    await signe.submit(again, {}, BUTTON)
    const [stored] = await house.db('election_incidents')
    expect(stored).to.include({ because: 'died', reason: 'Hans bror ringede.' })
    expect(stored?.candidacy_id).to.equal(await idOf('Anker Bro'))
  })

  it('stands on top of the page when it is the newest, and what to do next above all', async () => {
    await voting('stops')
    await records({ because: 'misspelt', misled: 'nej' })
    await writes({}, 'Jens Ærø')
    const names = async () => (await signe.get(paths.incidents(id))).texts('main h2')
    expect(await names()).to.deep.equal(['2. Jens Ærø', '1. Anker Bro', 'Er der sket noget mere?'])
    const { id: written } = (await house.db('election_incidents').orderBy('id', 'desc').first('id'))!
    const vera = await house.as('vera')
    await vera.submit(await vera.get(paths.incident(id, written)), {}, SIGN)
    const stopped = await signe.get(paths.incidents(id))
    expect(stopped.text.indexOf('Luk den nu')).to.be.below(stopped.text.indexOf('2. Jens Ærø'))
    const shown = (await publicPage()).text
    expect(shown)
      .to.include('Navnet Anker Bro er forkert på stemmesedlen.')
      .and.not.to.include('Spørg personalet')
  })

  it('leaves the seat open when the candidate had enough votes; the result, the record and the verifier say so', async () => {
    await voting()
    await records()
    await counted()
    expect(await electedNames()).to.deep.equal([])
    await certifies(house, id)
    expect(await statusOf(house, id)).to.equal('certified')
    const shown = (await publicPage()).text
    expect(shown).to.include('Ingen er valgt på Perron 4')
    expect(shown).to.include(
      'Anker Bro fik stemmer nok, men kan ikke sidde i rådet. Pladsen bliver ikke besat.',
    )
    expect(await house.db('memberships').whereNotNull('candidacy_id')).to.deep.equal([])
    const record = readRecord((await findRecord(house.db, id))!)
    expect(record.incidents).to.have.length(1)
    expect(record.incident_reasons).to.deep.equal([{ number: 1, reason: 'Hans søster ringede.' }])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    signe = await house.as('signe')
    const pdf = await recordText()
    expect(pdf).to.include('Hvad der skete med en kandidat under afstemningen')
    expect(pdf).to.include('Hans søster ringede.')
    expect(pdf).to.include('Skrevet under af').and.include('Vera Stub')
    expect(record.incidents?.[0]).to.include({ recorded_by: 'Signe Holm', signed_by: 'Vera Stub' })
    expect(pdf).to.include('Ingen er valgt.')
  })

  it('gives the seat to the next by votes where the statutes say so', async () => {
    await voting('seat_next')
    await records()
    await counted()
    expect(await electedNames()).to.deep.equal(['Jens Ærø'])
    await certifies(house, id)
    const member = await house.db('memberships').whereNotNull('candidacy_id').first('candidacy_id')
    expect(member?.candidacy_id).to.equal(await idOf('Jens Ærø'))
    const shown = (await publicPage()).text
    expect(shown).to.include('Pladsen går til den næste efter stemmer.')
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('is held by the log: a row that was changed is named, and so is the record', async () => {
    await voting()
    await records()
    await counted()
    await certifies(house, id)
    expect(await checkRows(house.db)).to.deep.equal([])
    await takeGuardsOff(house.db)
    await house.db('election_incidents').where({ election_id: id }).update({ because: 'not_eligible' })
    const [changed, ...others] = await checkRows(house.db)
    expect(changed).to.deep.include({ kind: 'changed', table: 'election_incidents', columns: ['because'] })
    expect(others).to.deep.equal([])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.include('rebuilt')
    await house
      .db('election_incidents')
      .where({ election_id: id })
      .update({ because: 'misspelt', effect: 'none' })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.include('result')
  })

  it('fits for an outsider who has the record alone, and not once it says another thing', async () => {
    await voting('seat_next')
    await records()
    await counted()
    await certifies(house, id)
    const { document, hash } = (await findRecord(house.db, id))!
    const verdict = async (text: string, record: string) =>
      verify({
        files: [{ name: 'protokol.json', bytes: new TextEncoder().encode(text) }],
        printed: { record, line: '', log: '', codes: '', parts: '' },
      })
    expect((await verdict(document, hash)).verdict).to.equal('fits')
    const edited = document.replace('"effect":"seat_next"', '"effect":"seat_open"')
    const findings = (await verdict(edited, sha256(edited))).findings.filter(
      ({ result }) => result === 'wrong',
    )
    expect(findings.map(({ check }) => check)).to.include.members(['outcome', 'result'])
  })

  it('changes no result while the candidate has too few votes', async () => {
    await voting()
    await records({}, 'Åse Wang')
    await counted()
    expect(await electedNames()).to.deep.equal(['Anker Bro'])
  })

  it('takes no seat from a wrong name, and says what the public record keeps back', async () => {
    await voting('stops')
    const unsaid = await storesNothing(house, () => records({ because: 'misspelt' }))
    expect(unsaid.status).to.equal(422)
    expect(unsaid.errors).to.deep.equal(['Svar på, om vælgerne kan have taget fejl.'])
    expect(unsaid.value('reason')).to.equal('Hans søster ringede.')
    await records({ because: 'misspelt', misled: 'nej' })
    expect(await statusOf(house, id)).to.equal('polling')
    await counted()
    expect(await electedNames()).to.deep.equal(['Anker Bro'])
    await certifies(house, id)
    const { document } = (await findRecord(house.db, id))!
    const { sections } = JSON.parse(publicRecord(document, ['incidents'])) as {
      sections: Record<string, object>
    }
    expect(sections.incident_reasons).to.have.keys('hash')
    expect(sections.incidents).to.have.keys('salt', 'value')
  })

  it('stops the vote under the other rule: nobody votes, the papers are accounted for, nothing is counted, a rerun follows', async () => {
    await voting('stops')
    const page = await records()
    expect(page.text).to.include('Afstemningen er stoppet, og ingen kan stemme mere.')
    expect(await statusOf(house, id)).to.equal('stopped')
    await expectRefused(() => official(house, 'signe').then((by) => handOutPaper(house.db, by, id)))
    expect((await publicPage()).text).to.include('Stemmerne bliver ikke talt. Der kommer et nyt valg.')
    const bo = await house.as('bo')
    expect((await bo.get(paths.election(id))).text).to.include('Afstemningen er stoppet. Luk den')
    const closed = await closes()
    expect(closed.notice).to.equal('Afstemningen er lukket. Stemmerne bliver ikke talt.')
    expect(await statusOf(house, id)).to.equal('annulled')
    expect(await house.db('paper_accounts').where({ election_id: id }).first()).to.include({ handed_out: 31 })
    const count = await (await house.as('bo')).get(paths.count(id))
    expect(count.$('main form[method=post]').length).to.equal(0)
    expect(count.url).to.equal(paths.election(id))
    const record = readRecord((await findRecord(house.db, id))!)
    expect([record.made_at, record.result, record.totals, record.rounds]).to.deep.equal([
      'annulled',
      null,
      null,
      [],
    ])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    expect(await recordText()).to.include('Afstemningen er stoppet. Stemmerne bliver ikke talt.')
    expect((await signe.get(paths.election(id))).$('main .next-step a').attr('href')).to.equal(
      paths.rerun(id),
    )
    expect((await signe.get(paths.rerun(id))).status).to.equal(200)
    expect((await signe.get(paths.packages(id))).status).to.equal(200)
  })

  it('stops the vote when voters can have taken one name for another, whatever the statutes say of death', async () => {
    await voting()
    await records({ because: 'misspelt', misled: 'ja' })
    expect(await statusOf(house, id)).to.equal('stopped')
  })

  it('is for the board alone, once votes can have been cast, on a day that has come', async () => {
    id = await anOpenElection(house)
    signe = await house.as('signe')
    const early = await signe.get(paths.incidents(id))
    expect(early.text).to.include('Ingen har stemt endnu. Åbn kandidatlisten igen')
    expect(early.$('main form[method=post]').length).to.equal(0)
    await handOutPaper(house.db, await official(house, 'signe'), id)
    const bo = await (await house.as('bo')).get(paths.incidents(id))
    expect(bo.text).to.include(
      'Det gør valgbestyrelsen, og du er ikke med i den ved dette valg. Siden siger, hvem I skal ringe til.',
    )
    expect(bo.$('main form[method=post]').length).to.equal(0)
    const ahead = await storesNothing(house, () => records({ learnt_on: '11-03-2026' }))
    expect([ahead.status, ahead.errors]).to.deep.equal([422, ['Dagen er ikke kommet endnu.']])
    const unsure = await filled()
    const check = await storesNothing(house, async () =>
      signe.submit(await signe.get(paths.incidents(id)), unsure, LOOK),
    )
    expect(check.heading).to.equal('Passer det?')
    expect(check.$('main h2[translate=no]').text()).to.equal('Anker Bro')
    expect(check.text).to.include('Får kandidaten stemmer nok, bliver pladsen ikke besat.')
  })

  it('is not recorded by one of the board who stands, also under another account with the same name', async () => {
    await voting()
    await house.db('candidacies').where({ name: 'Åse Wang' }).update({ name: 'Signe Holm' })
    const page = await signe.get(paths.incidents(id))
    expect(page.text).to.include('Du er selv kandidat ved dette valg.')
    expect(page.$('main form[method=post]').length).to.equal(0)
    const by = await official(house, 'signe')
    const form = { because: 'died', reason: 'x', learnt_on: house.clock.today(), known: 0 } as const
    const candidacy = await idOf('Anker Bro')
    const refused: unknown = await storesNothing(house, () =>
      recordIncident(house.db, by, id, { ...form, candidacy }).catch((error: unknown) => error),
    )
    expect(refused).to.have.property('reason', 'incident_by_candidate')
  })

  it('is recorded once: not by a double click, nor by the second of two, nor of one who has died already', async () => {
    await voting()
    const vera = await house.as('vera')
    const form = await filled()
    const checkOf = async (visitor: Visitor) =>
      visitor.submit(await visitor.get(paths.incidents(id)), form, LOOK)
    const [first, second] = [await checkOf(signe), await checkOf(vera)]
    await signe.submit(first, {}, BUTTON)
    await storesNothing(house, () => signe.submit(first, {}, BUTTON))
    const late = await storesNothing(house, () => vera.submit(second, {}, BUTTON))
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal([
      'Det blev ikke gemt. En anden har skrevet noget ind imens. Se det først.',
    ])
    expect(late.text).to.include('Hans søster ringede.')
    const waiting = await storesNothing(house, () => writes({ because: 'not_eligible' }))
    expect(waiting.errors).to.deep.equal([
      'Der er allerede skrevet noget om kandidaten, som venter på en underskrift. Skriv under på det, eller sig nej til det først.',
    ])
    const incident = await house.db('election_incidents').first('id')
    await signIncident(house.db, await official(house, 'vera'), id, incident!.id)
    const again = await storesNothing(house, () => writes({ because: 'not_eligible' }))
    expect(again.errors).to.deep.equal(['Det er allerede skrevet ind, at kandidaten ikke kan få pladsen.'])
    expect(await house.db('election_incidents').where({ election_id: id })).to.have.length(1)
  })

  it('waits for polls that close at the same time: one of them comes first, and what is refused is told', async () => {
    await voting('stops')
    const by = await official(house, 'signe')
    const form = {
      because: 'died',
      reason: 'Hans søster ringede.',
      learnt_on: house.clock.today(),
      known: 0,
    } as const
    const candidacy = await idOf('Anker Bro')
    const { incident: waiting } = await recordIncident(house.db, by, id, { ...form, candidacy })
    const second = await official(house, 'vera')
    house.clock.set(DAYS.evening)
    const both = await Promise.allSettled([
      signIncident(house.db, second, id, waiting),
      closePolling(house.db, by, id, { closed_at: '14.00', ...PAPERS }),
    ])
    const [incident, closing] = both.map(({ status }) => status === 'fulfilled')
    const status = await statusOf(house, id)
    const expected = incident ? (closing ? 'annulled' : 'stopped') : 'closed'
    expect(status).to.equal(expected)
    expect(await house.db('incident_answers').where({ election_id: id })).to.have.length(incident ? 1 : 0)
    const told = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Conflict).reason] : []))
    expect(told).to.deep.equal(incident ? [] : ['election_is_closed'])
  })

  it('is not for a poll that has closed', async () => {
    await voting()
    const vera = await house.as('vera')
    const open = await vera.get(paths.incidents(id))
    const form = await filled()
    const why = { closed_at: '12.00', early_reason: 'Der kom ikke flere.' }
    await closePolling(house.db, await official(house, 'signe'), id, { ...why, ...PAPERS })
    const late = await storesNothing(house, () => vera.submit(open, form, LOOK))
    expect(late.status).to.equal(409)
    expect(late.text).to.include('Det kan kun skrives ind, mens der bliver stemt.')
    expect(late.text).to.include(form.reason)
  })

  it('keeps what the second one typed when the first one has stopped the vote', async () => {
    await voting('stops')
    const vera = await house.as('vera')
    const open = await vera.get(paths.incidents(id))
    await records()
    const typed = await filled({ because: 'other', reason: 'Navnet står forkert på sedlen.' })
    const late = await storesNothing(house, () => vera.submit(open, typed, LOOK))
    expect(late.status).to.equal(409)
    expect(late.text).to.include('Navnet står forkert på sedlen.')
  })

  it('voids the ballot on a tablet when the vote stops, and the box is closed and never opened', async () => {
    ;({ id } = await anOpenBoothElection(house))
    await ruledBy(house, id, { afterFirstVote: 'stops' })
    const tablet: Tablet = await aBooth(house, id)
    await tablet.vote('Jens Ærø')
    const ready = await tablet.choose(await tablet.ballot(), 'Åse Wang')
    signe = await house.as('signe')
    await records()
    await tablet.cast(ready)
    expect(await house.db('envelopes').where({ election_id: id })).to.have.length(1)
    house.clock.set(DAYS.evening)
    await closePolling(house.db, await official(house, 'signe'), id, { closed_at: '14.00' })
    expect(await statusOf(house, id)).to.equal('annulled')
    signe = await house.as('signe')
    expect((await signe.get(paths.box(id))).$('main form[method=post]').length).to.equal(0)
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })
})

async function expectRefused(run: () => Promise<unknown>): Promise<void> {
  const refused = await run().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(refused).to.have.property('reason', 'election_is_stopped')
}
