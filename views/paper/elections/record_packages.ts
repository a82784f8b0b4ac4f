import type { RecordedPackage, RecordedPackages } from '../../../models/elections/record/document.ts'
import type { PackageKind } from '../../../models/rules/elections/protocol/packages.ts'
import { space } from '../kit/paper.ts'
import { table } from '../kit/table.ts'
import { heading, paragraph } from '../kit/text.ts'
import { by, clock, day, nameIn, none, type Recording } from './record_parts.ts'

/** Each sealing with its packages, and each opening of a seal, in the order in which they came. */
export function writePackages(paper: Recording, title: string): void {
  const { packages } = paper.record
  heading(paper, 2, title)
  if (!packages) {
    none(paper, 'packages')
    return
  }
  for (const sealing of packages.sealings) {
    writeSealing(paper, sealing)
    for (const opening of packages.openings.filter((one) => sealingOf(packages, one) === sealing))
      writeOpening(paper, opening)
  }
}

/** The newest sealing of which a package was opened. */
function sealingOf({ sealings }: RecordedPackages, opening: RecordedPackages['openings'][number]) {
  return sealings.findLast(({ packages }) => packages.some(({ number }) => opening.packages.includes(number)))
}

function writeSealing(paper: Recording, sealing: RecordedPackages['sealings'][number]): void {
  const { t } = paper
  const { number, first_sealer, second_sealer, sealed_on, sealed_at, difference_reason, packages } = sealing
  heading(paper, 3, t('documents.record.sealing', { number }))
  const when = { date: day(paper, sealed_on), time: clock(paper, sealed_at) }
  paragraph(paper, t('documents.record.sealed_by', { first: first_sealer, second: second_sealer, ...when }))
  const isSealed = packages.some(({ seal_number }) => seal_number !== null)
  const columns = [
    { heading: t('documents.record.package'), share: 1.6 },
    { heading: t('documents.record.contents'), share: 6 },
    { heading: t('documents.record.pieces'), share: 1.8, align: 'right' as const },
    { heading: t('documents.record.account_says'), share: 2.4, align: 'right' as const },
    ...(isSealed ? [{ heading: t('documents.record.seal'), share: 2.6 }] : []),
  ]
  const rows = packages.map((one) => [
    `${one.number}`,
    contentsOf(paper, one),
    `${one.pieces}`,
    expectedOf(paper, one, packages),
    ...(isSealed ? [one.seal_number ?? '–'] : []),
  ])
  table(paper, columns, rows, {})
  space(paper, 6)
  if (difference_reason !== null)
    paragraph(paper, t('documents.record.sealing_reason', { reason: difference_reason }))
  const { recorded_by, recorded_on } = sealing
  paragraph(paper, t('documents.record.recorded', { by: by(paper, recorded_by, recorded_on) }), { size: 9 })
}

function contentsOf(paper: Recording, { kind, candidacy_id }: RecordedPackage): string {
  const name = candidacy_id === null ? undefined : nameIn(paper, candidacy_id)
  return packageContents(paper, kind, name)
}

export function packageContents(
  { t }: Pick<Recording, 't'>,
  kind: PackageKind,
  name: string | undefined,
): string {
  return name === undefined
    ? t(`elections.packages.kind.${kind}`)
    : t('elections.packages.valid_for', { name })
}

/** A pile in several packages is held against the account with all of them together. */
function expectedOf(
  { t }: Recording,
  { kind, candidacy_id, expected }: RecordedPackage,
  packages: readonly RecordedPackage[],
): string {
  if (expected === null) return '–'
  const pile = packages.filter((one) => one.kind === kind && one.candidacy_id === candidacy_id)
  return pile.length === 1 ? `${expected}` : t('documents.record.in_all', { count: expected })
}

function writeOpening(paper: Recording, opening: RecordedPackages['openings'][number]): void {
  const { t, lang } = paper
  const { first_opener, second_opener, opened_on, opened_at, reason, packages } = opening
  const numbers = new Intl.ListFormat(lang).format(packages.map((number) => `${number}`))
  const when = { date: day(paper, opened_on), time: clock(paper, opened_at) }
  heading(paper, 3, t('documents.record.seal_opened', { count: packages.length, numbers }))
  paragraph(paper, t('documents.record.opened_by', { first: first_opener, second: second_opener, ...when }))
  paragraph(paper, t('documents.record.opened_because', { reason }))
  const { recorded_by, recorded_on } = opening
  paragraph(paper, t('documents.record.recorded', { by: by(paper, recorded_by, recorded_on) }), { size: 9 })
}
