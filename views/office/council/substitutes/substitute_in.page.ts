import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { MembershipId } from '../../../../models/core/ids.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { ReadySubstitute } from '../../../../models/council/substitutes/ready.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import type { AnyField } from '../../../partials/form/parts.ts'
import { sentenceIn } from '../../../partials/statutes/statutes_text.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface SubstituteInPage {
  label: string
  heading: string
  back: string
  action: string
  rule: string
  question: string
  until: string
  hidden: Record<string, number>
  fields: AnyField[]
}

export interface SteppingIn {
  seat: SeatInArea
  statutes: Statutes
  by: 'substitute' | 'choice' | 'lot'
  among: readonly ReadySubstitute[]
  dueOn: IsoDate
  seen: MembershipId
}

export function substituteInPage(reader: Reader, stepping: SteppingIn): SubstituteInPage {
  const { t, lang } = reader
  const { seat, statutes, by, among, dueOn, seen } = stepping
  const only = by === 'substitute' ? among[0] : undefined
  return {
    label: seat.label,
    heading: t('statutes_versions.substitutes.in_heading', { seat: seat.label }),
    back: paths.seat(seat.slug),
    action: paths.substituteIn(seat.slug),
    rule: sentenceIn(t, statutes, 'substitutes'),
    question: only
      ? t('statutes_versions.substitutes.in_question', { name: only.person })
      : t(`statutes_versions.substitutes.in_question_${by}`, { count: among.length }),
    until: t('statutes_versions.substitutes.in_until', { date: formatDate(dueOn, lang) }),
    hidden: { seen, ...(only && { substitute_id: only.id }) },
    fields: [...(only ? [] : choiceAmong(reader, stepping)), startsOn(reader)],
  }
}

function choiceAmong({ t }: Reader, { by, among }: SteppingIn): AnyField[] {
  return [
    {
      kind: 'radios',
      field: {
        name: 'substitute_id',
        label: t('statutes_versions.substitutes.who'),
        options: among.map(({ id, person }) => ({ value: id, text: person })),
      },
    },
    {
      kind: 'textarea',
      field: {
        name: 'note',
        label: t(`statutes_versions.substitutes.note_${by}`),
        hint: t(`statutes_versions.substitutes.note_hint_${by}`),
        rows: 2,
      },
    },
  ]
}

function startsOn({ t, today }: Reader): AnyField {
  const label = t('register.membership.starts_on')
  return { kind: 'date_field', field: { name: 'starts_on', label, value: today } }
}
