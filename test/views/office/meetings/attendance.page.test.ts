import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { quorumBox, type QuorumBox } from '../../../../views/office/meetings/_quorum.page.ts'
import { attendancePage } from '../../../../views/office/meetings/attendance.page.ts'
import { aChair, aMeetingRow, anAttendance, theTable } from '../../../support/plain/meetings.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'

const ON = '2026-01-15'

function line({ said, figures }: QuorumBox): string {
  return [said, ...figures].join(' · ')
}

describe('The line that says whether the council can decide', () => {
  const vera = aReader({ as: 'chair', on: ON })

  it('is not known until somebody is marked; apologies alone do not tell who is there on the day', () => {
    const unknown = 'Fremmøde er ikke oplyst; kan ikke beregnes'
    expect(line(quorumBox(vera, anAttendance()))).to.equal(unknown)
    expect(line(quorumBox(vera, anAttendance(theTable({ excused: 2 }))))).to.equal(unknown)
    expect(quorumBox(vera, anAttendance()).next).to.equal('Tryk ud for hvert medlem.')
  })

  it('with "mindst halvdelen" of nine seats needs five', () => {
    const at = (present: number) => quorumBox(vera, anAttendance(theTable({ present })))
    expect(line(at(4))).to.equal('Ikke beslutningsdygtig · 4 af 9 · der mangler 1')
    expect(at(4).next).to.equal(
      'Lige nu må I orientere hinanden, udsætte punkter og lukke mødet. I kan ikke tage beslutninger.',
    )
    expect(line(at(5))).to.equal('Beslutningsdygtig · 5 af 9 · kravet er 5')
    expect(at(5).next).to.equal(null)
    expect(line(at(9))).to.equal('Beslutningsdygtig · 9 af 9 · kravet er 5')
  })

  it('counts a vacant seat, unless the statutes count only those that are filled', () => {
    const chairs = theTable({ present: 4, vacant: 1 })
    const all = quorumBox(vera, anAttendance(chairs))
    expect(line(all)).to.equal('Ikke beslutningsdygtig · 4 af 9 · der mangler 1')
    expect(all.rule).to.include('Alle pladser tæller med, også de ledige.')
    const rule = { share: [1, 2], comparison: 'at_least', base: 'filled_seats' } as const
    const statutes = randers({ quorum: { ...rule, share: [...rule.share] } })
    const filled = quorumBox(vera, anAttendance(chairs, { statutes }))
    expect(line(filled)).to.equal('Beslutningsdygtig · 4 af 8 · kravet er 4')
    expect(filled.rule).to.include('Ledige pladser tæller ikke med.')
  })

  it('before the day tells of apologies, and to those who write them what to do', () => {
    const meeting = aMeetingRow({ held_on: isoDate('2026-01-30') })
    const before = (excused: number) => anAttendance(theTable({ excused }), { meeting })
    expect(line(quorumBox(vera, before(0)))).to.equal('Mødet er ikke begyndt · ingen har meldt forfald')
    expect(line(quorumBox(vera, before(1)))).to.equal('Mødet er ikke begyndt · 1 har meldt forfald')
    expect(quorumBox(vera, before(0)).next).to.match(/^Du kan skrive forfald nu/)
    expect(quorumBox(aReader({ as: 'member', on: ON }), before(0)).next).to.equal(null)
  })

  it('asks nothing more of a meeting that is over', () => {
    const short = anAttendance(theTable({ present: 4 }))
    expect(quorumBox(aReader({ as: 'chair', on: '2026-01-16' }), short).next).to.equal(null)
    expect(quorumBox(aReader({ as: 'member', on: ON }), short).next).to.not.equal(null)
  })

  it('leads those who may confirm an assumed rule to it, and others to where it is read', () => {
    const title = 'Hvornår kan rådet tage beslutninger?'
    expect(quorumBox(vera, anAttendance()).assumed).to.deep.equal({
      rules: [title],
      href: '/vedtaegter#quorum',
    })
    expect(quorumBox(aReader({ on: ON }), anAttendance()).assumed).to.deep.equal({
      rules: [title],
      href: '/kontor/vedtaegter/quorum',
    })
  })

  it('is there in English', () => {
    const reader = aReader({ as: 'chair', on: ON, lang: 'en' })
    expect(line(quorumBox(reader, anAttendance()))).to.equal(
      'Attendance is not recorded; cannot be worked out',
    )
  })
})

describe('The page on which attendance is written', () => {
  const buttons = (on: string, lang: 'da' | 'en' = 'da') =>
    attendancePage(aReader({ as: 'chair', on, lang }), anAttendance()).choices.map(({ text }) => text)

  it('offers all that can be written, and before the day only apologies', () => {
    expect(buttons(ON)).to.deep.equal(['Til stede', 'Forfald', 'Gået', 'Udeblevet'])
    expect(buttons(ON, 'en')).to.deep.equal(['Present', 'Apologies', 'Left', 'Absent'])
    expect(buttons('2026-01-14')).to.deep.equal(['Forfald'])
  })

  it('has a row for each seat, with the member, their office and what is written, or vacant', () => {
    const chairs = [aChair(1, { name: 'Maja Lund', office: 'chair', status: 'left' }), aChair(2)]
    const page = attendancePage(aReader({ as: 'chair', on: ON }), anAttendance(chairs))
    expect(page.chairs).to.deep.equal([
      {
        slug: 'slotsgaarden-1',
        seat: 'Slotsgården 1',
        member: { membershipId: 1, name: 'Maja Lund', office: 'Formand', status: 'left' },
      },
      { slug: 'slotsgaarden-2', seat: 'Slotsgården 2', member: null },
    ])
    expect([page.action, page.back]).to.deep.equal(['/kontor/moeder/4/fremmoede', '/kontor/moeder/4'])
  })
})
