import type { Request, Response } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import type { ElectionKind, ElectionStatus } from '../../../models/elections/tables.ts'
import type { CandidacyRow } from '../../../models/elections/candidates/tables.ts'
import { assumedRules, type RuleName, type Statutes } from '../../../models/statutes/document.ts'
import { getElection, type Election } from '../../../models/elections/elections.ts'
import type { Official } from '../../../models/elections/reach.ts'
import { ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { userOf } from '../../web/access.ts'
import { byOf, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'

export type ElectionRequest = Request<{ id: string }>

/** What every page of one election says of it. */
export interface ElectionHead {
  id: number
  href: string
  /** "Valg på Perron 4" */
  name: string
  /** "Suppleringsvalg, 2026–2029" */
  caption: string
  area: string
  /** "på Perron 4" or "blandt brugere i Psykiatriens Hus" */
  at: string
  kind: ElectionKind
  status: ElectionStatus
  place: string
  candidates_by: IsoDate
  polling_on: IsoDate
  opens_at: string
  closes_at: string
  complaints_until: IsoDate
  seats: number
}

/** The election of the address, as far as it exists for whoever asks. */
export async function electionOf(req: ElectionRequest): Promise<Election> {
  return getElection(req.db, userOf(req), idFrom(req.params.id))
}

/** Who acts, with the reach of their account. */
export function officialOf(req: Request): Official {
  return { ...byOf(req), user: userOf(req) }
}

export function headOf(req: Request, election: Election): ElectionHead {
  const { id, kind, status, term, seats } = election
  const at = req.t(`public_election.at.${election.wording}`, { area: election.area_name })
  const years = `${term.starts_on.slice(0, 4)}–${term.ends_on.slice(0, 4)}`
  const { place, candidates_by, polling_on, opens_at, closes_at, complaints_until } = election
  return {
    id,
    href: paths.election(id),
    name: req.t('elections.name', { at }),
    caption: `${req.t(`public_election.kind.${kind}`)}, ${years}`,
    area: election.area_name,
    at,
    kind,
    status,
    place,
    candidates_by,
    polling_on,
    opens_at,
    closes_at,
    complaints_until,
    seats,
  }
}

/** Shows a page of the room. Its title is `elections.<view>.title`, with the election's name where it has one. */
export function showPage(
  req: Request,
  res: Response,
  view: string,
  page: object,
  shown: Partial<Again> = {},
): void {
  const own = req.t(`elections.${view.split('/').at(-1) ?? view}.title`)
  const title = 'head' in page ? `${own} – ${(page.head as ElectionHead).name}` : own
  show(req, res, `office/elections/${view}`, { title, layout: 'office', page, ...shown })
}

/** The names of those among these rules that nobody has confirmed yet. */
export function assumedAmong(req: Request, statutes: Statutes, rules: readonly RuleName[]): string[] {
  const assumed = assumedRules(statutes)
  return rules.filter((rule) => assumed.includes(rule)).map((rule) => ruleTitle(req.t, rule))
}

/** Names as a Danish or English sentence lists them: "Maja Lund, Ole Bæk og Åse Vang". */
export function listOf(req: Request, names: readonly string[]): string {
  return new Intl.ListFormat(req.lang).format(names)
}

/** The name of a candidacy by its id. */
export function nameFinder(
  candidacies: readonly Pick<CandidacyRow, 'id' | 'name'>[],
): (id: number) => string {
  return (id) => candidacies.find((candidacy) => candidacy.id === id)?.name ?? `${id}`
}

/** What was typed in a field for a figure, for sums that are shown again; null where it is no figure yet. */
export function figureOf(typed: string | string[] | undefined): number | null {
  return typeof typed === 'string' && /^\s*\d{1,7}\s*$/.test(typed) ? Number(typed) : null
}
