import type { RuleName, RuleValue } from '../../../models/statutes/document.ts'
import { officesIn, type Office } from '../../../models/statutes/offices.ts'
import type { Translate } from '../../reader.ts'

export type { Translate }

/** Figures and words alone: a value that became an object would leave its hole in the sentence. */
export type Say = (variant: string, params?: Record<string, string | number>) => string
export type Sentence<V> = (say: Say, value: V, t: Translate) => string

/** One to three plain sentences for each rule. */
export const SENTENCES: { readonly [K in RuleName]: Sentence<RuleValue<K>> } = {
  seats: (say, value) => {
    if (typeof value === 'number') return say('text', { count: value })
    if (value === 'one_per_place') return say('one_per_place')
    const { min, max } = value
    return min === 0 ? say('at_most', { count: max }) : say('range', { min, count: max })
  },
  substitutes: (say, value) => {
    if (typeof value === 'string') return say(value)
    const { kind, only, pool, meetings } = value
    if (kind === 'none') return say('none')
    return [
      kind === 'pool' && pool ? say(`pool_${pool}`) : say(kind),
      ...(only ? [say(`only_${only}`)] : []),
      ...(meetings ? [say(meetings)] : []),
    ].join(' ')
  },
  vacancy: (say, value) => say(value),
  candidateEligibility: (say, { anyOf }) => say([...anyOf].sort().join('_or_')),
  minimumAge: (say, age) => (age === null ? say('none') : say('from', { age })),
  voters: (say, who) => say('text', { who }),
  reelection: (say, value) =>
    value === 'unlimited' ? say('unlimited') : say('limited', { count: value.maxTerms }),
  offices: (say, value, t) => officesSentence(say, value, t),
  quorum: (say, { share, comparison, base, appliesTo }, t) => {
    const words = { share: shareInWords(share, t) }
    return appliesTo === 'rule_changes'
      ? `${say(`changes_${comparison}`, words)} ${say(base)} ${say('otherwise')}`
      : `${say(comparison, words)} ${say(base)}`
  },
  councilTie: (say, value) => say(value),
  electionTie: (say, value) => say(value),
  uncontested: (say, value) => say(value),
  marks: (say, { min, max, per }) => {
    if (per === 'seat' && min === max) return say('per_seat_exactly')
    if (per === 'seat') return min > 1 ? say('per_seat_least', { min }) : say('per_seat')
    return min === max ? say('exactly', { count: max }) : say('between', { min, count: max })
  },
  ballotOrder: (say, value) => say(value),
  oneVoteAcrossPlaces: (say, value) => say(value),
  complaintDays: (say, count) => (count === 0 ? say('none') : say('text', { count })),
  publicationThreshold: (say, count) => (count === 0 ? say('none') : say('text', { count })),
  appointingBody: (say, body) => (body === null ? say('unknown') : say('text', { body })),
  holdover: (say, value) => say(value),
  noticeDays: (say, value) => noticeSentence(say, value),
  itemDeadlineDays: (say, value) =>
    typeof value === 'number'
      ? say('text', { count: value })
      : say('dispatch', { count: value.beforeDispatch }),
  minutesApproval: (say, value) =>
    typeof value === 'string' ? say(value) : say('tacit_after', { count: value.tacitAfterDays }),
  meetingsOpen: (say, open) => say(open ? 'open' : 'closed'),
  absenceLoss: (say, value) => (value === 'off' ? say('off') : say('after', { count: value.months })),
  rollRetention: (say, value) => say(value),
  termLength: (say, value) => {
    if (typeof value === 'string') return say(value)
    return 'years' in value
      ? say('years', { count: value.years })
      : say('staggered', { count: value.staggeredYears })
  },
  formalAppointment: (say, value) => say(value),
  officersChosen: (say, value) =>
    typeof value === 'string' ? say(value) : say('appointed', { body: value.appointedBy }),
  quotas: (say, quotas, t) =>
    quotas
      .map(({ limit, force, amount, name, nameEn }) =>
        say(`${force}_${limit}`, {
          amount: typeof amount === 'number' ? amount : shareInWords(amount, t),
          who: inLanguageOf(t, name, nameEn).text,
        }),
      )
      .join(' '),
  lateItems: (say, value, t) => (value === 'not' ? say('not') : say('text', { who: whoInWords(value, t) })),
  extraordinaryMeetings: (say, { askedBy, withinDays, withinWeekdays }, t) =>
    [
      say('text', { who: whoInWords(askedBy, t) }),
      ...(withinDays === undefined ? [] : [say('within_days', { count: withinDays })]),
      ...(withinWeekdays === undefined ? [] : [say('within_weekdays', { count: withinWeekdays })]),
    ].join(' '),
  meetingsPerYear: (say, { min, max }) =>
    min === max ? say('exactly', { count: max }) : say('between', { min, count: max }),
  consultation: (say, value) => say(value),
  ruleChanges: (say, { share, comparison, of, meetings, approvedBy }, t) =>
    [
      say(`${of}_${comparison}`, { share: shareInWords(share, t) }),
      ...(meetings > 1 ? [say('meetings', { count: meetings })] : []),
      ...(approvedBy === undefined ? [] : [say('approved', { body: approvedBy })]),
    ].join(' '),
  afterFirstVote: (say, value) => say(value),
  lotByTelephone: (say, allowed) => say(allowed ? 'telephone' : 'room'),
}

/** A text without a translation stays in the council's own language, which `lang` names. */
export function inLanguageOf(
  t: Translate,
  danish: string,
  english: string | undefined,
): { text: string; lang: 'da' | undefined } {
  const reads = t('statutes.language')
  if (reads === 'da') return { text: danish, lang: undefined }
  return english === undefined ? { text: danish, lang: 'da' } : { text: english, lang: undefined }
}

function officesSentence(say: Say, value: RuleValue<'offices'>, t: Translate): string {
  const own = officesIn(value).filter(({ title }) => title)
  const listed = (offices: readonly Office[]) => offices.map((office) => ownOffice(say, office, t)).join(', ')
  const leaders = own.filter(({ leads }) => leads)
  return [
    ...(own.length === 0 || own.length < value.length ? [standardOffices(say, value)] : []),
    ...(own.length === 0
      ? []
      : [say(own.length < value.length ? 'own' : 'own_only', { offices: listed(own) })]),
    ...(leaders.length === 0 ? [] : [say('own_leads', { offices: listed(leaders) })]),
  ].join(' ')
}

function standardOffices(say: Say, value: RuleValue<'offices'>): string {
  const chairs = value.filter((office) => office === 'chair').length
  const viceChairs = value.filter((office) => office === 'vice_chair').length
  const known: Partial<Record<string, string>> = {
    '0-0': 'none',
    '1-0': 'chair',
    '0-1': 'vice_chair',
    '1-1': 'chair_and_vice_chair',
    '1-2': 'chair_and_two_vice_chairs',
    '2-0': 'two_chairs',
    '2-1': 'two_chairs_and_vice_chair',
  }
  const variant = known[`${chairs}-${viceChairs}`]
  return variant ? say(variant) : say('several', { chairs, vice_chairs: viceChairs })
}

/** "kasserer", "revisor (2)" for two, with the appointing body when the council does not choose. */
function ownOffice(say: Say, { title, count, chosenBy }: Office, t: Translate): string {
  const office = title ? inLanguageOf(t, title.da, title.en).text : ''
  const counted = count === 1 ? office : say('own_counted', { office, count })
  return typeof chosenBy === 'object'
    ? say('own_appointed', { office: counted, body: chosenBy.appointedBy })
    : counted
}

function noticeSentence(say: Say, value: RuleValue<'noticeDays'>): string {
  if (typeof value === 'number') return say('text', { count: value })
  const { days, weekdays, about } = value
  if (days === undefined) return say('weekdays', { count: weekdays ?? 0 })
  if (weekdays === undefined) return about ? say('about_days', { days }) : say('text', { count: days })
  return say(about ? 'about_weekdays' : 'days_and_weekdays', { days, count: weekdays })
}

type Who = RuleValue<'extraordinaryMeetings'>['askedBy'][number]

/** "formanden", "en tredjedel af medlemmerne". */
export function askerInWords(t: Translate, who: Who): string {
  if (typeof who === 'string') return t(`statutes.who.${who}`)
  return 'share' in who
    ? t('statutes.who.share', { share: shareInWords(who.share, t) })
    : t('statutes.who.members', { count: who.members })
}

function whoInWords(askedBy: readonly Who[], t: Translate): string {
  const words = askedBy.map((who) => askerInWords(t, who))
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${t('statutes.or')} ${last}`
}

const SHARES: Partial<Record<string, string>> = {
  '1/2': 'half',
  '1/3': 'third',
  '2/3': 'two_thirds',
  '1/4': 'quarter',
  '3/4': 'three_quarters',
}

function shareInWords([part, whole]: readonly [number, number], t: Translate): string {
  const word = SHARES[`${part}/${whole}`]
  return word ? t(`statutes.shares.${word}`) : t('statutes.shares.fraction', { part, whole })
}
