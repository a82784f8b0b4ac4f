import type { NextFunction, Response, Router } from 'express'
import { listStanding } from '../../../models/elections/candidates.ts'
import { enterCount, type Counted, type CountForm } from '../../../models/elections/counting.ts'
import { requires } from '../../access.ts'
import { chosenId, LONGEST, optionalText, wholeNumber } from '../../fields.ts'
import { submit } from '../../forms.ts'
import { idFrom } from '../../ids.ts'
import { paths } from '../../paths.ts'
import { showCount, voteField } from './count_page.ts'
import { electionOf, officialOf, type ElectionRequest } from './shared.ts'

type TypedCount = Omit<CountForm, 'votes'> & Record<`votes_${number}`, number>

/** The two counts, each entered by one person who never meets the other's figures. */
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

function countFrom(form: TypedCount): CountForm {
  const fields = Object.keys(form).filter((name): name is `votes_${number}` => name.startsWith('votes_'))
  const votes = fields.map((name) => ({ candidacy_id: Number(name.slice(6)), votes: form[name] ?? 0 }))
  const { ballots_in_box, blank, invalid, difference_reason, counter, list_version, round } = form
  return { ballots_in_box, blank, invalid, votes, difference_reason, counter, list_version, round }
}

function after(id: number, outcome: Counted['outcome']): string {
  if (outcome === 'agree') return paths.result(id)
  return outcome === 'tie' ? paths.lot(id) : paths.count(id)
}
