import type { Locale } from '../../../../models/core/dates.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { BallotPrintRow } from '../../../../models/elections/polling/tables.ts'
import type { VoidPapers } from '../../../../models/elections/polling/void_papers.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { DocumentName } from '../../../paper/elections/documents.ts'
import { GROUPS, type Group, type Variant } from '../../../paper/elections/printed_document.ts'
import type { Offer } from '../../../paper/elections/offers.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface DocumentsPage {
  head: ElectionHead
  action: string
  groups: { group: Group; documents: DocumentLinks[] }[]
  screens: { lang: Locale; text: string; href: string }[]
  /** null when there is no voting on paper, or no list yet. */
  prints: {
    made: readonly BallotPrintRow[]
    sum: number
    listVersion: number
    mayRecord: boolean
    moreHref: string
  } | null
  voids: { papers: readonly VoidPapers[]; action: string; mayCount: boolean } | null
}

export interface DocumentLinks {
  name: DocumentName
  files: { variant: Variant; lang: Locale; href: string }[]
}

/** `prints` are the printed ballot papers, and how many of them carry the present list. */
export interface Printable {
  offers: readonly Offer[]
  screens: readonly { lang: Locale; text: string }[]
  prints: { made: readonly BallotPrintRow[]; sum: number } | null
  voids: readonly VoidPapers[]
}

export function documentsPage(
  reader: Reader,
  election: Election,
  { offers, screens, prints, voids }: Printable,
): DocumentsPage {
  const { id, status, list_version: listVersion } = election
  const runs = reader.can['elections.run']
  const own = offers.filter(({ staff }) => runs || !staff)
  return {
    head: headOf(reader, election),
    action: paths.electionPapers(id),
    groups: GROUPS.map((group) => ({ group, documents: linksIn(id, own, group) })).filter(
      ({ documents }) => documents.length > 0,
    ),
    screens: screens.map(({ lang, text }) => ({
      lang,
      text,
      href: paths.electionPaper(id, screenFile(lang)),
    })),
    prints: prints && {
      ...prints,
      listVersion,
      mayRecord: runs && allows(status, 'printBallots'),
      moreHref: paths.morePapers(id),
    },
    voids:
      voids.length > 0
        ? { papers: voids, action: paths.voidPapers(id), mayCount: runs && allows(status, 'countVoidPapers') }
        : null,
  }
}

export function screenFile(lang: Locale): string {
  return lang === 'da' ? 'infoskaerm.txt' : `infoskaerm-${lang}.txt`
}

function linksIn(id: ElectionId, offers: readonly Offer[], group: Group): DocumentLinks[] {
  const own = offers.filter((offer) => offer.group === group)
  const names = [...new Set(own.map(({ name }) => name))]
  return names.map((name) => ({
    name,
    files: own
      .filter((offer) => offer.name === name)
      .map(({ variant, lang, staff, file }) => ({
        variant,
        lang,
        href: paths.electionPaper(id, `${staff ? 'valgbord/' : ''}${file}.pdf`),
      })),
  }))
}
