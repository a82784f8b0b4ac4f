import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { ErasurePreview } from '../../../models/privacy/people.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface ErasurePage {
  name: string
  action: string
  back: string
  scope: 'contact' | 'all'
  today: IsoDate
  goes: string[]
  stays: string[]
  inTheWay: string[]
  /** The day from which the rules erase by themselves. */
  from: IsoDate | null
  seen: string
}

export function erasurePage({ t, lang, today }: Reader, preview: ErasurePreview): ErasurePage {
  const { person, scope, anything, inTheWay, from, seen } = preview
  return {
    name: person.name,
    action: paths.personErasure(person.id),
    back: paths.person(person.id),
    scope,
    today,
    goes: anything ? goesIn(t, preview) : [],
    // The council's own record keeps its members; the rest is no longer about a person.
    stays: (scope === 'contact' ? ['seat', 'elections', 'log'] : ['elections', 'log']).map((what) =>
      t(`retention.stays.${what}`),
    ),
    inTheWay: inTheWay.map(({ hold, until }) =>
      t(`retention.hold.${hold}`, { until: until ? formatDate(until, lang) : '' }),
    ),
    from: from ?? null,
    seen,
  }
}

function goesIn(t: Reader['t'], { held, scope }: ErasurePreview): string[] {
  const counted = ['notes', 'flags', 'applications', 'portraits', 'accounts'] as const
  return [
    ...(scope === 'all' ? [t('retention.goes.name')] : []),
    ...held.contact.map((field) => t(`retention.goes.${field}`)),
    ...counted
      .filter((what) => held[what] > 0)
      .map((what) => t(`retention.goes.${what}`, { count: held[what] })),
  ]
}
