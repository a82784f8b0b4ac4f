import type { IsoDate } from '../../../../models/core/dates.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Material, PackageOpening, Sealing } from '../../../../models/elections/packages/packages.ts'
import type { PackageRow } from '../../../../models/elections/packages/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Package, Pile } from '../../../../models/rules/elections/protocol/packages.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, listOf, nameFinder, type ElectionHead } from '../head.ts'
import type { Typed } from '../typed.ts'
import { packageCount, packageRows, packagesField, piecesField, sealField } from './fields.ts'

export interface PackagesPage {
  head: ElectionHead
  action: string
  openingAction: string
  /** Why nothing can be sealed or opened now; null when something can. */
  state: 'no_vote' | 'not_counted' | 'destroyed' | null
  /** The piles that lie open. The page has the form when there are any and the reader may use it. */
  piles: ShownPile[]
  hasForm: boolean
  /** A seal was broken before: the form is for what was opened. */
  again: boolean
  sealings: ShownSealing[]
  /** The packages whose seals can be broken. */
  sealed: { number: number; text: string }[]
  differences: string[]
  labelsHref: string | null
  board: string
  today: IsoDate
  time: string
}

export interface ShownPile {
  title: string
  /** What the account or the count gives; empty when nothing says. */
  says: string
  packagesField: string
  packages: number
  rows: { pieces: string; seal: string; number: number }[]
}

interface ShownSealing extends Omit<Sealing, 'packages'> {
  packages: { number: number; text: string; pieces: number; seal: string; opened: boolean }[]
  openings: (PackageOpening & { numbers: string })[]
}

export interface PackagesRows {
  material: Material
  standing: readonly CandidacyRow[]
  board: readonly { name: string }[]
  isDestroyed: boolean
  time: string
}

export function packagesPage(
  reader: Reader,
  election: Election,
  rows: PackagesRows,
  typed: Typed = {},
): PackagesPage {
  const { id } = election
  const { material, isDestroyed } = rows
  const textOf = (one: Pick<Package, 'kind' | 'candidacy_id'>) => pileText(reader, rows.standing, one)
  const state = stateOf(election, material, isDestroyed)
  const may = state === null && reader.can['elections.run']
  return {
    head: headOf(reader, election),
    action: paths.packages(id),
    openingAction: paths.packageOpening(id),
    state,
    piles: material.open.map((pile) => shownPile(reader, pile, textOf(pile), typed)),
    hasForm: may && material.open.length > 0 && allows(election.status, 'sealPackages'),
    again: material.openings.length > 0,
    sealings: material.sealings.map((sealing) => shownSealing(reader, sealing, material, textOf)),
    sealed:
      may && allows(election.status, 'openPackages')
        ? material.sealed.map((one) => ({ number: one.number, text: textOf(one) }))
        : [],
    differences: material.differences.map(({ expected, found, ...pile }) =>
      reader.t('elections.packages.differs', { what: textOf(pile), expected, found }),
    ),
    labelsHref: material.sealed.length > 0 ? paths.electionPaper(id, 'pakkesedler.pdf') : null,
    board: listOf(
      reader,
      rows.board.map(({ name }) => name),
    ),
    today: reader.today,
    time: rows.time,
  }
}

function stateOf(
  { status, uncontested_on }: Election,
  { sealed }: Material,
  isDestroyed: boolean,
): PackagesPage['state'] {
  if (uncontested_on !== null) return 'no_vote'
  if (isDestroyed) return 'destroyed'
  const opens = sealed.length > 0 && allows(status, 'openPackages')
  return opens || allows(status, 'sealPackages') ? null : 'not_counted'
}

export function pileText(
  { t }: Pick<Reader, 't'>,
  standing: readonly CandidacyRow[],
  { kind, candidacy_id }: Pick<Pile, 'kind' | 'candidacy_id'>,
): string {
  if (candidacy_id === null) return t(`elections.packages.kind.${kind}`)
  return t('elections.packages.valid_for', { name: nameFinder(standing)(candidacy_id) })
}

function shownPile({ t }: Reader, pile: Pile, title: string, typed: Typed): ShownPile {
  return {
    title,
    says: pile.expected === null ? '' : t('elections.packages.says', { count: pile.expected }),
    packagesField: packagesField(pile),
    packages: packageCount(pile, typed),
    rows: packageRows(pile, typed).map((number) => {
      return { number, pieces: piecesField(pile, number), seal: sealField(pile, number) }
    }),
  }
}

function shownSealing(
  reader: Reader,
  { packages, ...sealing }: Sealing,
  { openings, sealed }: Material,
  textOf: (one: PackageRow) => string,
): ShownSealing {
  const numbers = packages.map(({ number }) => number)
  return {
    ...sealing,
    packages: packages.map((one) => ({
      ...{ number: one.number, text: textOf(one), pieces: one.pieces, seal: one.seal_number ?? '' },
      opened: !sealed.some(({ id }) => id === one.id),
    })),
    openings: openings
      .filter((opening) => opening.packages.some((number) => numbers.includes(number)))
      .map((opening) => ({
        ...opening,
        numbers: listOf(
          reader,
          opening.packages.map((number) => `${number}`),
        ),
      })),
  }
}
