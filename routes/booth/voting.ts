import type { Request, Response, Router } from 'express'
import * as elections from '../../models/elections/index.ts'
import { type Db, type ElectionId, NotFound, Refused } from '../../models/core/index.ts'
import { idFrom, paths } from '../web/index.ts'
import { booth, boothOf, boothToken, tokenOf } from './access.ts'
import { showBallot, showConfirm, showOutcome, showThanks, showWaiting } from './show.ts'
import { choiceOf, pageOf, textOf } from './typed.ts'

const NOTHING = { marks: [], blank: false }

/** The choice is carried in the form, and stored nowhere before it is sealed. */
export function votingRoutes(router: Router): void {
  router.get(paths.boothDoor, booth, async (req, res) => {
    const { id, number, election_id } = boothOf(res)
    const release = await elections.showRelease(req.db, { id })
    if (release === undefined) {
      showWaiting(req, res, { number, state: await idleState(req.db, election_id) })
      return
    }
    const ballot = await elections.ballotOf(req.db, election_id)
    showBallot(req, res, { ballot, release, choice: NOTHING, screen: 0 })
  })

  router.post(paths.boothBallot, booth, async (req, res) => {
    const { release } = showingOf(req)
    const outcome = elections.outcomeAt(boothOf(res), release)
    if (outcome !== 'open') {
      showOutcome(req, res, outcome)
      return
    }
    const ballot = await elections.ballotOf(req.db, boothOf(res).election_id)
    answerStep(req, res, { ballot, release })
  })

  router.post(paths.boothCast, boothToken, async (req, res) => {
    const showing = showingOf(req)
    try {
      const code = await elections.castBallot(req.db, req.house.keys, showing, choiceOf(req))
      if (code === undefined) showOutcome(req, res, await elections.outcomeOf(req.db, showing))
      else showThanks(req, res, elections.shortCode(code))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await showAgain(req, res, showing, error)
    }
  })

  router.post(paths.boothGivenUp, boothToken, async (req, res) => {
    await elections.giveUp(req.db, showingOf(req))
    res.redirect(303, paths.boothDoor)
  })

  router.post(paths.boothStatus, booth, async (req, res) => {
    const { state, election_id } = boothOf(res)
    const { release } = showingOf(req)
    res.set('Cache-Control', 'no-store').json({
      ready: state !== 'idle',
      over: state === 'idle' && (await idleState(req.db, election_id)) !== 'waiting',
      outcome: release === '' ? null : elections.outcomeAt(boothOf(res), release),
    })
  })

  router.get('/stemmeboks/foto/:candidacy', booth, async (req: Request<{ candidacy: string }>, res) => {
    const jpeg = await elections.findPhotoOnBallot(
      req.db,
      boothOf(res).election_id,
      idFrom('candidacy', req.params.candidacy),
    )
    if (!jpeg) throw new NotFound('photo')
    res.set('Cache-Control', 'private, max-age=86400').type('jpeg').send(jpeg)
  })
}

async function idleState(db: Db, electionId: ElectionId): Promise<'waiting' | 'early' | 'over'> {
  const status = await elections.electionStatus(db, electionId)
  if (status === undefined) return 'over'
  const { takesVotes, beforePolling } = elections.facts(status)
  return takesVotes ? 'waiting' : beforePolling ? 'early' : 'over'
}

function showingOf(req: Request): elections.Showing {
  return { token: tokenOf(req), release: textOf(req.typed.release) }
}

interface Step {
  ballot: elections.BoothBallot
  release: string
}

function answerStep(req: Request, res: Response, { ballot, release }: Step): void {
  const { choose, go, set, at } = req.typed
  const choice = choiceOf(req)
  const confirms = choose !== undefined || go === 'confirm' || (set !== undefined && at === 'confirm')
  const wrong = confirms ? elections.choiceWrong(choice, ballot) : undefined
  if (confirms && !wrong) {
    showConfirm(req, res, { ballot, release, choice })
    return
  }
  const refused = wrong && new Refused(wrong, { count: elections.crossesMeant(wrong, ballot.crosses) })
  // With one cross there is nothing to mend: the voter begins anew.
  const kept = ballot.crosses.max > 1 ? choice : NOTHING
  showBallot(req, res, { ballot, release, choice: kept, screen: pageOf(req), ...(refused && { refused }) })
}

/** Marks that cannot be cast leave the release as it was. */
async function showAgain(
  req: Request,
  res: Response,
  showing: elections.Showing,
  refused: Refused,
): Promise<void> {
  const found = await elections.findBooth(req.db, showing.token)
  if (!found) throw new NotFound('booth')
  const outcome = elections.outcomeAt(found, showing.release)
  if (outcome !== 'open') {
    showOutcome(req, res, outcome)
    return
  }
  const ballot = await elections.ballotOf(req.db, found.election_id)
  showBallot(req, res, { ballot, release: showing.release, choice: NOTHING, screen: 0, refused })
}
