import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { RosterLine } from '../../../../../models/council/roster.ts'
import type { Askable } from '../../../../../models/renewal/nominations/askable.ts'
import type { TermOfSeat } from '../../../../../models/renewal/nominations/seat_in_term.ts'
import { answerPage } from '../../../../../views/office/renewal/nominations/answer.page.ts'
import { appointPage, canBeAppointed } from '../../../../../views/office/renewal/nominations/appoint.page.ts'
import { askPage, freeTerms } from '../../../../../views/office/renewal/nominations/ask.page.ts'
import { choosePage } from '../../../../../views/office/renewal/nominations/choose.page.ts'
import { nobodyPage } from '../../../../../views/office/renewal/nominations/nobody.page.ts'
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
const [sand, livtagerne] = [anAskedBody(1, 'SAND'), anAskedBody(2, 'Livtagerne')]

describe('The seats that can be asked about', () => {
  it('are those of organisations, the vacant ones first', () => {
    const line = (label: string, person?: string, area_kind: 'place' | 'organisations' = 'organisations') =>
      ({
        seat: aSeat({ label, area_kind }),
        member: person === undefined ? undefined : { person, ends_on: isoDate('2029-12-31') },
      }) as RosterLine
    const { seats } = choosePage(reader, [
      line('Sind', 'Ellen Vang'),
      line('Perron 4', undefined, 'place'),
      line('SAND'),
    ])
    expect(seats.map(({ label }) => label)).to.deep.equal(['SAND', 'Sind'])
    expect(seats[1]?.said).to.include('Ellen Vang').and.to.include('31. december 2029')
  })
})

describe('The form that asks organisations', () => {
  const free: TermOfSeat = { term: theTerm, holder: undefined, openNomination: undefined }

  function asks(given: Partial<Askable> = {}, terms: TermOfSeat[] = [free]) {
    const askable: Askable = {
      ...{ versionId: anId(1), agreement: 'joint', active: [sand, livtagerne], ended: [] },
      ...{ agreementConfirmed: true, appointingBodyConfirmed: true },
      ...given,
    }
    return askPage(reader, aSeat(), terms, freeTerms(terms)[0], askable)
  }

  it('asks all together, or lets one be chosen', () => {
    expect(asks().everybody).to.include('SAND og Livtagerne')
    expect(asks().choices).to.deep.equal([])
    const single = asks({ agreement: 'single' })
    expect(single.everybody).to.equal(null)
    expect(single.choices.map(({ text }) => text)).to.deep.equal(['SAND', 'Livtagerne'])
    expect(asks({ agreement: 'single', active: [sand] }).everybody).to.include('SAND')
  })

  it('never takes a successor for granted', () => {
    const ended = [{ body: livtagerne, until: isoDate('2025-07-31'), successor: anAskedBody(3, 'Nordbyen') }]
    const joint = asks({ active: [sand], ended })
    expect(joint.successors.map(({ text }) => text)).to.deep.equal(['Nordbyen'])
    expect(joint.ended[0]).to.include('Livtagerne').and.to.include('31. juli 2025')
    const single = asks({ agreement: 'single', active: [sand], ended })
    expect(single.successors).to.deep.equal([])
    expect(single.choices.map(({ text }) => text)).to.deep.equal(['SAND', 'Nordbyen'])
    const none = asks({
      active: [],
      ended: [{ body: livtagerne, until: isoDate('2025-07-31'), successor: undefined }],
    })
    expect(none).to.include({ everybody: null, hasSuccessor: false })
    expect(none.ended[0]?.length).to.be.greaterThan(joint.ended[0]?.length ?? 0)
  })

  it('says what stands in the way where no term is free', () => {
    const held = { person: 'Ellen Vang', until: isoDate('2029-12-31') }
    const page = asks({}, [
      { ...free, holder: held },
      { ...free, openNomination: anId(6) },
    ])
    expect(page.terms).to.deep.equal([])
    expect(page.obstacles[0]?.text).to.include('Ellen Vang').and.to.include('2026–2029')
    expect(page.obstacles.map(({ href }) => href)).to.deep.equal([null, '/kontor/udpegninger/6'])
    expect(asks().obstacles).to.deep.equal([])
  })
})

describe('The form for an answer', () => {
  const people = [
    { id: anId(9), name: 'Bodil Rask', seat: undefined },
    { id: anId(8), name: 'Hans Terkildsen', seat: { slug: 'perron-4', label: 'Perron 4' } },
  ]

  it('offers those who are named, then the register, then somebody new', () => {
    const first = answerPage(reader, aPlainNomination(), people, [], undefined)
    expect(first.nominees.map(({ value }) => value)).to.deep.equal(['known', 'new'])
    expect(first.people.map(({ text }) => text)).to.deep.equal(['Bodil Rask', 'Hans Terkildsen (Perron 4)'])
    const named = aPlainNomination({ answers: [anAnswerOf(1, 9, 'Bodil Rask')] })
    const second = answerPage(reader, named, people, [], undefined)
    expect(second.nominees.map(({ value }) => value)).to.deep.equal(['9', 'known', 'new'])
    expect(second.people.map(({ value }) => value)).to.deep.equal(['8'])
    expect(answerPage(reader, named, people.slice(0, 1), [], undefined).nominees).to.have.length(2)
  })

  it('proposes the organisation of the link, else the only one that has not answered', () => {
    const named = aPlainNomination({ answers: [anAnswerOf(1, 9, 'Bodil Rask')] })
    const bodyOf = (nomination = named, asked?: string) => answerPage(reader, nomination, [], [], asked).body
    expect(bodyOf(named, '1')).to.equal('1')
    expect(bodyOf(named)).to.equal('2')
    expect(bodyOf(aPlainNomination())).to.equal('')
    expect(bodyOf(aPlainNomination({ bodies: [sand] }))).to.equal('1')
  })

  it('asks which organisation only where several were asked', () => {
    expect(nobodyPage(reader, aPlainNomination(), '2')).to.include({ only: undefined, body: '2' })
    expect(nobodyPage(reader, aPlainNomination({ bodies: [sand] }), undefined).only?.text).to.equal('SAND')
  })
})

describe('The form for an appointment', () => {
  const yes = {
    id: anId(1),
    nomination_id: anId(6),
    person_id: anId(9),
    reply: 'yes',
    recorded_by: 'Signe Holm',
  } as const
  const agreed = aPlainNomination({
    answers: [anAnswerOf(1, 9, 'Bodil Rask')],
    outcome: { state: 'agreed', person: anId(9) },
  })

  it('names the one they agree on, and asks for a yes that is not written down', () => {
    expect(appointPage(reader, agreed, undefined)).to.include({ agreedOn: 'Bodil Rask', asksConsent: true })
    const reply = { ...yes, replied_on: isoDate('2026-01-13') }
    const said = { ...agreed, answers: [anAnswerOf(1, 9, 'Bodil Rask', { reply })] }
    expect(appointPage(reader, said, undefined).asksConsent).to.equal(false)
  })

  it('lets the appointing body choose among proposals, each person once with the organisations', () => {
    const proposals = [
      { body_id: anId(1), person: anId(9) },
      { body_id: anId(2), person: anId(9) },
      { body_id: anId(3), person: anId(8) },
    ]
    const bodies = [sand, livtagerne, anAskedBody(3, 'Sind')]
    const answers = [anAnswerOf(1, 9, 'Bodil Rask'), anAnswerOf(3, 8, 'Hans Terkildsen')]
    const outcome = { state: 'disagreement', proposals } as const
    const page = appointPage(reader, aPlainNomination({ bodies, answers, outcome }), undefined)
    expect(page.agreedOn).to.equal(null)
    expect(page.proposals.map(({ text }) => text)).to.deep.equal(['Bodil Rask', 'Hans Terkildsen'])
    expect(page.proposals[0]?.hint).to.include('SAND og Livtagerne')
    expect(page.asksConsent).to.equal(true)
  })

  it('begins when the seat is free, and is there only when the organisations have answered', () => {
    expect(appointPage(reader, agreed, isoDate('2026-05-01')).seatFrom).to.equal('2026-05-01')
    expect(appointPage(reader, agreed, undefined).seatFrom).to.equal('2026-01-01')
    expect(canBeAppointed(agreed)).to.equal(true)
    expect(canBeAppointed(aPlainNomination())).to.equal(false)
    expect(canBeAppointed({ outcome: { state: 'nobody' } })).to.equal(false)
  })
})
