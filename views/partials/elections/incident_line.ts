import { formatLongDate } from '../../../models/core/dates.ts'
import type { ToldIncident } from '../../../models/elections/incidents/incidents.ts'
import type { Reader } from '../../reader.ts'
import { capital } from '../../words.ts'
import { shownNames } from './election_notice.ts'

/** "Tirsdag den 10. marts 2026: Anker Bro er død." While people vote also what follows from it, and whom to ask. */
export function incidentLine(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  { name, because, effect, on }: ToldIncident,
  takesVotes: boolean,
): string {
  const [shown = ''] = shownNames({ t }, [name])
  const what = t(`public_election.incident.${because}`, {
    ...{ name: shown, date: capital(formatLongDate(on, lang)) },
  })
  if (!takesVotes) return what
  const asks = because === 'misspelt' || because === 'other'
  const ask = asks ? [t(`public_election.incident_ask.${because}`)] : []
  return [what, ...ask, t(`elections.incidents.effects.${effect}`)].join(' ')
}
