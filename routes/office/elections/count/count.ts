import type { NextFunction, Response, Router } from 'express'
import { listBoard, sitsOn } from '../../../../models/elections/board.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { enterCount, type Counted, type CountForm } from '../../../../models/elections/count/counting.ts'
import { loadCounting } from '../../../../models/elections/count/rounds.ts'
import { findPaperAccount } from '../../../../models/elections/polling/paper_accounts.ts'
import {
  INVALID_REASONS,
  invalidNoteField,
  invalidReasonField,
  MOST_INVALID,
} from '../../../../models/rules/elections/invalid_ballots.ts'
import { countPage } from '../../../../views/office/elections/count/count.page.ts'
import {
  invalidNumbers,
  numbersTo,
  voteField,
  withZeros,
} from '../../../../views/office/elections/count/fields.ts'
import { paths } from '../../../../views/paths.ts'
import { requires, userOf } from '../../../web/access.ts'
import {
  chosenId,
  dependent,
  form,
  LONGEST,
  optionalChoice,
  optionalText,
  wholeNumber,
  type FormOf,
} from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const countForm = form(
  wholeNumber('ballots_in_box'),
  dependent(async (req: ElectionRequest) =>
    form(...(await voteFields(req)).map((field) => wholeNumber(field))),
  ),
  wholeNumber('blank'),
  wholeNumber('invalid'),
  dependent(({ typed }: ElectionRequest) => form(...invalidNumbers(typed).map(invalidBallot))),
  optionalText('difference_reason', LONGEST.text),
  chosenId('counter'),
  chosenId('list_version'),
  chosenId('round'),
)

/** A missing reason is for the rules to refuse. */
function invalidBallot(number: number) {
  return dependent(() =>
    form(optionalChoice(invalidReasonField(number), INVALID_REASONS), optionalText(invalidNoteField(number))),
  )
}

/** A counter never meets another counter's figures. */
export function countRoutes(router: Router): void {
  router.get('/kontor/valg/:id/optaelling', requires('elections.read'), (req: ElectionRequest, res) =>
    showCount(req, res),
  )
  router.post(
    '/kontor/valg/:id/optaelling',
    requires('elections.count'),
    fillInZeros,
    countForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, countForm, {
        act: (form) => enterCount(req.db, officialOf(req), id, countFrom(form)),
        again: (shown) => showCount(req, res, shown),
        done: ({ outcome }) => after(id, outcome),
        notice: 'elections.count.saved',
      })
    },
  )
}

/** "Resten er 0" without JavaScript: shows the form with zeros in its empty fields, and stores nothing. */
async function fillInZeros(req: ElectionRequest, res: Response, next: NextFunction): Promise<void> {
  if (req.typed.rest === undefined) {
    next()
    return
  }
  const values = withZeros(req.typed, ['blank', 'invalid', ...(await voteFields(req))])
  await showCount(req, res, { status: 200, errors: [], values })
}

async function voteFields(req: ElectionRequest) {
  const { id } = await electionOf(req)
  return (await listStanding(req.db, id)).map(voteField)
}

function countFrom({ ballots_in_box, blank, invalid, ...form }: FormOf<typeof countForm>): CountForm {
  const { difference_reason, counter, list_version, round } = form
  const fields = Object.keys(form).filter((name): name is `votes_${number}` => name.startsWith('votes_'))
  return {
    ...{ ballots_in_box, blank, invalid, difference_reason, counter, list_version, round },
    votes: fields.map((name) => ({ candidacy_id: Number(name.slice(6)), votes: form[name] ?? 0 })),
    invalid_ballots: numbersTo(Math.min(invalid, MOST_INVALID)).map((number) => ({
      reason: form[invalidReasonField(number)],
      note: form[invalidNoteField(number)],
    })),
  }
}

function after(id: number, outcome: Counted['outcome']): string {
  if (outcome === 'agree') return paths.result(id)
  if (outcome === 'box') return paths.box(id)
  return outcome === 'tie' ? paths.lot(id) : paths.count(id)
}

async function showCount(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const user = userOf(req)
  const rows = {
    account: { id: user.id, name: user.name, person_id: user.personId },
    standing: await listStanding(req.db, election.id),
    counting: await loadCounting(req.db, election.id),
    papers: await findPaperAccount(req.db, election.id),
    sitsOnBoard: sitsOn(await listBoard(req.db, election.id), user),
  }
  showPage(req, res, 'count/count', countPage(readerOf(req), election, rows, shown.values), shown)
}
