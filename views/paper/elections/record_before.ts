import { formatLongDate } from '../../../models/core/dates.ts'
import { ruleTitle } from '../../partials/statutes/statutes_text.ts'
import { space } from '../kit/paper.ts'
import { capital } from '../../words.ts'
import { hoursOf } from './posters/notices.ts'
import { by, day, drawLot, none, type Recording } from './record_parts.ts'
import { table } from '../kit/table.ts'
import { facts, heading, paragraph } from '../kit/text.ts'

export function writeElection(paper: Recording, title: string): void {
  const { record, t, lang } = paper
  const { election, statutes } = record
  heading(paper, 2, title)
  facts(paper, [
    [t('documents.record.area'), election.area_name],
    [t('documents.record.kind'), t(`public_election.kind.${election.kind}`)],
    ...(election.rerun_of === null
      ? []
      : [[t('documents.record.rerun_of'), `${election.rerun_of}`] as const]),
    [t('documents.record.number'), `${election.id}`],
    [t('elections.seats'), `${election.seats}`],
    [t('documents.record.term'), `${day(paper, election.term[0])} – ${day(paper, election.term[1])}`],
    [t('elections.place'), election.place],
    [t('elections.means_label'), t(`elections.means.${election.means}`)],
    [t('documents.record.roll'), t(`documents.record.roll_kind.${election.roll_kind}`)],
    [t('elections.board_label'), new Intl.ListFormat(lang).format(record.board)],
  ])
  space(paper, 4)
  heading(paper, 3, t('documents.record.rules'))
  const reference = `${statutes.title} (${statutes.reference})`
  paragraph(
    paper,
    t('documents.record.statutes', {
      title: reference,
      date: day(paper, statutes.in_force_from),
      version: statutes.version_id,
    }),
  )
  if (statutes.assumed.length === 0) {
    paragraph(paper, t('documents.record.all_confirmed'))
    return
  }
  paragraph(paper, t('documents.record.assumed', { count: statutes.assumed.length }), { weight: 'medium' })
  paragraph(paper, statutes.assumed.map((key) => ruleTitle(t, key)).join(' · '), { size: 9.5 })
}

export function writeTimetable(paper: Recording, title: string): void {
  const { record, t, lang } = paper
  const { timetable, election } = record
  heading(paper, 2, title)
  const own = { held_on: timetable.polling_on, place: election.place, ...timetable }
  const sittings = timetable.sittings.length > 0 ? timetable.sittings : [own]
  facts(paper, [
    [t('elections.candidates_by'), capital(formatLongDate(timetable.candidates_by, lang))],
    ...sittings.map((one, index) => {
      const label =
        sittings.length > 1 ? t('documents.record.sitting', { number: index + 1 }) : t('elections.polling_on')
      return [
        label,
        `${capital(formatLongDate(one.held_on, lang))} ${hoursOf(one, lang)}, ${one.place}`,
      ] as const
    }),
    [t('elections.complaints_until'), capital(formatLongDate(timetable.complaints_until, lang))],
  ])
  for (const one of timetable.moves ?? []) {
    const days = { was: day(paper, one.was), day: day(paper, one.polling_on) }
    paragraph(paper, t('documents.record.moved', { ...days, by: by(paper, one.moved_by, one.moved_on) }))
    paragraph(paper, one.reason)
  }
}

export function writeCandidates(paper: Recording, title: string): void {
  const { record, t } = paper
  heading(paper, 2, title)
  if (record.candidates.length === 0) {
    none(paper, 'candidates')
    return
  }
  const columns = [
    { heading: t('documents.record.position'), share: 1.1 },
    { heading: t('documents.record.name'), share: 4 },
    { heading: t('documents.record.consented'), share: 2.4 },
    { heading: t('documents.record.ground'), share: 3 },
    { heading: t('documents.record.checked'), share: 3.4 },
  ]
  const rows = record.candidates.map((one) => [
    one.position === null ? '–' : `${one.position}`,
    one.withdrawn_on === null
      ? one.name
      : `${one.name} (${t(`documents.record.${one.withdrawn_because ?? 'withdrawn'}`, { date: day(paper, one.withdrawn_on) })})`,
    day(paper, one.consented_on),
    t(`elections.candidates.ground.${one.eligible_as}`),
    by(paper, one.eligibility_checked_by, one.eligibility_checked_on),
  ])
  table(paper, columns, rows, { size: 9 })
  space(paper, 8)
  const { version, ordered_by, lot, reopenings = [] } = record.list
  paragraph(paper, t(`documents.record.ordered_${ordered_by}`, { version }))
  if (lot) drawLot(paper, lot, 'order')
  for (const one of reopenings) {
    const why = t(`public_election.list_because.${one.because}`)
    const who = by(paper, one.reopened_by, one.reopened_on)
    paragraph(paper, t('documents.record.reopened', { version: one.list_version, by: who, why }))
    paragraph(paper, one.reason)
  }
}
