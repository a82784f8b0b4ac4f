import { formatDate, formatTime, type IsoDate } from '../../../../models/core/dates.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { ToldChore } from '../../../../models/elections/readiness/chores.ts'
import { isOneOf } from '../../../../models/core/records.ts'
import {
  type ChoreKey,
  type ChoreState,
  TICKED_CHORES,
  type TickedChore,
} from '../../../../models/rules/elections/readiness/chores.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface RoomPage {
  head: ElectionHead
  chores: ShownChore[]
  /** What can be ticked now, in the form. */
  boxes: { value: TickedChore; text: string; hint: string }[]
  ticked: TickedChore[]
  mayTick: boolean
  readinessHref: string
}

interface ShownChore {
  key: ChoreKey
  state: ChoreState
  text: string
  /** How it is done, or who said that it is. */
  hint: string
  due: { date: IsoDate; late: boolean } | null
  link: { href: string; text: string } | null
}

export function roomPage(reader: Reader, election: Election, chores: readonly ToldChore[]): RoomPage {
  const { can, t, today } = reader
  const shown = chores.map((chore) => ({
    key: chore.key,
    state: chore.state,
    text: t(`elections.room.${chore.key}.text`),
    hint: hintOf(reader, chore),
    due: chore.state === 'now' ? { date: chore.due, late: chore.due < today } : null,
    link: chore.state === 'now' ? linkOf(reader, election, chore.key) : null,
  }))
  const boxes = shown.flatMap(({ key, state, text, hint }) => {
    const isOpen = state === 'now' || state === 'done'
    return isOneOf(TICKED_CHORES, key) && isOpen ? [{ value: key, text, hint }] : []
  })
  return {
    head: headOf(reader, election),
    chores: shown,
    boxes,
    ticked: boxes.map(({ value }) => value).filter((key) => isDone(chores, key)),
    mayTick: can['elections.run'] && boxes.length > 0,
    readinessHref: paths.readiness(election.id),
  }
}

function isDone(chores: readonly ToldChore[], key: ChoreKey): boolean {
  return chores.some((chore) => chore.key === key && chore.state === 'done')
}

function hintOf({ t, lang }: Reader, { key, state, tick }: ToldChore): string {
  if (state !== 'done' || !tick) return t(`elections.room.${key}.hint`)
  return t('elections.readiness.ticked', {
    name: tick.recorded_by,
    date: formatDate(tick.recorded_on, lang),
    time: formatTime(tick.recorded_at, lang),
  })
}

/** What is printed, or where it is done. */
function linkOf({ t, lang }: Reader, { id }: Election, key: ChoreKey): ShownChore['link'] {
  const file = (name: string) => paths.electionPaper(id, `${name}${lang === 'da' ? '' : `-${lang}`}.pdf`)
  const hrefs: Record<ChoreKey, string> = {
    call_hung: file('indkaldelse'),
    papers_printed: paths.electionPapers(id),
    box_locked: paths.box(id),
    codes_hung: file('koder'),
    record_signed: file('protokol'),
    result_hung: file('resultat'),
    material_sealed: paths.packages(id),
    material_destroyed: paths.electionAfter(id),
  }
  return { href: hrefs[key], text: t(`elections.room.${key}.link`) }
}
