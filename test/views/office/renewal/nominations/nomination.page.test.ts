import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { nominationListPage } from '../../../../../views/office/renewal/nominations/list.page.ts'
import { nominationPage } from '../../../../../views/office/renewal/nominations/nomination.page.ts'
import {
  anAnswerOf,
  anAskedBody,
  aPlainNomination,
  aSeat,
  theTerm,
} from '../../../../support/plain/nominations.ts'
import { aReader } from '../../../../support/reader.ts'
import { anId } from '../../../../support/ids.ts'

const reader = aReader({ on: '2026-01-15' })

const agreed = aPlainNomination({
  answers: [anAnswerOf(1, 9, 'Bodil Rask'), anAnswerOf(2, 9, 'Bodil Rask')],
  outcome: { state: 'agreed', person: anId(9) },
})
const disagreed = aPlainNomination({
  answers: [anAnswerOf(1, 9, 'Bodil Rask'), anAnswerOf(2, 8, 'Hans Terkildsen')],
  outcome: {
    state: 'disagreement',
    proposals: [
      { body_id: anId(1), person: anId(9) },
      { body_id: anId(2), person: anId(8) },
    ],
  },
})
const said = {
  appointing_body: 'Socialudvalget',
  decided_on: isoDate('2026-01-14'),
  recorded_by: 'Signe Holm',
}
const appointed = aPlainNomination({
  ...agreed,
  status: 'appointed',
  appointment: {
    ...{ id: anId(1), nomination_id: anId(6), person_id: anId(9), person: 'Bodil Rask', ...said },
    ...{ case_number: null, eligible_as: 'resident', note: null },
  },
})
const closed = aPlainNomination({
  status: 'closed',
  closing: {
    nomination_id: anId(6),
    closed_on: isoDate('2026-01-15'),
    reason: 'Ingen',
    recorded_by: 'Signe Holm',
  },
})

function pageOf(nomination = aPlainNomination(), as: Parameters<typeof aReader>[0] = {}, sits?: string) {
  const elsewhere = new Map(sits === undefined ? [] : [[anId(9), sits]])
  return nominationPage(aReader({ on: '2026-01-15', ...as }), nomination, elsewhere)
}

describe('The page of a nomination', () => {
  it('says whom it waits for, and leads to the next step of each state', () => {
    const waiting = pageOf()
    expect(waiting.lead).to.equal('SAND og Livtagerne har ikke svaret endnu.')
    // Nothing is sent yet, so the letter is next; the answer comes when it is.
    expect(waiting.next).to.deep.equal({
      text: 'Send brevet',
      href: '/kontor/udpegninger/6/breve/anmodning/1',
    })
    const answered = aPlainNomination({ answers: [anAnswerOf(1, 9, 'Bodil Rask')] })
    expect(pageOf(answered).next).to.deep.equal({ text: 'Skriv et svar', href: '/kontor/udpegninger/6/svar' })
    expect(pageOf(agreed).next?.href).to.equal('/kontor/udpegninger/6/samtykke?person=9')
    expect(pageOf(agreed).lead).to.include('Udpegningen venter på det.')
    expect(pageOf(disagreed).next?.text).to.equal('Skriv, hvad der er besluttet')
    expect(pageOf(aPlainNomination({ outcome: { state: 'nobody' } })).next?.text).to.equal('Skriv et svar')
    expect(pageOf(appointed).next).to.equal(null)
    expect(pageOf(closed).next).to.equal(null)
  })

  it('lets the secretary write while it is open, and others read', () => {
    expect(pageOf().mayWrite).to.equal(true)
    for (const as of ['chair', 'auditor'] as const) expect(pageOf(agreed, { as }).mayWrite).to.equal(false)
    expect(pageOf(appointed).mayWrite).to.equal(false)
    expect(pageOf(closed).mayWrite).to.equal(false)
  })

  it('is late only while it waits, from the day after the last day', () => {
    expect(pageOf(aPlainNomination(), { on: '2026-01-26' }).late).to.equal(false)
    expect(pageOf(aPlainNomination(), { on: '2026-01-28' })).to.include({
      late: true,
      due: '2 dage over fristen',
    })
    expect(pageOf(agreed, { on: '2026-01-28' }).late).to.equal(false)
  })

  it('has the decision as its last step where they disagree, else the appointment', () => {
    const states = (nomination = aPlainNomination()) => pageOf(nomination).steps.map(({ state }) => state)
    expect(states()).to.deep.equal(['done', 'current', 'todo'])
    expect(states(agreed)).to.deep.equal(['done', 'done', 'current'])
    expect(states(appointed)).to.deep.equal(['done', 'done', 'done'])
    const steps = pageOf(disagreed).steps
    expect(steps.at(-1)).to.deep.equal({ label: 'Ikke enige', state: 'current' })
    expect(steps[1]?.note).to.include('2').and.not.to.include('1')
  })

  it('tells the seat that the nominee holds, the nominee’s own words, and an answer that was taken back', () => {
    const reply = {
      id: anId(1),
      nomination_id: anId(6),
      person_id: anId(9),
      replied_on: isoDate('2026-01-13'),
      recorded_by: 'X',
    }
    const page = pageOf(
      aPlainNomination({
        bodies: [anAskedBody(1, 'SAND', { successor_reason: 'Efterfølger' }), anAskedBody(2, 'Livtagerne')],
        answers: [
          anAnswerOf(1, 8, 'Hans Terkildsen', { counts: false }),
          anAnswerOf(1, 9, 'Bodil Rask', { reply: { ...reply, reply: 'yes' } }),
        ],
      }),
      {},
      'Perron 4',
    )
    const [first, second] = page.bodies
    expect(first?.answer).to.include({ person: 'Bodil Rask', sitsOn: 'Perron 4' })
    expect(first?.answer?.reply).to.deep.equal({ said: 'yes', on: '2026-01-13' })
    expect(first?.successorReason).to.equal('Efterfølger')
    expect(second?.answer).to.equal(null)
    expect(page.earlier).to.deep.equal([{ body: 'SAND', person: 'Hans Terkildsen', on: '2026-01-12' }])
  })

  it('puts the letters where they went', () => {
    const sent = {
      id: anId(1),
      nomination_id: anId(6),
      sent_on: isoDate('2026-01-05'),
      recorded_by: 'X',
    } as const
    const page = pageOf({
      ...appointed,
      letters: [
        { ...sent, kind: 'request', body_id: anId(1), sent_by_way_of: 'paper' },
        { ...sent, kind: 'appointment', body_id: null, sent_by_way_of: 'email' },
      ],
    })
    expect(page.bodies.map(({ letters }) => letters.length)).to.deep.equal([1, 0])
    expect(page.appointment?.letters).to.deep.equal([{ kind: 'appointment', way: 'email', on: '2026-01-05' }])
  })

  it('leans on the rules that nobody has confirmed, and leads to where that can be done', () => {
    const assumed = { agreementConfirmed: false, appointingBodyConfirmed: false }
    expect(pageOf(aPlainNomination(assumed)).assumed.rules).to.have.length(2)
    const key = 'areas.kontanthjaelp.agreement'
    expect(pageOf(aPlainNomination(assumed)).assumed.href).to.equal(`/kontor/vedtaegter/${key}`)
    expect(pageOf(aPlainNomination(assumed), { as: 'chair' }).assumed.href).to.equal(`/vedtaegter#${key}`)
    expect(pageOf().assumed.rules).to.deep.equal([])
  })
})

describe('The list of nominations', () => {
  it('says where each stands and how it ended', () => {
    const page = nominationListPage(reader, [disagreed], [appointed, closed], [])
    expect(page.open[0]?.standing).to.equal(
      'Organisationerne er ikke enige. De foreslår Bodil Rask og Hans Terkildsen.',
    )
    expect(page.open[0]?.ended).to.equal('')
    expect(page.ended.map(({ ended }) => ended)).to.deep.equal([
      'Besluttet den 14. januar 2026.',
      'Lukket den 15. januar 2026.',
    ])
  })

  it('names the organisations to remind, from a week before the deadline', () => {
    const due = (on: string) => nominationListPage(aReader({ on }), [aPlainNomination()], [], []).reminders
    expect(due('2026-01-18')).to.deep.equal([])
    expect(due('2026-01-19').map(({ name }) => name)).to.deep.equal(['SAND', 'Livtagerne'])
    expect(due('2026-01-19')[0]?.href).to.equal('/kontor/udpegninger/6/breve/paamindelse/1')
  })

  it('says since when a seat is vacant, or from when it will be', () => {
    const toFill = (vacantSince?: string) => {
      const since = vacantSince === undefined ? undefined : isoDate(vacantSince)
      return nominationListPage(reader, [], [], [{ seat: aSeat(), term: theTerm, vacantSince: since }])
        .toFill[0]
    }
    expect(toFill()?.vacant).to.equal('Ledig.')
    expect(toFill('2026-01-15')?.vacant).to.equal('Ledig siden 15. januar 2026.')
    expect(toFill('2026-01-16')?.vacant).to.equal('Ledig fra 16. januar 2026.')
    expect(toFill()?.href).to.equal('/kontor/udpegninger/ny?plads=kontanthjaelp&periode=3')
  })
})
