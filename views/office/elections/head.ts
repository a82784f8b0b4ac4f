import type { IsoDate } from '../../../models/core/dates.ts'
import type { CandidacyId, ElectionId } from '../../../models/core/ids.ts'
import type { Election } from '../../../models/elections/elections.ts'
import { assumedRules, type RuleName, type Statutes } from '../../../models/statutes/document.ts'
import type { ElectionKind } from '../../../models/elections/tables.ts'
import { type ElectionState, facts, type Facts } from '../../../models/rules/elections/state.ts'
import type { CandidacyRow } from '../../../models/elections/candidates/tables.ts'
import { ruleTitle } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface ElectionHead {
  id: ElectionId
  href: string
  /** "Valg på Perron 4" */
  name: string
  /** "Suppleringsvalg, 2026–2029" */
  caption: string
  area: string
  /** "på Perron 4" or "blandt brugere i Psykiatriens Hus" */
  at: string
  kind: ElectionKind
  status: ElectionState
  facts: Readonly<Facts>
  place: string
  candidates_by: IsoDate
  polling_on: IsoDate
  opens_at: string
  closes_at: string
  complaints_until: IsoDate
  seats: number
}

export function headOf({ t }: Pick<Reader, 't'>, election: Election): ElectionHead {
  const { id, kind, status, term, seats } = election
  const at = t(`public_election.at.${election.wording}`, { area: election.area_name })
  const years = `${term.starts_on.slice(0, 4)}–${term.ends_on.slice(0, 4)}`
  const { place, candidates_by, polling_on, opens_at, closes_at, complaints_until } = election
  return {
    id,
    href: paths.election(id),
    name: t('elections.name', { at }),
    caption: `${t(`public_election.kind.${kind}`)}, ${years}`,
    area: election.area_name,
    at,
    kind,
    status,
    facts: facts(status),
    place,
    candidates_by,
    polling_on,
    opens_at,
    closes_at,
    complaints_until,
    seats,
  }
}

export function assumedAmong(
  { t }: Pick<Reader, 't'>,
  statutes: Statutes,
  rules: readonly RuleName[],
): string[] {
  const assumed = assumedRules(statutes)
  return rules.filter((rule) => assumed.includes(rule)).map((rule) => ruleTitle(t, rule))
}

/** "Maja Lund, Ole Bæk og Åse Vang" */
export function listOf({ lang }: Pick<Reader, 'lang'>, names: readonly string[]): string {
  return new Intl.ListFormat(lang).format(names)
}

export function nameFinder(
  candidacies: readonly Pick<CandidacyRow, 'id' | 'name'>[],
): (id: CandidacyId) => string {
  return (id) => candidacies.find((candidacy) => candidacy.id === id)?.name ?? `${id}`
}
