import type { NextFunction, Response, Router } from 'express'
import { type CandidacyId, type ElectionId, idOf } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import * as asked from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage, withWho } from '../shared.ts'

const countForm = asked.form(
  asked.wholeNumber('ballots_in_box'),
  asked.dependent(async (req: ElectionRequest) =>
    asked.form(...(await voteFields(req)).map((field) => asked.wholeNumber(field))),
  ),
  asked.wholeNumber('blank'),
  asked.wholeNumber('invalid'),
  asked.dependent(({ typed }: ElectionRequest) =>
    asked.form(...electionsPages.invalidNumbers(typed).map(invalidBallot)),
  ),
  asked.optionalText('difference_reason', asked.LONGEST.text),
  asked.chosenId('counter', 'account'),
  asked.chosenId('list_version'),
  asked.chosenId('round'),
)

/** A missing reason is for the rules to refuse. */
function invalidBallot(number: number) {
  return asked.dependent(() =>
    asked.form(
      asked.optionalChoice(elections.invalidReasonField(number), elections.INVALID_REASONS),
      asked.optionalText(elections.invalidNoteField(number)),
    ),
  )
}

/** A counter never meets another counter's figures. */
export function countRoutes(router: Router): void {
  router.get('/kontor/valg/:id/optaelling', requires('elections.read'), shows(showCount))
  router.post(
    '/kontor/valg/:id/optaelling',
    requires('elections.count'),
    fillInZeros,
    submits(countForm, {
      act: (req, form) => elections.enterCount(req.db, officialOf(req), electionId(req), countFrom(form)),
      again: showCount,
      done: (req, { outcome }) => after(electionId(req), outcome),
      notice: 'elections.count.saved',
    }),
  )
}

/** "Resten er 0" without JavaScript: shows the form with zeros in its empty fields, and stores nothing. */
async function fillInZeros(req: ElectionRequest, res: Response, next: NextFunction): Promise<void> {
  if (req.typed.rest === undefined) {
    next()
    return
  }
  const values = electionsPages.withZeros(req.typed, ['blank', 'invalid', ...(await voteFields(req))])
  await showCount(req, res, { status: 200, errors: [], values })
}

async function voteFields(req: ElectionRequest) {
  const { id } = await electionOf(req)
  return (await elections.listStanding(req.db, id)).map(electionsPages.voteField)
}

function countFrom({
  ballots_in_box,
  blank,
  invalid,
  ...form
}: asked.FormOf<typeof countForm>): elections.CountForm {
  const { difference_reason, counter, list_version, round } = form
  const fields = Object.keys(form).filter((name): name is `votes_${number}` => name.startsWith('votes_'))
  return {
    ...{ ballots_in_box, blank, invalid, difference_reason, counter, list_version, round },
    votes: fields.map((name) => ({
      candidacy_id: idOf<CandidacyId>(Number(name.slice(6))),
      votes: form[name] ?? 0,
    })),
    invalid_ballots: electionsPages.numbersTo(Math.min(invalid, elections.MOST_INVALID)).map((number) => ({
      reason: form[elections.invalidReasonField(number)],
      note: form[elections.invalidNoteField(number)],
    })),
  }
}

function after(id: ElectionId, outcome: elections.Counted['outcome']): string {
  if (outcome === 'agree') return paths.result(id)
  if (outcome === 'box') return paths.box(id)
  return outcome === 'tie' ? paths.lot(id) : paths.count(id)
}

async function showCount(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  // A vote that was stopped is never counted, and its own page says so.
  if (await elections.findStop(req.db, election.id)) {
    res.redirect(303, paths.election(election.id))
    return
  }
  const user = userOf(req)
  const counting = await elections.loadCounting(req.db, election.id)
  const rows = {
    account: { id: user.id, name: user.name, person_id: user.personId },
    standing: await elections.listStanding(req.db, election.id),
    counting,
    papers: await elections.findPaperAccount(req.db, election.id),
    entered: (await elections.findEntry(req.db, election.id)) !== undefined,
    mixFirst: !elections.checkMixed(await elections.findMerger(req.db, election.id)).ok,
    sealed: !elections.checkBallotsOpen(await elections.listSealed(req.db, election.id)).ok,
    mayKeep:
      counting.differing.length > 0 && (await elections.checkKeeper(req.db, user, election, counting)).ok,
    sitsOnBoard: elections.sitsOn(await elections.listBoard(req.db, election.id), user),
  }
  const page = electionsPages.countPage(readerOf(req), election, rows, shown.values)
  showPage(req, res, 'count/count', await withWho(req, election, page), shown)
}
