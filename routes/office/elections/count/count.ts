import type { NextFunction, Response, Router } from 'express'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { enterCount, type Counted, type CountForm } from '../../../../models/elections/count/counting.ts'
import {
  INVALID_REASONS,
  invalidNoteField,
  invalidReasonField,
  MOST_INVALID,
  type InvalidReason,
} from '../../../../models/rules/elections/invalid_ballots.ts'
import { requires } from '../../../web/access.ts'
import { chosenId, LONGEST, optionalChoice, optionalText, wholeNumber } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { invalidTyped, numbersTo, showCount, voteField } from './page.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'

type TypedCount = Omit<CountForm, 'votes' | 'invalid_ballots'> &
  Record<`votes_${number}`, number> &
  Record<`invalid_reason_${number}`, InvalidReason | undefined> &
  Record<`invalid_note_${number}`, string | undefined>

/** The counts, each entered by one person who never meets another's figures. */
export function countRoutes(router: Router): void {
  router.get('/kontor/valg/:id/optaelling', requires('elections.read'), (req: ElectionRequest, res) =>
    showCount(req, res),
  )
  router.post(
    '/kontor/valg/:id/optaelling',
    requires('elections.count'),
    fillInZeros,
    wholeNumber('ballots_in_box'),
    checkVotes,
    wholeNumber('blank'),
    wholeNumber('invalid'),
    checkInvalid,
    optionalText('difference_reason', LONGEST.text),
    chosenId('counter'),
    chosenId('list_version'),
    chosenId('round'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<TypedCount, Counted>(req, res, {
        act: (form) => enterCount(req.db, officialOf(req), id, countFrom(form)),
        again: (shown) => showCount(req, res, shown),
        done: ({ outcome }) => after(id, outcome),
        notice: 'elections.count.saved',
      })
    },
  )
}

/** "Resten er 0" without JavaScript: the form comes back with zeros in the empty fields, and nothing is stored. */
async function fillInZeros(req: ElectionRequest, res: Response, next: NextFunction): Promise<void> {
  if (req.typed.rest === undefined) {
    next()
    return
  }
  const election = await electionOf(req)
  const lines = ['blank', 'invalid', ...(await listStanding(req.db, election.id)).map(voteField)]
  const zeros = lines.filter((line) => [req.typed[line] ?? ''].flat().join('').trim() === '')
  const values = { ...req.typed, ...Object.fromEntries(zeros.map((line) => [line, '0'])) }
  await showCount(req, res, { status: 200, errors: [], values })
}

async function checkVotes(req: ElectionRequest, _res: Response, next: NextFunction): Promise<void> {
  const election = await electionOf(req)
  for (const candidacy of await listStanding(req.db, election.id)) {
    await wholeNumber(voteField(candidacy)).run(req)
  }
  next()
}

/** A reason for each invalid ballot, and words where it is another one. What is missing is for the rules to say. */
async function checkInvalid(req: ElectionRequest, _res: Response, next: NextFunction): Promise<void> {
  for (const number of numbersTo(invalidTyped(req.typed))) {
    await optionalChoice(invalidReasonField(number), INVALID_REASONS).run(req)
    await optionalText(invalidNoteField(number)).run(req)
  }
  next()
}

function countFrom(form: TypedCount): CountForm {
  const fields = Object.keys(form).filter((name): name is `votes_${number}` => name.startsWith('votes_'))
  const votes = fields.map((name) => ({ candidacy_id: Number(name.slice(6)), votes: form[name] ?? 0 }))
  const { ballots_in_box, blank, invalid, difference_reason, counter, list_version, round } = form
  const invalid_ballots = numbersTo(Math.min(invalid, MOST_INVALID)).map((number) => ({
    reason: form[invalidReasonField(number)],
    note: form[invalidNoteField(number)],
  }))
  const figures = { ballots_in_box, blank, invalid, votes, invalid_ballots }
  return { ...figures, difference_reason, counter, list_version, round }
}

function after(id: number, outcome: Counted['outcome']): string {
  if (outcome === 'agree') return paths.result(id)
  if (outcome === 'box') return paths.box(id)
  return outcome === 'tie' ? paths.lot(id) : paths.count(id)
}
