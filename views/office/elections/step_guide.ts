import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { Sitting } from '../../../models/elections/planning/sittings.ts'
import { facts } from '../../../models/rules/elections/state.ts'
import { daysAround } from '../../../models/rules/elections/timetable_proposal.ts'
import type { GuideStep } from '../../partials/elections/parts.ts'
import { paths } from '../../paths.ts'
import type { Reader, Translate } from '../../reader.ts'
import type { Next } from './next.ts'

type Stage =
  'call' | 'candidates' | 'list' | 'polling' | 'count' | 'uncontested' | 'certification' | 'complaints'

const VOTED: readonly Stage[] = [
  'call',
  'candidates',
  'list',
  'polling',
  'count',
  'certification',
  'complaints',
]
const UNCONTESTED: readonly Stage[] = [
  'call',
  'candidates',
  'list',
  'uncontested',
  'certification',
  'complaints',
]

export function stepGuide(
  { t }: Pick<Reader, 't'>,
  election: Election,
  sittings: readonly [Sitting, ...Sitting[]],
  next: Next | null,
  /** Given when the election did not go all the way. */
  endedAt?: Stage,
): GuideStep[] {
  const stages = election.uncontested_on === null ? VOTED : UNCONTESTED
  const stage = endedAt ?? (next && stageOf(election, next))
  const reached = stage ? stages.indexOf(stage) : stages.length
  return stages.map((one, index) => ({
    label: t(`elections.stage.${one}`),
    state: index < reached ? 'done' : index === reached ? 'current' : 'todo',
    ...dayOf(one, election, sittings[0].held_on),
    note: noteOf(t, one, index === reached && next?.late === true),
    ...(index < reached && { href: hrefOf(one, election.id) }),
  }))
}

function stageOf({ status }: Election, { kind }: Next): Stage {
  switch (facts(status).awaits) {
    case 'call':
    case 'new_call':
      return 'call'
    case 'candidates':
      return kind === 'stand' ? 'candidates' : 'list'
    case 'opening':
    case 'closing':
      return 'polling'
    case 'count':
    case 'lot':
      return 'count'
    case 'certification':
      return 'certification'
    default:
      return 'complaints'
  }
}

function noteOf(t: Translate, stage: Stage, late: boolean): string {
  const owner = t(`elections.owner.${stage}`)
  return late ? `${owner}, ${t('elections.late')}` : owner
}

/** The call's day is the secretary's choice; its latest day is shown until the call is made. */
function dayOf(stage: Stage, election: Election, firstDay: IsoDate): { date?: IsoDate } {
  const { candidates_by, polling_on, complaints_until, uncontested_on, status } = election
  switch (stage) {
    case 'call':
      return !facts(status).called ? { date: daysAround(candidates_by, polling_on, 0).callBy } : {}
    case 'polling':
      return { date: firstDay }
    case 'candidates':
      return { date: candidates_by }
    case 'list':
      return { date: addDays(candidates_by, 1) }
    case 'uncontested':
      return { date: uncontested_on ?? polling_on }
    case 'certification':
      return { date: addDays(uncontested_on ?? polling_on, 1) }
    case 'complaints':
      return { date: complaints_until }
    default:
      return { date: polling_on }
  }
}

function hrefOf(stage: Stage, id: ElectionId): string {
  switch (stage) {
    case 'call':
      return paths.electionCall(id)
    case 'candidates':
      return paths.candidates(id)
    case 'list':
      return paths.candidateList(id)
    case 'uncontested':
      return paths.uncontested(id)
    case 'polling':
      return paths.polling(id)
    case 'count':
      return paths.count(id)
    case 'certification':
      return paths.certification(id)
    case 'complaints':
      return paths.electionFinal(id)
  }
}
