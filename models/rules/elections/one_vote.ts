/** @article oneVoteAcrossPlaces */

import type { Statutes } from '../../statutes/document.ts'

/** What happens to a name that is on the rolls of two places: nobody looks, the secretary is told, or the second mark is refused. */
export type SecondPlace = 'nothing' | 'told' | 'refused'

export function secondPlace({
  rules,
}: {
  rules: Pick<Statutes['rules'], 'oneVoteAcrossPlaces'>
}): SecondPlace {
  switch (rules.oneVoteAcrossPlaces.value) {
    case 'ignore':
      return 'nothing'
    case 'warn_secretary':
      return 'told'
    case 'block':
      return 'refused'
  }
}
