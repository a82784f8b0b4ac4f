import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import type { BallotDestructionRow, RecordRow } from '../../../../models/elections/record/tables.ts'
import type { RollErasureRow } from '../../../../models/elections/roll/tables.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { PackageRow } from '../../../../models/elections/packages/tables.ts'
import { pileText } from '../packages/packages.page.ts'
import { headOf, listOf, type ElectionHead } from '../head.ts'

export interface AfterPage {
  head: ElectionHead
  action: string
  over: boolean
  roll: { said: string; href: string | null }
  ballots: {
    said: string
    /** The page has the form that says that the papers are destroyed. */
    form: boolean
  }
  /** What the form asks of those who destroy sealed packages. */
  packages: { paragraph: string; sealed: { number: number; text: string }[]; href: string | null }
  record: { href: string; pdfHref: string } | null
  today: IsoDate
}

export interface Remains {
  record: Pick<RecordRow, 'id'> | undefined
  erasure: Pick<RollErasureRow, 'erased_by' | 'erased_on'> | undefined
  destruction:
    | (Pick<BallotDestructionRow, 'first_witness' | 'second_witness' | 'destroyed_on'> &
        Partial<Pick<BallotDestructionRow, 'paragraph'>>)
    | undefined
  packages?: {
    sealed: readonly PackageRow[]
    /** The numbers of the packages that are destroyed. */
    destroyed: readonly number[]
    standing: readonly CandidacyRow[]
  }
}

export function afterPage(reader: Reader, election: Election, remains: Remains): AfterPage {
  const { id, status } = election
  return {
    head: headOf(reader, election),
    action: paths.ballotDestruction(id),
    over: facts(status).over,
    roll: rollLine(reader, election, remains),
    ballots: ballotsLine(reader, election, remains),
    packages: {
      paragraph: reader.t('elections.after.paragraph_model'),
      sealed: (remains.packages?.sealed ?? []).map((one) => {
        return { number: one.number, text: pileText(reader, remains.packages?.standing ?? [], one) }
      }),
      href: election.uncontested_on === null ? paths.packages(id) : null,
    },
    record: remains.record
      ? { href: paths.electionRecord(id), pdfHref: paths.electionPaper(id, 'protokol.pdf') }
      : null,
    today: reader.today,
  }
}

function rollLine({ t, lang }: Reader, election: Election, { erasure }: Remains): AfterPage['roll'] {
  if (erasure) {
    const { erased_by: name, erased_on } = erasure
    return { said: t('elections.after.roll_erased', { name, date: formatDate(erased_on, lang) }), href: null }
  }
  if (election.roll_kind === 'counted') return { said: t('elections.after.roll_none'), href: null }
  const href = facts(election.status).over ? paths.rollErasure(election.id) : null
  return { said: t('elections.after.roll_kept'), href }
}

function ballotsLine(
  reader: Reader,
  election: Election,
  { destruction, packages }: Remains,
): AfterPage['ballots'] {
  const { t, lang, can } = reader
  const tablet = hasBooth(election)
  if (destruction) {
    const { first_witness: first, second_witness: second, destroyed_on } = destruction
    const date = formatDate(destroyed_on, lang)
    const said = t('elections.after.ballots_destroyed', { first, second, date })
    const { destroyed = [] } = packages ?? {}
    const numbers = listOf(
      reader,
      destroyed.map((number) => `${number}`),
    )
    const what = { count: destroyed.length, numbers, paragraph: destruction.paragraph ?? '' }
    const alsoPackages = destroyed.length > 0 ? ` ${t('elections.after.destroyed_packages', what)}` : ''
    return { said: `${said}${alsoPackages}`, form: false }
  }
  if (election.uncontested_on !== null || (!hasPaper(election) && !tablet))
    return { said: t('elections.after.ballots_none'), form: false }
  if (!facts(election.status).over || !can['elections.run'])
    return { said: t('elections.after.ballots_kept'), form: false }
  return {
    said: t(tablet ? 'elections.after.ballots_form_tablet' : 'elections.after.ballots_form'),
    form: true,
  }
}
