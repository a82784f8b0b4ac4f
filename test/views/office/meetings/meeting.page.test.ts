import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { MeetingRow } from '../../../../models/meetings/tables.ts'
import { meetingPage, type MeetingPage } from '../../../../views/office/meetings/meeting.page.ts'
import { aMeetingRow, anAttendance, theTable } from '../../../support/plain/meetings.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'

function pageOf(
  given: Partial<MeetingRow>,
  { reader = aReader({ on: '2026-01-15' }), statutes = randers() } = {},
): MeetingPage {
  const meeting = aMeetingRow({ planned_on: isoDate('2026-01-15'), ...given })
  return meetingPage(reader, anAttendance(theTable({ present: 1 }), { meeting, statutes }), [])
}

describe('The page of a meeting', () => {
  it('warns of short notice as long as the meeting is still to be held, and says that the rule is assumed', () => {
    const short = (day: string, on?: string) =>
      pageOf({ held_on: isoDate(day) }, { reader: aReader({ on: on ?? '2026-01-15' }) }).shortNotice
    const rest = 'Reglen er 8 dage. Spørg medlemmerne, om det er i orden.'
    expect(short('2026-01-22')?.text).to.equal(`Det blev planlagt 7 dage før. ${rest}`)
    expect(short('2026-01-16')?.text).to.equal(`Det blev planlagt dagen før. ${rest}`)
    expect(short('2026-01-15')?.text).to.equal(`Det blev planlagt samme dag. ${rest}`)
    expect(short('2026-01-22')?.assumed).to.deep.equal({
      rules: ['Indkaldelse til møder'],
      href: '/vedtaegter#noticeDays',
    })
    expect(short('2026-01-23')).to.equal(null)
    expect(short('2026-01-22', '2026-01-23')).to.equal(null)
  })

  it('offers attendance and a change to those who may', () => {
    const links = (as: 'secretary' | 'chair' | 'member', on: string) => {
      const { attendance, editHref } = pageOf({}, { reader: aReader({ as, on }) })
      return [attendance?.text, editHref]
    }
    const edit = '/kontor/moeder/4/ret'
    expect(links('secretary', '2026-01-14')).to.deep.equal(['Skriv forfald', edit])
    expect(links('chair', '2026-01-15')[1]).to.equal(edit)
    expect(links('chair', '2026-01-16')[0]).to.not.equal(links('chair', '2026-01-15')[0])
    expect(links('member', '2026-01-15')).to.deep.equal([undefined, null])
  })

  it('says of each member what is written, and before the day only what is written', () => {
    const said = (on: string) =>
      pageOf({}, { reader: aReader({ on }) })
        .chairs.slice(0, 2)
        .map((chair) => chair.said)
    expect(said('2026-01-15')).to.deep.equal(['Til stede', 'Ikke oplyst'])
    expect(said('2026-01-14')).to.deep.equal(['Til stede', null])
  })

  describe('has the last day to send items in', () => {
    const FEBRUARY = { held_on: isoDate('2026-02-02') }

    it('until the meeting, also when it is over', () => {
      const on = (day: string) => pageOf(FEBRUARY, { reader: aReader({ on: day }) }).itemDeadline
      expect(on('2026-01-23')).to.deep.equal(['Punkter skal være sendt ind senest den 23. januar 2026.'])
      expect(on('2026-01-24')).to.deep.equal(['Punkter skulle være sendt ind senest den 23. januar 2026.'])
      expect(on('2026-02-02')).to.equal(null)
    })

    it('that was never open for a meeting that is planned too late for it, and what to do', () => {
      expect(pageOf({ held_on: isoDate('2026-01-24') }).itemDeadline).to.deep.equal([
        'Fristen for punkter var den 14. januar 2026. Mødet blev først planlagt bagefter, så aftal, hvad der kan komme med.',
      ])
      expect(pageOf({ held_on: isoDate('2026-01-25') }).itemDeadline?.[0]).to.include(
        'sendt ind senest den 15. januar 2026',
      )
    })

    it('counted from the day of the call when the statutes say so, and leans on both rules', () => {
      const statutes = randers({ itemDeadlineDays: { beforeDispatch: 2 } })
      const page = pageOf(FEBRUARY, { statutes })
      // Eight days of notice is 25 January; the notice is still assumed.
      expect(page.itemDeadline).to.deep.equal(['Punkter skal være sendt ind senest den 23. januar 2026.'])
      expect(page.assumed).to.deep.equal({
        rules: ['Indkaldelse til møder'],
        href: '/kontor/vedtaegter/noticeDays',
      })
    })
  })

  it('says of an extra meeting who asked for it and by when it must be held', () => {
    const statutes = randers({ extraordinaryMeetings: { askedBy: ['chair'], withinDays: 14 } })
    const asked = { extraordinary: 1, asked_by: 'chair', asked_on: isoDate('2026-01-15') } as const
    const lines = (given: Partial<MeetingRow>) => pageOf({ ...asked, ...given }, { statutes }).extraordinary
    const sentence =
      'Formanden har bedt om det den 15. januar 2026. Det skal være holdt senest den 29. januar 2026.'
    expect(lines({})?.join(' ')).to.equal(`Ekstra møde ${sentence}`)
    expect(lines({ held_on: isoDate('2026-02-02') })?.join(' ')).to.equal(
      `Ekstra møde ${sentence} Mødet ligger efter den dag.`,
    )
    expect(lines({ asked_on: null })).to.deep.equal(['Ekstra møde', 'Formanden har bedt om det.'])
    expect(pageOf({}, { statutes }).extraordinary).to.equal(null)
  })
})
