import type { Election } from '../../../../models/elections/elections.ts'
import type { IncidentLook } from '../../../../models/elections/incidents/recording.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface IncidentCheckPage {
  head: ElectionHead
  action: string
  look: IncidentLook
  hidden: Record<string, string>
}

export function incidentCheckPage(reader: Reader, election: Election, look: IncidentLook): IncidentCheckPage {
  const { candidacy, because, misled, reason, learnt_on, known } = look
  return {
    head: headOf(reader, election),
    action: paths.incidents(election.id),
    look,
    hidden: {
      ...{ candidacy: String(candidacy), because, reason, learnt_on, known: String(known) },
      ...(misled !== undefined && { misled: misled ? 'ja' : 'nej' }),
    },
  }
}
