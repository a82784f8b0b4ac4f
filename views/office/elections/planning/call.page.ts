import type { Election } from '../../../../models/elections/elections.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import { whenText } from '../../../partials/elections/election_words.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface CallPage {
  head: ElectionHead
  times: string[]
  called: boolean
  mayCall: boolean
}

export function callPage(reader: Reader, election: Election, sittings: readonly Sitting[]): CallPage {
  const { t, lang, can } = reader
  const { called } = facts(election.status)
  return {
    head: headOf(reader, election),
    times: sittings.map((sitting) => `${whenText(t, lang, sitting)}, ${sitting.place}`),
    called,
    mayCall: !called && can['elections.plan'],
  }
}
