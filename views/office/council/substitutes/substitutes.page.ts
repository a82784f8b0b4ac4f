import { formatDate } from '../../../../models/core/dates.ts'
import type { ListedPerson } from '../../../../models/council/people_with_seats.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { ReadySubstitute } from '../../../../models/council/substitutes/ready.ts'
import type { RunnerUp } from '../../../../models/elections/result/substitutes_by_votes.ts'
import type { SubstituteKind } from '../../../../models/rules/council/substitutes.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { sentenceIn } from '../../../partials/statutes/statutes_text.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface SubstitutesPage {
  label: string
  heading: string
  back: string
  action: string
  rule: string
  standing: { name: string; about: string; withdrawHref: string }[]
  withdrawn: string[]
  /** Candidates who were not elected, in the order of their votes, until they are written down. */
  runnersUp: string[]
  people: { value: number; text: string }[]
  isNumbered: boolean
}

export interface SubstitutesOfSeat {
  seat: SeatInArea
  statutes: Statutes
  kind: SubstituteKind
  standing: readonly ReadySubstitute[]
  withdrawn: readonly ReadySubstitute[]
  runnersUp: readonly RunnerUp[]
  people: readonly ListedPerson[]
}

export function substitutesPage(reader: Reader, ready: SubstitutesOfSeat): SubstitutesPage {
  const { t, lang, today } = reader
  const { seat, statutes, kind, standing, withdrawn } = ready
  const names = [...standing, ...withdrawn].map(({ person }) => person)
  return {
    label: seat.label,
    heading: t('statutes_versions.substitutes.page_heading', { seat: seat.label }),
    back: paths.seat(seat.slug),
    action: paths.substitutes(seat.slug),
    rule: sentenceIn(t, statutes, 'substitutes'),
    standing: standing.map(({ id, person: name, area_name, position }) => ({
      name,
      about: [
        area_name,
        ...(position ? [t('statutes_versions.substitutes.number', { number: position })] : []),
      ].join(', '),
      withdrawHref: paths.substituteWithdrawal(id),
    })),
    withdrawn: withdrawn.map(({ person: name, withdrawn_on }) =>
      t('statutes_versions.substitutes.withdrawn_on', {
        name,
        date: formatDate(withdrawn_on ?? today, lang),
      }),
    ),
    runnersUp: ready.runnersUp
      .filter(({ name }) => !names.includes(name))
      .map(({ position, name, votes }) =>
        t('statutes_versions.substitutes.runner_up', { number: position, name, count: votes }),
      ),
    people: ready.people
      .filter(({ seat: held, name }) => !held && !names.includes(name))
      .map(({ id, name }) => ({ value: id, text: name })),
    isNumbered: kind === 'vote_order',
  }
}
