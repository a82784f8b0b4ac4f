import type { Insight } from '../../../../models/privacy/insight/insight.ts'
import type { InsightThing } from '../../../paper/privacy/insight.ts'
import { officeName } from '../../../partials/statutes/office_words.ts'
import { dated, type Words } from './words.ts'
import { chosenText } from '../../../partials/council/seat_words.ts'

/** Private reasons and notes are shown: they are not private to the person themselves. */
export function membershipThings(words: Words, memberships: Insight['memberships']): InsightThing[] {
  const { reader, statutes, t, day, by, facts } = words
  return memberships.map(({ formal, ...held }) => ({
    heading: held.seat.label,
    facts: facts(
      ['starts_on', day(held.starts_on)],
      ['ends_on', day(held.ends_on)],
      ['due_on', held.due_on === held.ends_on ? null : day(held.due_on)],
      ['chosen', chosenText(reader, statutes, held.seat, held.chosen)],
      ['formal', formal && by(formal.appointing_body, formal.decided_on)],
      ['case_number', formal?.case_number],
      ['formal_recorded', formal && by(formal.recorded_by, formal.recorded_on)],
      ['end_reason', held.end_reason && t(`end_reasons.${held.end_reason}`)],
      ['end_private', held.end_private ? t('common.yes') : null],
      ['note', held.end_note],
      ['voided_on', dated(words, held.voided_on)],
    ),
  }))
}

export function officeThings(words: Words, offices: Insight['offices']): InsightThing[] {
  const { day, by, facts } = words
  return offices.map((held) => ({
    heading: officeName(words.reader, words.offices, held.office),
    facts: facts(
      ['starts_on', day(held.starts_on)],
      ['ends_on', day(held.ends_on)],
      ['decided', by(held.decided_by, held.decided_on)],
      ['note', held.end_note],
      ...held.items.map(({ title, held_on }) => ['chair_item', by(title, held_on)] as const),
      ['voided_on', dated(words, held.voided_on)],
    ),
  }))
}

export function substituteThings(words: Words, substitutes: Insight['substitutes']): InsightThing[] {
  const { t, day, by, facts } = words
  return substitutes.map(({ substitution, ...one }) => ({
    heading: one.place,
    facts: facts(
      ['term', t('register.story.from_to', { from: day(one.term.starts_on), to: day(one.term.ends_on) })],
      ['position', one.position === null ? null : String(one.position)],
      ['recorded', by(one.registered_by, one.registered_on)],
      ['withdrawn_on', dated(words, one.withdrawn_on)],
      ['note', one.withdrawn_note],
      ['stepped_in', substitution && by(substitution.recorded_by, substitution.recorded_on)],
      ['stepped_in_note', substitution?.note],
    ),
  }))
}

export function groundThings(words: Words, grounds: Insight['grounds']): InsightThing[] {
  const { t, day, by, facts } = words
  return grounds.map(({ lost, learned_on, note, recorded_by, closing }) => ({
    heading: t(`vacancy.ground.lost.${lost}`),
    facts: facts(
      ['learned_on', day(learned_on)],
      ['note', note],
      ['recorded_by', recorded_by],
      ['settled', closing?.note],
      ['settled_by', closing && by(closing.recorded_by, closing.closed_on)],
    ),
  }))
}
