import { type Finding, firstWrong, fits, leftOut, wrong } from './findings.ts'
import type { Crosses, RecordData, Sheet } from './record.ts'
import type { Box, BoxAccount, Entered, Line } from './record_corrections.ts'

/** Each sheet adds up, names only candidates of the list, and the two of the last round agree. */
export function checkSheets({
  rounds,
  candidates,
  election,
}: Pick<RecordData, 'rounds' | 'candidates' | 'election'>): Finding {
  if (rounds.length === 0) return leftOut('sheets')
  const known = new Set(candidates.filter(({ position }) => position !== null).map(({ id }) => id))
  const each = rounds.flatMap(({ round, sheets }) =>
    sheets.map((sheet) => {
      const words = { round, counter: sheet.counter }
      const { ballots_in_box, blank, invalid, votes, invalid_ballots } = sheet
      if ([ballots_in_box, blank, invalid, ...votes.map((line) => line.votes)].some((one) => one < 0))
        return wrong('sheets', 'below_zero', words)
      if (votes.some(({ candidacy_id }) => !known.has(candidacy_id)) || twice(votes))
        return wrong('sheets', 'not_on_list', words)
      if (blank + invalid > ballots_in_box) return wrong('sheets', 'more_than_in_box', words)
      const valid = ballots_in_box - blank - invalid
      if (votes.some((line) => line.votes > valid)) return wrong('sheets', 'more_votes_than_ballots', words)
      return invalid_ballots.length === invalid ? undefined : wrong('sheets', 'invalid_without_reason', words)
    }),
  )
  const isWhole = rounds.every(({ round }, index) => round === index + 1)
  const agree = agreedIn(rounds) !== undefined
  const crosses = rounds.flatMap(({ round, sheets }) =>
    sheets.map(({ counter, ballots_in_box, blank, invalid, votes }) =>
      canHold(election.crosses, ballots_in_box - blank - invalid, votes)
        ? undefined
        : wrong('sheets', 'crosses_on_sheet', { round, counter }),
    ),
  )
  return firstWrong('sheets', [
    ...each,
    isWhole ? undefined : wrong('sheets', 'round_missing'),
    agree ? undefined : wrong('sheets', 'sheets_differ'),
    ...crosses,
  ])
}

/** The two sheets that end the counting: those of one round, or a third person's and the first like it in the round before. */
export function agreedIn(
  rounds: RecordData['rounds'],
): { round: number; sheets: [Sheet, Sheet] } | undefined {
  const all = enteredIn(sinceRecount(rounds))
  const [before, last] = [all.at(-2)?.sheets ?? [], all.at(-1)]
  if (last === undefined) return undefined
  const [first, second] = last.sheets
  if (first && second && figuresOf(first) === figuresOf(second))
    return { round: last.round, sheets: [first, second] }
  for (const third of last.sheets) {
    const same = before.find((one) => figuresOf(one) === figuresOf(third))
    if (same && before.every(({ counter }) => counter !== third.counter))
      return { round: last.round, sheets: [same, third] }
  }
  return undefined
}

/** Counting anew begins with a round that says what asked for it, and looks at no sheet from before. */
function sinceRecount(rounds: RecordData['rounds']): RecordData['rounds'] {
  const begins = rounds.map(
    ({ complaint, investigation }) => typeof complaint === 'number' || investigation !== undefined,
  )
  return rounds.slice(Math.max(0, begins.lastIndexOf(true)))
}

/** A sheet that was kept is the first of the next round. */
function enteredIn(rounds: RecordData['rounds']): { round: number; sheets: Sheet[] }[] {
  let carried: Sheet | undefined
  return rounds.map(({ round, sheets, kept }) => {
    const entered = carried ? [carried, ...sheets] : sheets
    carried = kept && entered.find(({ counter }) => counter === kept.counter)
    return { round, sheets: entered }
  })
}

/** Whether so many valid ballots can have so many crosses together. Old records do not say how many a ballot may have. */
function canHold(crosses: Crosses | undefined, valid: number, votes: readonly Line[]): boolean {
  if (crosses === undefined) return true
  const sum = votes.reduce((all, line) => all + line.votes, 0)
  return sum >= valid * crosses.min && sum <= valid * crosses.max
}

/** In an order of its own: a sheet may list the same figures in another one. */
function figuresOf({ ballots_in_box, blank, invalid, votes }: Sheet): string {
  const lines = [...votes].sort((a, b) => a.candidacy_id - b.candidacy_id)
  return JSON.stringify([
    ballots_in_box,
    blank,
    invalid,
    lines.map((line) => [line.candidacy_id, line.votes]),
  ])
}

function twice(votes: readonly Line[]): boolean {
  return new Set(votes.map(({ candidacy_id }) => candidacy_id)).size !== votes.length
}

/** Printed papers are handed out or unused; papers handed out are in the box, exchanged or not returned. Else a reason stands there. */
export function checkPapers({
  papers,
  rounds,
  ...record
}: Pick<RecordData, 'papers' | 'rounds'> & Partial<Pick<RecordData, 'entered'>>): Finding {
  if (papers === null) return leftOut('papers')
  const entered = endedIn(record)
  const { printed, handed_out, unused, exchanged, not_returned, difference_reason } = papers
  const in_box = papers.in_box ?? entered?.papers ?? null
  const reasons = (rounds.at(-1)?.sheets ?? []).map((sheet) => sheet.difference_reason)
  const explained = [difference_reason, entered?.difference_reason ?? null, ...reasons].some(
    (one) => one !== null,
  )
  const printedLeft = printed - handed_out - unused
  const given = handed_out + (papers.from_tablet ?? 0)
  const handedLeft = in_box === null ? 0 : given - in_box - exchanged - not_returned
  const counted = agreedIn(rounds)?.sheets[0].ballots_in_box
  if (in_box !== null && counted !== undefined && in_box !== counted) return wrong('papers', 'papers_in_box')
  if (explained || (printedLeft === 0 && handedLeft === 0)) return fits('papers')
  return wrong('papers', 'papers_differ', { count: printedLeft === 0 ? handedLeft : printedLeft })
}

/** Undefined where none were entered, or the box was given up meanwhile. */
function endedIn({ entered }: Partial<Pick<RecordData, 'entered'>>): Entered | undefined {
  return entered === undefined || 'given_up' in entered ? undefined : entered
}

/** Releases are cast or given up; no more is counted than was in the box, and nothing of one that was never opened. */
export function checkBox(
  record: Pick<RecordData, 'booth' | 'candidates' | 'election'> &
    Partial<Pick<RecordData, 'mixed_in' | 'entered' | 'papers' | 'box_loss' | 'totals'>>,
): Finding {
  const { booth, mixed_in, box_loss, papers, candidates, election } = record
  const entered = endedIn(record)
  if (box_loss !== undefined || entered !== record.entered) {
    const isCounted = [booth, mixed_in, record.totals].some((one) => one !== undefined && one !== null)
    return isCounted ? wrong('box', 'box_lost_and_counted') : checkLost(box_loss)
  }
  if (booth === null) return mixed_in ? checkMixedIn(mixed_in, papers) : leftOut('box')
  const { releases, voided, envelopes, blank, invalid, votes } = booth
  const inBox = ballotsIn(booth)
  const known = new Set(candidates.map(({ id }) => id))
  return firstWrong('box', [
    releases - voided === envelopes
      ? undefined
      : wrong('box', 'box_account', { releases, voided, envelopes }),
    entered === undefined || isEnteredAs(entered, booth) ? undefined : wrong('box', 'box_not_as_entered'),
    blank + invalid <= inBox ? undefined : wrong('box', 'box_more_than_in_box'),
    votes.every(({ candidacy_id, votes: each }) => known.has(candidacy_id) && each >= 0 && each <= inBox)
      ? undefined
      : wrong('box', 'box_lines'),
    canHold(election.crosses, inBox - blank - invalid, votes) ? undefined : wrong('box', 'crosses'),
  ])
}

/** As many papers as were entered, and the invalid ones among all. */
function isEnteredAs({ papers, invalid }: Entered, booth: Box): boolean {
  const reasons = invalid.reduce((all, { ballots }) => all + ballots, 0)
  return papers === booth.from_papers && reasons <= booth.invalid && booth.invalid <= papers
}

function ballotsIn({ envelopes, from_papers = 0 }: Pick<Box, 'envelopes' | 'from_papers'>): number {
  return envelopes + from_papers
}

function checkLost(box: RecordData['box_loss']): Finding {
  if (box === undefined) return leftOut('box')
  const { releases, voided, envelopes } = box
  return releases - voided === envelopes
    ? fits('box')
    : wrong('box', 'box_account', { releases, voided, envelopes })
}

/** As many were printed and mixed with the papers as were cast. */
function checkMixedIn(
  { releases, voided, envelopes }: BoxAccount,
  papers: RecordData['papers'] | undefined,
): Finding {
  if (releases - voided !== envelopes) return wrong('box', 'box_account', { releases, voided, envelopes })
  const isThere = papers === undefined || papers?.from_tablet === envelopes
  return isThere ? fits('box') : wrong('box', 'box_not_among_papers')
}

/** The totals are the last sheet and the box, added up line by line. */
export function checkTotals({
  totals,
  rounds,
  booth,
  election,
}: Pick<RecordData, 'totals' | 'rounds' | 'booth' | 'election'>): Finding {
  const sheet = rounds.at(-1)?.sheets[0]
  if (totals === null) return sheet || booth ? wrong('totals', 'no_totals') : leftOut('totals')
  const sum = new Map<number, number>()
  for (const { candidacy_id, votes } of [...(sheet?.votes ?? []), ...(booth?.votes ?? [])])
    sum.set(candidacy_id, (sum.get(candidacy_id) ?? 0) + votes)
  const same =
    totals.ballots === (sheet?.ballots_in_box ?? 0) + (booth ? ballotsIn(booth) : 0) &&
    totals.blank === (sheet?.blank ?? 0) + (booth?.blank ?? 0) &&
    totals.invalid === (sheet?.invalid ?? 0) + (booth?.invalid ?? 0) &&
    totals.votes.length === sum.size &&
    totals.votes.every(({ candidacy_id, votes }) => sum.get(candidacy_id) === votes)
  const valid = totals.ballots - totals.blank - totals.invalid
  if (!same) return wrong('totals', 'totals_differ')
  return canHold(election.crosses, valid, totals.votes) ? fits('totals') : wrong('totals', 'crosses')
}
