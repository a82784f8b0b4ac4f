import type { Insight } from '../../../../models/privacy/insight/insight.ts'
import type { InsightAccount } from '../../../../models/privacy/insight/accounts.ts'
import { parseDate } from '../../../../models/core/dates.ts'
import type { InsightFact, InsightThing } from '../../../paper/privacy/insight.ts'
import { dated, type Words } from './words.ts'

export function attendanceFacts({ t, by }: Words, attendance: Insight['attendance']): InsightFact[] {
  return attendance.map(({ held_on, title, status }) => [
    by(title, held_on),
    t(`attendance.status.${status}`),
  ])
}

/** Says that a password is stored, never the password. */
export function accountThings(words: Words, accounts: Insight['accounts']): InsightThing[] {
  const { t, day, facts } = words
  return accounts.map((account) => ({
    heading: account.name,
    facts: facts(
      ['email', account.email],
      ['phone', account.phone],
      ['role', t(`roles.${account.role}`)],
      ['places', account.places.join(', ')],
      ['opened_on', day(account.made_on)],
      ['closed_on', dated(words, account.closed_on)],
      ['reminded', t(account.reminded ? 'common.yes' : 'common.no')],
      ['reminded_on', dated(words, account.remindedOn)],
      ['password', t(`insight.password.${account.hasPassword ? 'stored' : 'none'}`)],
      ...account.links.map((link) => ['link', linkText(words, link)] as const),
    ),
  }))
}

function linkText({ t, day }: Words, { expires_at, used_at }: InsightAccount['links'][number]): string {
  const on = parseDate((used_at ?? expires_at).slice(0, 10))
  return t(`insight.link_${used_at === null ? 'until' : 'used'}`, { date: on ? day(on) : '' })
}

export function dutyFacts(words: Words, duties: Insight['duties']): InsightFact[] {
  const { t, day, by, election } = words
  return duties.map((duty) => {
    const name = by(election(duty), duty.polling_on)
    const on = duty.on === null ? '' : ` ${t('insight.done_on', { date: day(duty.on) })}`
    return [t(`insight.duty.${duty.kind}`), `${name}.${on}`]
  })
}

export function importThings(words: Words, imports: Insight['imports']): InsightThing[] {
  const { t, day, by, facts } = words
  return imports.map((one) => ({
    heading: one.file_name,
    facts: facts(
      ['read_by', by(one.stored_by ?? one.made_by, one.stored_on ?? one.made_on)],
      ['brought', one.broughtPerson ? t('common.yes') : null],
      ...one.lines.map(({ line, starts_on, ends_on, organisation }) => {
        const span = t('register.story.from_to', { from: day(starts_on), to: day(ends_on) })
        const text = `${t('insight.line', { number: line })}: ${span}`
        return ['file_line', organisation === null ? text : `${text}, ${organisation}`] as const
      }),
      ['undone', one.undone_on && by(one.undone_by ?? '', one.undone_on)],
    ),
  }))
}
