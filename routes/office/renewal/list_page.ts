import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { isOwnTerm, listRenewals, listTermsToRenew } from '../../../models/renewal/renewal.ts'
import { renewalBoard } from '../../../models/renewal/board.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import { paths } from '../../../views/paths.ts'

/** office/renewal/list. */
export interface RenewalsPage {
  renewals: { term: string; href: string; startsOn: IsoDate; filled: number; count: number }[]
  /** Terms that can be renewed, the next one first. */
  toStart: {
    term: string
    startsOn: IsoDate
    begun: boolean
    municipalElectionOn: IsoDate
    voted: boolean
    own: boolean
    href: string
  }[]
  /** The council has terms of its own, not those of the municipality. */
  own: boolean
}

export async function listPage(req: Request): Promise<RenewalsPage> {
  const today = req.clock.today()
  const renewals: RenewalsPage['renewals'] = []
  for (const renewal of await listRenewals(req.db)) {
    const { lines, filled } = await renewalBoard(req.db, renewal, today)
    const years = yearsOf(renewal.term)
    renewals.push({
      term: inWords(years),
      href: paths.renewal(years),
      startsOn: renewal.term.starts_on,
      filled,
      count: lines.length,
    })
  }
  const terms = await listTermsToRenew(req.db, today)
  return {
    renewals,
    own: await isOwnTerm(req.db, today),
    toStart: terms.reverse().map((term) => ({
      term: inWords(yearsOf(term)),
      startsOn: term.starts_on,
      begun: term.starts_on <= today,
      municipalElectionOn: term.municipal_election_on,
      voted: term.municipal_election_on < today,
      own: term.own,
      href: `${paths.newRenewal}?periode=${yearsOf(term)}`,
    })),
  }
}

/** "2030–2033", with the dash that people read. */
export function inWords(years: string): string {
  return years.replace('-', '–')
}
