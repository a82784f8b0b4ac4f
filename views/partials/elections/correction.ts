import type { CandidacyId } from '../../../models/core/ids.ts'
import type { RecordedCorrection } from '../../../models/elections/record/corrections.ts'
import type { Reader } from '../../reader.ts'

/** What a correction changed, line by line. */
export interface ShownCorrection {
  electedWas: string
  electedIs: string
  /** Label, before, now. */
  lines: [string, string, string][]
}

/** Returns null until the ballots are counted. */
export function shownCorrection(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  { was, is, changes }: RecordedCorrection,
  nameOf: (id: CandidacyId) => string,
): ShownCorrection | null {
  if (!is) return null
  const names = (ids: readonly CandidacyId[]) =>
    ids.length === 0
      ? t('elections.investigation.nobody')
      : new Intl.ListFormat(lang).format(ids.map((id) => nameOf(id)))
  return {
    electedWas: names(was.elected),
    electedIs: names(is.elected),
    lines: changes.map((change) => [
      change.candidacy_id === undefined ? t(`public_election.${change.line}`) : nameOf(change.candidacy_id),
      `${change.was}`,
      `${change.is}`,
    ]),
  }
}
