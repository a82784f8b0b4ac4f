import type { RuleValue } from '../../../../models/statutes/document.ts'
import type { Translate } from '../../../partials/statutes/statutes_text.ts'
import { choice, chosen, optionalText, wholeNumber } from './asked.ts'
import { number, radios, textField, type Typed, type ValueForm } from './value_form.ts'

const SHARES = ['1/2', '1/3', '2/3', '3/4']

type Share = [number, number]

function shareFields(t: Translate, share: Share | undefined) {
  const say = (name: string) => t(`statutes_form.quorum.${name}`)
  const written = share?.join('/') ?? ''
  const usual = share === undefined || SHARES.includes(written)
  const [part, whole] = usual ? ['', ''] : share
  const shares = [
    ...SHARES.map((value) => ({ value, text: say(`share_${value.replace('/', '_')}`) })),
    { value: 'other', text: say('share_another') },
  ]
  return [
    radios(say('share'), 'share', usual ? written : 'other', shares),
    number(say('part'), 'part', part, say('other_hint')),
    number(say('whole'), 'whole', whole, say('other_hint')),
  ]
}

function shareAsks(typed: Typed) {
  return [
    choice('share', [...SHARES, 'other']),
    ...(typed.share === 'other' ? [wholeNumber('part'), wholeNumber('whole')] : []),
  ]
}

function readShare(form: Typed): Share {
  const share = form.share === 'other' ? [form.part, form.whole] : String(form.share).split('/')
  return [Number(share[0]), Number(share[1])]
}

const COMPARISONS = ['at_least', 'more_than'] as const
const BASES = ['all_seats', 'filled_seats'] as const
const OF = ['votes', 'members'] as const

export const quorum: ValueForm<RuleValue<'quorum'>> = {
  fields: (t, value) => {
    const say = (name: string) => t(`statutes_form.quorum.${name}`)
    const named = (names: readonly string[]) => names.map((name) => ({ value: name, text: say(name) }))
    return [
      radios(say('comparison'), 'comparison', value?.comparison ?? '', named(COMPARISONS)),
      ...shareFields(t, value?.share),
      radios(say('base'), 'base', value?.base ?? '', named(BASES)),
      radios(say('applies'), 'applies', value?.appliesTo ?? 'all', named(['all', 'rule_changes'])),
    ]
  },
  asks: (typed) => [
    choice('comparison', COMPARISONS),
    ...shareAsks(typed),
    choice('base', BASES),
    choice('applies', ['all', 'rule_changes']),
  ],
  read: (form) => {
    const appliesTo = chosen(['rule_changes'], form.applies)
    return {
      share: readShare(form),
      comparison: chosen(COMPARISONS, form.comparison) ?? 'at_least',
      base: chosen(BASES, form.base) ?? 'all_seats',
      ...(appliesTo && { appliesTo }),
    }
  },
}

export const ruleChanges: ValueForm<RuleValue<'ruleChanges'>> = {
  fields: (t, value) => {
    const say = (name: string) => t(`statutes_form.rule_changes.${name}`)
    const named = (names: readonly string[]) => names.map((name) => ({ value: name, text: say(name) }))
    const comparisons = COMPARISONS.map((name) => ({ value: name, text: t(`statutes_form.quorum.${name}`) }))
    return [
      radios(say('comparison'), 'comparison', value?.comparison ?? '', comparisons),
      ...shareFields(t, value?.share),
      radios(say('of'), 'of', value?.of ?? '', named(OF)),
      radios(say('meetings'), 'meetings', String(value?.meetings ?? ''), named(['1', '2', '3'])),
      textField(say('approved'), 'approved', value?.approvedBy ?? '', say('approved_hint')),
    ]
  },
  asks: (typed) => [
    choice('comparison', COMPARISONS),
    ...shareAsks(typed),
    choice('of', OF),
    choice('meetings', ['1', '2', '3']),
    optionalText('approved'),
  ],
  read: (form) => ({
    share: readShare(form),
    comparison: chosen(COMPARISONS, form.comparison) ?? 'at_least',
    of: chosen(OF, form.of) ?? 'votes',
    meetings: Number(form.meetings),
    ...(typeof form.approved === 'string' && form.approved !== '' && { approvedBy: form.approved }),
  }),
}
