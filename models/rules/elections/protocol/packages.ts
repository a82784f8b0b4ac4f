/** @article polling */

import type { CandidacyId } from '../../../core/ids.ts'
import { checkFigure, type Entered, type FigureRefusal } from '../../core/figures.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../core/verdict.ts'
import { sameName } from '../certification.ts'
import type { Papers } from '../paper_account.ts'

/**
 * As in kommunal- og regionalvalgloven § 88: each kind of material is bound by itself. `entered` are the papers that were
 * entered into a tablet's box: they are not sorted, since nobody is to see how few papers fall on whom.
 */
export const PACKAGE_KINDS = [
  'valid',
  'blank',
  'invalid',
  'entered',
  'exchanged',
  'returned',
  'handed_out_list',
  'roll',
] as const
export type PackageKind = (typeof PACKAGE_KINDS)[number]

/** The kinds that hold ballots, which a recount needs. */
const BALLOTS: readonly PackageKind[] = ['valid', 'blank', 'invalid']

/** One pile of material. Each pile is bound in a package or several. */
export interface Pile {
  kind: PackageKind
  /** For valid ballots, whose they are; null when a ballot may have several crosses. */
  candidacy_id: CandidacyId | null
  /** How many pieces the paper account and the count give; null when nothing says. */
  expected: number | null
}

export interface Package extends Pick<Pile, 'kind' | 'candidacy_id'> {
  pieces: number
  seal_number: string | null
}

export interface EnteredPackage extends Omit<Package, 'pieces'> {
  pieces: Entered
  /** The form's field of the pieces. */
  field: string
}

export interface PileDifference extends Pile {
  expected: number
  found: number
}

export type SealingRefusal =
  | FigureRefusal
  | 'same_witness'
  | 'empty_package'
  | 'seal_twice'
  | 'nothing_to_seal'
  | 'packages_differ'
  | 'sealed_in_future'

/** The piles of an election, in the order in which they are bound. */
export function pilesOf(material: {
  papers: Pick<Papers, 'exchanged' | 'unused'> | undefined
  /** The agreed count of the papers. */
  count:
    | {
        ballots_in_box: number
        blank: number
        invalid: number
        votes: readonly { candidacy_id: CandidacyId; votes: number }[]
      }
    | undefined
  /** How many papers were entered into a tablet's box; left out when they were counted by hand. */
  entered?: number | undefined
  /** In ballot order. */
  candidates: readonly CandidacyId[]
  mostCrosses: number
  hasRoll: boolean
}): Pile[] {
  const { papers, count, entered, candidates, mostCrosses, hasRoll } = material
  const pile = (
    kind: PackageKind,
    expected: number | null,
    candidacy_id: CandidacyId | null = null,
  ): Pile => {
    return { kind, candidacy_id, expected }
  }
  const votesFor = (id: CandidacyId) =>
    count?.votes.find(({ candidacy_id }) => candidacy_id === id)?.votes ?? 0
  const valid = count
    ? mostCrosses === 1
      ? candidates.map((id) => pile('valid', votesFor(id), id))
      : [pile('valid', count.ballots_in_box - count.blank - count.invalid)]
    : []
  return [
    ...valid,
    ...(count ? [pile('blank', count.blank), pile('invalid', count.invalid)] : []),
    ...(entered === undefined ? [] : [pile('entered', entered)]),
    ...(papers ? [pile('exchanged', papers.exchanged), pile('returned', papers.unused)] : []),
    pile('handed_out_list', null),
    ...(hasRoll ? [pile('roll', null)] : []),
  ]
}

/** The piles that lie open: no sealed package holds anything of them. */
export function openPiles(
  piles: readonly Pile[],
  sealed: readonly Pick<Package, 'kind' | 'candidacy_id'>[],
): Pile[] {
  return piles.filter((pile) => !sealed.some((one) => isOf(one, pile)))
}

/** Whether the packages can be recorded as sealed. A pile that differs from the account or the count needs a reason. */
export function checkSealing(sealing: {
  piles: readonly Pile[]
  packages: readonly EnteredPackage[]
  /** The seals of all packages of the election, also the broken ones: a seal is used once. */
  usedSeals: readonly string[]
  sealers: readonly [string, string]
  sealedOn: string
  today: string
  reason: string | undefined
}): Verdict<SealingRefusal> {
  const { piles, packages, sealers, reason } = sealing
  const figures = firstRefusal(...packages.map(({ pieces, field }) => checkFigure(pieces, field)))
  if (!figures.ok) return figures
  const empty = packages.find(({ pieces }) => pieces === 0)
  if (empty) return refused('empty_package', undefined, empty.field)
  if (packages.length === 0) return refused('nothing_to_seal')
  const seals = packages.flatMap(({ seal_number }) => (seal_number === null ? [] : [seal_number]))
  const twice = seals.find((seal, index) => seals.indexOf(seal) < index || sealing.usedSeals.includes(seal))
  if (twice !== undefined) return refused('seal_twice', { seal: twice })
  if (sameName(...sealers)) return refused('same_witness', undefined, 'second_sealer')
  if (sealing.sealedOn > sealing.today) return refused('sealed_in_future', undefined, 'sealed_on')
  const differing = pileDifferences(piles, packages as readonly (EnteredPackage & Package)[])
  if (differing.length === 0 || reason?.trim()) return allowed
  return refused('packages_differ', { count: differing.length }, 'difference_reason')
}

/** The piles whose packages hold more or fewer pieces than the account and the count give. */
export function pileDifferences(piles: readonly Pile[], packages: readonly Package[]): PileDifference[] {
  return piles.flatMap((pile) => {
    const found = packages.filter((one) => isOf(one, pile)).reduce((sum, { pieces }) => sum + pieces, 0)
    const { expected } = pile
    return expected === null || expected === found ? [] : [{ ...pile, expected, found }]
  })
}

export type PackageOpeningRefusal = 'same_witness' | 'no_package_chosen' | 'opened_in_future'

/** Whether sealed packages may be opened. Two people see it, and the reason is written down by the form. */
export function checkPackageOpening(opening: {
  packages: number
  openers: readonly [string, string]
  openedOn: string
  today: string
}): Verdict<PackageOpeningRefusal> {
  if (opening.packages === 0) return refused('no_package_chosen', undefined, 'packages')
  if (sameName(...opening.openers)) return refused('same_witness', undefined, 'second_opener')
  return opening.openedOn > opening.today ? refused('opened_in_future', undefined, 'opened_on') : allowed
}

/** Whether papers can be counted: no ballot lies in a sealed package. */
export function checkBallotsOpen(sealed: readonly Pick<Package, 'kind'>[]): Verdict<'ballots_are_sealed'> {
  return sealed.some(({ kind }) => BALLOTS.includes(kind)) ? refused('ballots_are_sealed') : allowed
}

/** Whether every sealed package is destroyed, or it is written down why one is not (as in § 106 of the law). */
export function checkPackagesDestroyed(destruction: {
  sealed: readonly number[]
  destroyed: readonly number[]
  reason: string | undefined
}): Verdict<'packages_left'> {
  const left = destruction.sealed.filter((number) => !destruction.destroyed.includes(number))
  if (left.length === 0 || destruction.reason?.trim()) return allowed
  return refused('packages_left', { count: left.length }, 'left_reason')
}

function isOf(one: Pick<Package, 'kind' | 'candidacy_id'>, pile: Pile): boolean {
  return one.kind === pile.kind && one.candidacy_id === pile.candidacy_id
}
