import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { sameName } from '../../../../models/rules/elections/certification.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { PersonId } from '../../../../models/core/ids.ts'

export interface PersonPage {
  head: ElectionHead
  name: string
  action: string
  people: { value: string; text: string }[]
  likely: string
}

export interface Person {
  id: PersonId
  name: string
  seat: { label: string } | undefined
}

export function personPage(
  reader: Reader,
  election: Election,
  { id, name, person_id }: CandidacyRow,
  people: readonly Person[],
): PersonPage {
  const likely = person_id ?? people.find((person) => sameName(person.name, name))?.id
  return {
    head: headOf(reader, election),
    name,
    action: paths.candidatePerson(election.id, id),
    people: people.map((person) => ({
      value: `${person.id}`,
      text: person.seat ? `${person.name} (${person.seat.label})` : person.name,
    })),
    likely: likely === undefined ? '' : `${likely}`,
  }
}
